// Outlives a test run that was killed, and tidies up after it. Argument: the directory that holds
// the run's database. The owner holds our input open for as long as it lives.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const directory = process.argv[2];

process.stdin.resume();
process.stdin.once('end', () => {
  endServer(path.join(directory, 'data/postgres/cluster/postmaster.pid'));
  rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

/** At once, without a checkpoint: nobody will read this database again. */
function endServer(record) {
  try {
    process.kill(Number.parseInt(readFileSync(record, 'utf8'), 10), 'SIGQUIT');
  } catch (error) {
    // An orderly run has stopped its server already.
    if (error.code !== 'ENOENT' && error.code !== 'ESRCH') throw error;
  }
}
