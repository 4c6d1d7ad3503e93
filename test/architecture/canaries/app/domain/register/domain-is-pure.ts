import { rows } from '#db/queries/rows.ts';

export const broken = rows;
