import { z } from 'zod';
import { DOCUMENT_KINDS, type DocumentKind } from '../../domain/documents/document-kind.ts';

export const newDocumentForm = z.object({
  /** Kind and template in one word, as the radio buttons send it: `TOR/tor-firm`. */
  choice: z.string('template.unknown').transform((choice, check) => {
    const [kindWord, templateKey] = choice.split('/');
    const kind = DOCUMENT_KINDS.find((known): known is DocumentKind => known === kindWord);
    if (kind !== undefined && templateKey !== undefined) return { kind, templateKey };
    check.addIssue({ code: 'custom', message: 'template.unknown' });
    return z.NEVER;
  }),
  /** Empty asks for the usual title. */
  title: z.string().trim().max(300, 'title.too-long').default(''),
});
