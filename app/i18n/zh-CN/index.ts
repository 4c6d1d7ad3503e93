import { editor } from './editor.ts';
import pages from './pages.ts';

/** All words of the language. */
export default { ...pages, editor } as const;
