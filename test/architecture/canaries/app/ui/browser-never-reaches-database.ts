import { found } from './browser-never-reaches-database.rows.server.ts';

export const broken = found;
