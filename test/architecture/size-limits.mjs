/** How large a thing may grow before it must be split. Read by the linter and by the style test. */
export const FILE_LINES_MAX = 300;
export const FUNCTION_LINES_MAX = 60;
/** A component is mostly markup, and a test mostly its story: both read at a glance when longer. */
export const JSX_FUNCTION_LINES_MAX = 100;
export const TEST_FUNCTION_LINES_MAX = 100;
export const PARAMETERS_MAX = 3;

/** Lists of words and what a program wrote: length there says nothing about the design. */
export const FOLDERS_OF_ANY_LENGTH = ['app/i18n/en/', 'app/i18n/zh-CN/', 'db/migrations/'];
