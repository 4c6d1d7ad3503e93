export type Row = { id: string };
export const rows: Row[] = [];
