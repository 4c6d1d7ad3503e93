import { editor } from './editor.ts';
import pages from './pages.ts';
import { textPages } from './text-pages.ts';

/** All words of the language. */
export default { ...pages, editor, 'text-pages': textPages } as const;
