import type { DocumentKind } from '../../domain/documents/document-kind.ts';
import { inLocale, type Locale } from '../../domain/shared/locale.ts';
import type { Translate } from '../../i18n/translator.ts';
import type { AssignmentView } from '../../use-cases/register/assignment-views.ts';

/** What a new document is called unless its author says otherwise, in the author's language. */
export function usualTitle(
  t: Translate,
  locale: Locale,
  subject: { kind: DocumentKind; assignment: Pick<AssignmentView, 'code' | 'title'> },
): string {
  return t('overview.new.default-title', {
    kind: t(`register.document-kind.${subject.kind}`),
    code: subject.assignment.code,
    title: inLocale(subject.assignment.title, locale),
  });
}
