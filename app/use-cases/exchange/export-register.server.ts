import { database } from '#db/connection.ts';
import { findAssignments } from '#db/queries/assignments.ts';
import { writeXlsx } from '#server/xlsx/write-xlsx.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { calendarDateAt } from '../../domain/shared/calendar-date.ts';
import type { Locale } from '../../domain/shared/locale.ts';
import { attachmentDisposition } from '../documents/export-docx.server.ts';
import { exchangeWords } from './exchange-words.server.ts';
import { registerFacts } from './register-facts.server.ts';
import { registerSheet, wordsSheet } from './register-sheet.server.ts';

/**
 * A view of the register as a workbook, as the answer to a download.
 * @param codes the assignments of the view, in its order; what the person may not read is left out.
 */
export async function exportRegister(view: {
  actor: Person;
  codes: readonly string[];
  locale: Locale;
  now: Date;
}): Promise<Response> {
  const { actor, codes, locale, now } = view;
  const db = database();
  const readable = (await findAssignments(db)).filter((record) =>
    may(actor, 'read', { type: 'assignment', ...record.standing }),
  );
  const facts = await registerFacts(db, actor, readable);
  const rows = codes.flatMap((code) => facts.get(code) ?? []);
  const words = await exchangeWords();
  const name = words[locale]('exchange.export.file', { date: calendarDateAt(now) });
  return workbook(writeXlsx([registerSheet(rows, locale, words)]), name);
}

/** The same table without rows, and the words that its columns understand. */
export async function importTemplate(locale: Locale): Promise<Response> {
  const words = await exchangeWords();
  const sheets = [registerSheet([], locale, words), wordsSheet(locale, words)];
  return workbook(writeXlsx(sheets), words[locale]('exchange.template.file'));
}

function workbook(bytes: Uint8Array, name: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': XLSX_MEDIA_TYPE,
      'content-disposition': attachmentDisposition(`${name}.xlsx`),
      'cache-control': 'private, no-store',
    },
  });
}

const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
