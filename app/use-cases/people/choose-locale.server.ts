import { database } from '#db/connection.ts';
import { saveLocale } from '#db/queries/people.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Locale } from '../../domain/shared/locale.ts';

/** Remembers the interface language with the account, for mails and other devices. */
export async function chooseLocale(actor: Person, locale: Locale): Promise<void> {
  await saveLocale(database(), actor.id, locale);
}
