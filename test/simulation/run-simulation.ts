import { Simulation, type Clock } from './simulation.ts';
import type { SimulatedClient } from './simulated-client.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { Violations } from './violations.ts';

/** What could happen next, and how likely it is beside the rest. */
type Chance = { weight: number; happens: () => void };

export type Run = {
  violations: Violations['found'];
  rows: number;
  crashes: number;
  tokens: number;
};

/** Runs one seed from its start to its check. It ends early at the first violation. */
export async function runSimulation(seed: number, clock: Clock): Promise<Run> {
  const simulation = new Simulation(seed, clock);
  const steps = 150 + simulation.below(350);
  try {
    for (const client of simulation.clients) simulation.connect(client);
    for (let step = 0; step < steps && !simulation.violations.any; step += 1) {
      choose(simulation)?.happens();
      await clock.turn();
    }
    if (!simulation.violations.any) await comeToRest(simulation);
    if (!simulation.violations.any) simulation.check();
  } catch (fault) {
    simulation.violations.add('thrown', fault instanceof Error ? fault.message : String(fault));
  }
  for (const process of simulation.processes) simulation.crash(process);
  return {
    violations: simulation.violations.found,
    rows: simulation.log.rows.length,
    crashes: simulation.log.clients.length - simulation.processes.length,
    tokens: simulation.writing.tokens.length,
  };
}

function choose(simulation: Simulation): Chance | undefined {
  const chances = [
    ...simulation.clients.flatMap((client) => chancesOfClient(simulation, client)),
    ...chancesOfLinks(simulation),
    ...chancesOfLog(simulation),
    ...simulation.processes.flatMap((process) => chancesOfProcess(simulation, process)),
    { weight: 2, happens: () => simulation.clock.advance(simulation.below(40)) },
    // Long enough for keep-alives and pings.
    { weight: 0.05, happens: () => simulation.clock.advance(35_000) },
  ];
  const total = chances.reduce((sum, { weight }) => sum + weight, 0);
  let left = (simulation.below(1_000_000) / 1_000_000) * total;
  return chances.find(({ weight }) => (left -= weight) < 0);
}

function chancesOfClient(simulation: Simulation, client: SimulatedClient): Chance[] {
  const { writing, style } = simulation;
  const isAway = client.away > 0;
  if (isAway) client.away -= 1;
  const chances: Chance[] = [];
  if (client.mayWrite) {
    chances.push(
      { weight: 1.5, happens: () => writing.writeToken(client) },
      { weight: 0.4, happens: () => writing.removeToken(client) },
      { weight: 0.02, happens: () => writing.paste(client) },
    );
    if (style === 'free') chances.push({ weight: 2, happens: () => writing.editFreely(client) });
  }
  const { link } = client;
  if (link === null) {
    if (!isAway) chances.push({ weight: 1, happens: () => simulation.connect(client) });
    return [...chances, ...chancesOfPage(simulation, client)];
  }
  const cut = () => link.cut(simulation.below(link.toServer.length + 1));
  chances.push(
    { weight: 0.1, happens: cut },
    {
      weight: 0.04,
      happens: () => {
        cut();
        client.away = 40 + simulation.below(200);
      },
    },
    { weight: 0.1, happens: () => client.askForNews() },
  );
  return [...chances, ...chancesOfPage(simulation, client)];
}

function chancesOfPage(simulation: Simulation, client: SimulatedClient): Chance[] {
  return [
    { weight: 0.05, happens: () => simulation.reload(client, 'kept') },
    { weight: 0.02, happens: () => simulation.reload(client, 'lost') },
  ];
}

function chancesOfLinks(simulation: Simulation): Chance[] {
  return [...simulation.links].flatMap((link) => {
    if (link.isOver && link.toServer.length === 0) simulation.links.delete(link);
    const { admit, toServer, toClient } = link;
    if (admit !== null) return [{ weight: 2, happens: admit }];
    const chances: Chance[] = [];
    if (toServer.length > 0) {
      const several = () => times(1 + simulation.below(3), () => link.deliverToServer());
      chances.push({ weight: 4, happens: several });
    }
    if (toClient.length > 0) {
      // A browser hears every frame in a turn of its own.
      chances.push({ weight: 6, happens: () => link.deliverToClient() });
    }
    const again = toServer[simulation.below(toServer.length)];
    if (again instanceof Uint8Array && !isAnswer(again) && toServer.at(-1) !== 'end') {
      chances.push({ weight: 0.1, happens: () => toServer.push(again) });
    }
    return chances;
  });
}

/** An answer belongs to one question; everything else may well be said twice. */
function isAnswer(frame: Uint8Array): boolean {
  return frame[0] === MESSAGE_SYNC && frame[1] === STEP_2;
}

const MESSAGE_SYNC = 0;
const STEP_2 = 1;

function chancesOfLog({ log }: Simulation): Chance[] {
  return log.calls.flatMap((call) =>
    call.isPerformed
      ? [
          { weight: 3, happens: call.answer },
          { weight: 0.05, happens: call.fail },
        ]
      : [
          { weight: 3, happens: call.perform },
          { weight: 0.05, happens: call.fail },
        ],
  );
}

function chancesOfProcess(simulation: Simulation, process: SimulatedProcess): Chance[] {
  if (process.isDead) return [{ weight: 0.5, happens: () => simulation.restart(process) }];
  const chances: Chance[] = [{ weight: 0.05, happens: () => simulation.crash(process) }];
  if (process.log.isDeaf) chances.push({ weight: 0.3, happens: () => process.restoreLine() });
  if (process.log.inbox.length > 0) {
    chances.push(
      { weight: 1, happens: () => hearAnnouncement(process) },
      { weight: 0.1, happens: () => process.loseLine() },
    );
  }
  return chances;
}

function hearAnnouncement({ log }: SimulatedProcess): void {
  const line = log.inbox.shift();
  if (line !== undefined) log.hear?.onMessage(line);
}

/** Nothing breaks any more, everybody comes back, and all that is under way arrives. */
async function comeToRest(simulation: Simulation): Promise<void> {
  const { clients, links, log, clock } = simulation;
  let quietRounds = 0;
  for (let round = 0; round < ROUNDS_MAX && !simulation.violations.any; round += 1) {
    for (const process of [...simulation.processes]) {
      if (process.isDead) simulation.restart(process);
      else if (process.log.isDeaf) process.restoreLine();
      while (process.log.inbox.length > 0) hearAnnouncement(process);
    }
    for (const client of clients) simulation.connect(client);
    for (const call of [...log.calls]) {
      if (!call.isPerformed) call.perform();
      call.answer();
    }
    for (const link of [...links]) {
      link.admit?.();
      times(link.toServer.length, () => link.deliverToServer());
      for (let frames = link.toClient.length; frames > 0; frames -= 1) {
        link.deliverToClient();
        await clock.turn();
      }
      if (link.isOver && link.toServer.length === 0) links.delete(link);
    }
    clock.advance(50);
    await clock.turn();
    quietRounds = isAtRest(simulation) ? quietRounds + 1 : 0;
    if (quietRounds === 3) return;
  }
  const unsaved = clients.filter(({ isSaved }) => !isSaved).map(({ personId }) => personId);
  simulation.violations.add('rest', `no rest after everything works; unsaved: ${unsaved.join()}`);
}

function isAtRest({ clients, links, log, processes }: Simulation): boolean {
  return (
    log.calls.length === 0 &&
    processes.every((process) => process.log.inbox.length === 0) &&
    clients.every(({ link, isSaved }) => link !== null && isSaved) &&
    [...links].every(({ toServer, toClient }) => toServer.length + toClient.length === 0)
  );
}

const ROUNDS_MAX = 300;

function times(count: number, act: () => void): void {
  for (let done = 0; done < count; done += 1) act();
}
