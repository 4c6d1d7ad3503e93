// Puts a whole state where Hocuspocus will look for it, as if it had stored it itself.
// Arguments: file of the database, name of the document, file of the state.
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';

const [file, name, state] = process.argv.slice(2);
const database = new Database(file);
database.exec(
  'create table if not exists documents (name varchar(255) not null, data blob not null, unique(name))',
);
database
  .prepare('insert or replace into documents (name, data) values (?, ?)')
  .run(name, readFileSync(state));
database.close();
