import type { RefusalCode } from '../../domain/shared/refusal-code.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { AssignmentLinksPage } from '../../use-cases/models/model-views.ts';
import type { AssignmentFrame as Frame } from '../../use-cases/register/assignment-views.ts';
import { AssignmentFrame } from '../register/AssignmentFrame.tsx';
import shared from '../register/register.module.css';
import { Completeness } from './Completeness.tsx';
import { LinkPicker } from './LinkPicker.tsx';
import { LinkTable } from './LinkTable.tsx';

type Props = {
  frame: Frame;
  page: AssignmentLinksPage;
  asked: { record: string; words: string };
  refusal: RefusalCode | null;
};

/** What the records of one assignment say about the data models. */
export function LinksScreen({ frame, page, asked, refusal }: Props) {
  const t = useTranslate();
  return (
    <AssignmentFrame frame={frame}>
      <div className={shared.body}>
        <Card title={t('models.links')} aside={<Completeness completeness={page.completeness} />}>
          {page.links.length === 0 ? (
            <EmptyState>{t('models.links.none')}</EmptyState>
          ) : (
            <LinkTable links={page.links} />
          )}
        </Card>
        {page.mayLink && (
          <Card title={t('models.picker')}>
            <LinkPicker
              records={page.records}
              targets={page.targets}
              asked={asked}
              refusal={refusal}
            />
          </Card>
        )}
      </div>
    </AssignmentFrame>
  );
}
