import { z } from 'zod';

/** Lengths only keep nonsense out; whether they match an account is decided later. */
export const signInForm = z.object({
  email: z.string().trim().toLowerCase().min(1, 'email.missing').max(320, 'sign-in.wrong'),
  password: z.string().min(1, 'password.missing').max(1_000, 'sign-in.wrong'),
});
