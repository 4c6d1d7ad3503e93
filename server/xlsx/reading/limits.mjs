/** What a workbook of somebody may cost us. Beyond, it is refused before it hurts. */
export const PACKED_BYTES_MAX = 10 * 1024 * 1024;
export const UNPACKED_BYTES_MAX = 64 * 1024 * 1024;
export const ENTRIES_MAX = 2_000;
/** Tables pack well, about 1 to 40; what packs better than this and is large was made to hurt. */
export const RATIO_MAX = 250;
export const RATIO_COUNTS_FROM = 4 * 1024 * 1024;
export const ROWS_MAX = 20_000;
export const COLUMNS_MAX = 200;
export const CELLS_MAX = 600_000;
export const SHEETS_MAX = 50;
export const MERGED_AREAS_MAX = 10_000;
/** The limit of every spreadsheet program. */
export const TEXT_MAX = 32_767;
/** One long text may stand in many cells at little cost to the file, and at great cost to us. */
export const TEXT_TOTAL_MAX = 16 * 1024 * 1024;
export const HEAP_MEGABYTES = 384;
export const TIME_MS = 20_000;
