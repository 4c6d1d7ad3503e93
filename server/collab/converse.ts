/** What one member says, frame by frame: counted, checked against present rights, then taken. */
import { GateRefusal } from './gate/refusal.ts';
import type { AccessWatch } from './access-watch.ts';
import { Incoming } from './incoming.ts';
import { KEEPALIVE_INTERVAL_MS } from './limits.ts';
import type { Member } from './member.ts';
import { CLOSE, decodeMessage, isEmptyUpdate, refusedMessage, type Received } from './protocol.ts';
import type { Room } from './room.ts';

type Conversation = { receive: (frame: Uint8Array) => void; stop: () => void };

export function converse(
  member: Member,
  { room, access }: { room: Room; access: Pick<AccessWatch, 'underReview'> },
): Conversation {
  const incoming = new Incoming(member, room);
  let isOver = false;
  let afterReview: Promise<void> | null = null;

  const end = (code: number, reason: string) => {
    isOver = true;
    member.send(refusedMessage(reason, 'What was sent is not taken; the connection ends.'));
    member.close(code, reason);
  };

  const take = (frame: Uint8Array) => {
    if (isOver || !member.isHeard) return;
    try {
      const message = decodeMessage(frame);
      if (isQuestion(message) && !member.mayAsk()) end(CLOSE.tryLater, 'too-fast');
      else handle(message, { member, room, incoming });
    } catch (fault) {
      // Broken or hostile frames touch nothing but their sender.
      end(CLOSE.malformed, fault instanceof GateRefusal ? fault.reason : 'malformed');
    }
  };

  // y-websocket reconnects after silence: speak often enough for it to stay.
  const speak = setInterval(() => member.send(room.presence.whole()), KEEPALIVE_INTERVAL_MS);

  return {
    receive: (frame) => {
      if (isOver || !member.isHeard) return;
      if (!member.mayReceive(frame.length)) {
        end(CLOSE.tryLater, 'too-fast');
        return;
      }
      const review = access.underReview(member) ?? afterReview;
      if (review === null) {
        take(frame);
        return;
      }
      // Frames wait in order until the review of the sender's rights is over.
      const waiting = review.then(() => take(frame));
      afterReview = waiting;
      void waiting.then(() => {
        if (afterReview === waiting) afterReview = null;
      });
    },
    stop: () => {
      isOver = true;
      clearInterval(speak);
    },
  };
}

function isQuestion({ type }: Received): boolean {
  return type === 'state-vector' || type === 'query-awareness';
}

type Seat = { member: Member; room: Room; incoming: Incoming };

function handle(message: Received, { member, room, incoming }: Seat): void {
  switch (message.type) {
    case 'state-vector':
      room.answer(member, message.stateVector);
      return;
    case 'answer':
    case 'update':
      // Who has nothing new answers a state vector with an empty update.
      if (member.mode === 'read' && !isEmptyUpdate(message.update)) {
        member.send(refusedMessage('read-only', 'This person may read but not change it.'));
      } else if (member.mode === 'write') {
        incoming[message.type](message.update);
      }
      return;
    case 'awareness':
      room.presence.take(message.update, member);
      return;
    case 'query-awareness':
      member.send(room.presence.whole());
  }
}
