/** Counts failed sign-ins in PostgreSQL, so that several processes share one count. */
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { databasePool } from '#db/connection.ts';

const WINDOW_SECONDS = 15 * 60;
/** A person who forgot which password it was needs three; five leave room for the IME. */
const FAILURES_PER_ACCOUNT_MAX = 5;
/** A whole office may sit behind one address. */
const FAILURES_PER_ADDRESS_MAX = 50;

type Attempt = { email: string; clientAddress: string };

/**
 * Takes one of the tries that this account and this address have in 15 minutes. It is taken before
 * the password is looked at, so that many guesses at the same time get no more tries than one
 * after the other.
 * @returns whether there was one left.
 */
export async function takeSignInTry(attempt: Attempt): Promise<boolean> {
  const { account, address } = limiters();
  const ofAddress = await address.penalty(attempt.clientAddress);
  if (ofAddress.consumedPoints > FAILURES_PER_ADDRESS_MAX) return false;
  const ofAccount = await account.penalty(accountKey(attempt));
  if (ofAccount.consumedPoints <= FAILURES_PER_ACCOUNT_MAX) return true;
  // One locked account must not lock its whole office.
  await address.reward(attempt.clientAddress);
  return false;
}

/** The password was right: the account has all its tries again, and the address this one. */
export async function giveBackSignInTries(attempt: Attempt): Promise<void> {
  const { account, address } = limiters();
  await Promise.all([account.delete(accountKey(attempt)), address.reward(attempt.clientAddress)]);
}

function accountKey({ email }: Attempt): string {
  return email.trim().toLowerCase();
}

function limiters() {
  const shared = {
    storeClient: databasePool(),
    storeType: 'pool',
    tableName: 'sign_in_attempts',
    tableCreated: true,
    clearExpiredByTimeout: false,
    duration: WINDOW_SECONDS,
  };
  return {
    account: new RateLimiterPostgres({
      ...shared,
      keyPrefix: 'account',
      points: FAILURES_PER_ACCOUNT_MAX,
    }),
    address: new RateLimiterPostgres({
      ...shared,
      keyPrefix: 'address',
      points: FAILURES_PER_ADDRESS_MAX,
    }),
  };
}
