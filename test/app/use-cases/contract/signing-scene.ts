import { eq } from 'drizzle-orm';
import type { Person } from '#app/domain/people/person.ts';
import { addDays, calendarDateAt } from '#app/domain/shared/calendar-date.ts';
import { signContract, type Signing } from '#app/use-cases/contract/sign-contract.server.ts';
import { database } from '#db/connection.ts';
import { organisations } from '#db/schema/index.ts';

export const now = new Date();
export const today = calendarDateAt(now);

/** Signs with usual terms, changed as given. */
export async function signWith(code: string, change: Partial<Signing> & { actor: Person }) {
  return await signContract({
    code,
    consultant: `organisation:${await firm('乙研究院（演示）')}`,
    signedOn: today,
    startsOn: today,
    endsOn: addDays(today, 300),
    currency: 'USD',
    amountMinor: 1_000_001,
    payments: [
      { deliverableNo: 1, amountMinor: 400_000 },
      { deliverableNo: 3, amountMinor: 600_001 },
    ],
    dueDates: [addDays(today, 30), addDays(today, 120), addDays(today, 290)],
    documentVersionId: null,
    now,
    ...change,
  });
}

export function refusal(code: string, field?: string) {
  return {
    ok: false,
    refusal: { code, ...(field !== undefined && { fields: { [field]: code } }) },
  };
}

export async function firms(nameZh: string) {
  return await database().select().from(organisations).where(eq(organisations.nameZh, nameZh));
}

export async function firm(nameZh: string): Promise<string> {
  return (await firms(nameZh))[0]?.id ?? '';
}
