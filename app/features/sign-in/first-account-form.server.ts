import { z } from 'zod';

/** OWASP asks for 8 at least; this account opens everything. */
const PASSWORD_CHARACTERS_MIN = 12;

export const firstAccountForm = z.object({
  name: z.string().trim().min(1, 'name.missing').max(200, 'form.invalid'),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .min(1, 'email.missing')
    .max(320, 'email.invalid')
    .regex(/^[^\s@]+@[^\s@]+$/, 'email.invalid'),
  password: z
    .string()
    .min(PASSWORD_CHARACTERS_MIN, 'password.too-short')
    .max(1_000, 'form.invalid'),
});
