import { documents } from './documents.ts';
import { refusals } from './refusals.ts';
import { register } from './register.ts';
import { review } from './review.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';

/** The words that every page may need; the others come with what needs them. */
export default { shell, 'sign-in': signIn, register, documents, review, refusals } as const;
