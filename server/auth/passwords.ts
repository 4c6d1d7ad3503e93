import { hash, verify } from '@node-rs/argon2';

/** argon2id with the OWASP floor: 19 MiB, two passes, one lane. The package's default variant is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A Chinese password typed through another IME may arrive in another Unicode form. */
function normalised(password: string): string {
  return password.normalize('NFKC');
}

/** @returns a PHC string. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(normalised(password), COST);
}

/** Takes as long for an unknown account (`stored` null) as for a known one. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await decoy()), normalised(password));
  return stored !== null && matches;
}

let decoyHash: Promise<string> | null = null;

function decoy(): Promise<string> {
  decoyHash ??= hashPassword('a password that no account has');
  return decoyHash;
}
