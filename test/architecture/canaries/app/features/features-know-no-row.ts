import type { Row } from '#db/queries/rows.ts';

export type Broken = Row;
