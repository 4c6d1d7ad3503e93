/** Counts failed sign-ins in PostgreSQL, so that several processes share one count. */
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { databasePool } from '#db/connection.ts';

const WINDOW_SECONDS = 15 * 60;
/** A person who forgot which password it was needs three; five leave room for the IME. */
const FAILURES_PER_ACCOUNT_MAX = 5;
/** A whole office may sit behind one address. */
const FAILURES_PER_ADDRESS_MAX = 50;

type Attempt = { email: string; clientAddress: string };

/** Whether this account or this address has failed too often in the last 15 minutes. */
export async function isSignInBlocked(attempt: Attempt): Promise<boolean> {
  const { account, address } = limiters();
  const [ofAccount, ofAddress] = await Promise.all([
    account.get(accountKey(attempt)),
    address.get(attempt.clientAddress),
  ]);
  return (
    (ofAccount?.consumedPoints ?? 0) >= FAILURES_PER_ACCOUNT_MAX ||
    (ofAddress?.consumedPoints ?? 0) >= FAILURES_PER_ADDRESS_MAX
  );
}

export async function recordFailedSignIn(attempt: Attempt): Promise<void> {
  const { account, address } = limiters();
  await Promise.all([account.penalty(accountKey(attempt)), address.penalty(attempt.clientAddress)]);
}

export async function forgetFailedSignIns(attempt: Attempt): Promise<void> {
  await limiters().account.delete(accountKey(attempt));
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
