/** Whole frames as a hostile client may send them: of every type, in any order, whole or broken. */
import * as Y from 'yjs';
import {
  awarenessMessage,
  missingMessage,
  refusedMessage,
  savedMessage,
  stateVectorMessage,
  updateMessage,
} from '#server/collab/protocol.ts';
import { ATTACKER, VICTIM } from '#test/support/hostile-updates.ts';
import { bytes, writeNumbers } from '#test/support/update-writer.ts';
import * as encoding from 'lib0/encoding';
import { below, pick, type Random } from './chance.ts';
import { mutated } from './mutate.ts';
import { structuredUpdate, type Surroundings } from './structured.ts';

export function nextFrame(
  of: { samples: readonly Uint8Array[]; surroundings: Surroundings },
  random: Random,
): Uint8Array {
  const chance = random();
  if (chance < 0.5) return enveloped(structuredUpdate(of.surroundings, random), random);
  if (chance < 0.62) {
    return enveloped(mutated([structuredUpdate(of.surroundings, random)], random), random);
  }
  if (chance < 0.8) return enveloped(mutated(of.samples, random), random);
  if (chance < 0.85) return mutated([enveloped(pick(of.samples, random) ?? EMPTY, random)], random);
  if (chance < 0.95) return otherFrame(random);
  return mutated([EMPTY, otherFrame(random)], random);
}

const EMPTY = Uint8Array.of(0, 0);

function enveloped(update: Uint8Array, random: Random): Uint8Array {
  return random() < 0.7 ? updateMessage(update) : missingMessage(update);
}

function otherFrame(random: Random): Uint8Array {
  switch (below(6, random)) {
    case 0:
      return awarenessMessage(presence(random));
    case 1:
      return stateVectorMessage(
        Y.encodeStateVector(
          new Map([
            [VICTIM, below(400, random)],
            [below(9, random), 1],
          ]),
        ),
      );
    case 2:
      return Uint8Array.of(3);
    case 3:
      return savedMessage(Uint8Array.of(0));
    case 4:
      return refusedMessage('x', 'y');
    default:
      return Uint8Array.of(below(256, random), below(4, random), below(256, random));
  }
}

function presence(random: Random): Uint8Array {
  return bytes((to) => {
    writeNumbers(to, 1, pick([ATTACKER, VICTIM, 9], random) ?? 9, below(20_000, random));
    encoding.writeVarString(to, pick(['{"anchor":1}', 'null', '[]', '{bad', '1'], random) ?? '');
  });
}
