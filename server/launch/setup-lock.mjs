import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const LONGEST_SETUP_MS = 30 * 60 * 1000;

/**
 * Waits until no other set-up of this checkout runs, and gives the function that lets the next one
 * begin. The file names its holder; that of a dead holder is taken over.
 */
export async function takeSetupLock(lock) {
  const own = nameOf(process.pid);
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, own);
  try {
    let isTold = false;
    while (!tryLink(draft, lock)) {
      const holder = readIfThere(lock);
      if (holder === null) continue;
      if (isAlive(holder) && isRecent(lock)) {
        if (!isTold)
          console.log(`[setup] Waiting for another set-up (process ${parseInt(holder)})`);
        isTold = true;
        await pause(200);
      } else setAside(lock, holder, draft);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  const release = () => {
    if (readIfThere(lock) === own) rmSync(lock, { force: true });
  };
  process.once('exit', release);
  return release;
}

/** A link appears whole, its content included, and only one can have the name. */
function tryLink(draft, lock) {
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead holder's file away; if another came first, what was moved is theirs: put it back. */
function setAside(lock, holder, draft) {
  const aside = `${draft}.stale`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (readIfThere(aside) !== holder) tryLink(aside, lock);
  rmSync(aside, { force: true });
}

/** Number and, where Linux tells it, start of the process: numbers are used again. */
function nameOf(pid) {
  const stat = readIfThere(`/proc/${pid}/stat`);
  return `${pid} ${stat === null ? '' : stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
}

function isAlive(holder) {
  const pid = parseInt(holder);
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return nameOf(pid) === holder;
}

function isRecent(lock) {
  const found = statSync(lock, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs < LONGEST_SETUP_MS;
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return null;
    throw error;
  }
}
