import type * as Y from 'yjs';
import { docOfUpdates } from '#server/content/state-of-updates.ts';
import { openPeer } from '#test/support/headless-peer.ts';
import type { Simulation } from './simulation.ts';
import { areSame } from './same-content.ts';
import { countTokens } from './write-something.ts';

/** Holds every copy of the document that there is against the log, when all is at rest. */
export function checkCopies(simulation: Simulation): void {
  const { log, clients, processes, violations } = simulation;
  const compare = (doc: Y.Doc, whose: string) => {
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
      violations.add('pending', `${whose} waits for edits that never came`);
    }
    if (!areSame(doc, log.truth)) {
      violations.add('copies', `${whose} differs from the log`);
    }
  };
  for (const client of clients) {
    compare(client.doc, client.personId);
    checkProjection(simulation, client);
  }
  for (const { rooms } of processes) {
    for (const { room } of rooms.all()) compare(room.doc, 'a room');
  }
  compare(loadedAgain(simulation), 'the snapshot and the rows after it');
  if (simulation.style === 'tokens') checkTokens(simulation);
}

function loadedAgain({ log }: Simulation): Y.Doc {
  const tail = log.rows.slice(log.snapshot?.seq ?? 0).map(({ bytes }) => bytes);
  return docOfUpdates(log.snapshot === null ? tail : [log.snapshot.state, ...tail]);
}

function checkTokens(simulation: Simulation): void {
  const { log, writing, violations } = simulation;
  const counts = countTokens(log.truth);
  for (const { character, removedBy } of writing.tokens) {
    const count = counts.get(character) ?? 0;
    const wanted = removedBy === null ? 1 : 0;
    const isRight = writing.uncertain.has(character) ? count <= 1 : count === wanted;
    if (!isRight) {
      violations.add('tokens', `${character} stands there ${count} times`);
    }
  }
}

/** What the author sees is what the document says. */
function checkProjection(simulation: Simulation, client: Simulation['clients'][number]): void {
  if (client.peer === null) return;
  const shown = asShown(client.peer.json());
  const said = asShown(openPeer(client.peer.state()).json());
  if (shown !== said) {
    simulation.violations.add('projection', `${client.personId} sees what the document is not`);
  }
}

/** A block whose states were all taken away may still carry the empty record of them. */
function asShown(content: unknown): string {
  return JSON.stringify(content).replaceAll(',"$":{}', '');
}
