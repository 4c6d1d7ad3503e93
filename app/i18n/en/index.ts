import { documents } from './documents.ts';
import { editor } from './editor.ts';
import { refusals } from './refusals.ts';
import { register } from './register.ts';
import { review } from './review.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';

export default { shell, 'sign-in': signIn, register, documents, review, editor, refusals } as const;
