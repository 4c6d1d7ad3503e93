import { inLocale } from '../../domain/shared/locale.ts';
import { PIPELINE_STEPS, pipelineStep } from '../../domain/register/stage.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Pipeline } from '../../ui/Pipeline.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import { LockFact } from './LockFact.tsx';
import type { DocumentHead } from '../../use-cases/documents/document-views.ts';

type Props = {
  head: DocumentHead;
  mode: 'read' | 'edit';
  openComments: number;
  /** With scripts: opens the form for a new comment. */
  onComment?: () => void;
};

/** The head of a document's page: where it belongs, how it stands, what to do next. */
export function DocumentHeader({ head, mode, openComments, onComment }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { id, assignment, lastChange } = head;
  return (
    <RecordHeader
      crumbsLabel={t('shell.breadcrumb')}
      crumbs={[
        { to: '/assignments', label: t('shell.assignments') },
        {
          to: `/assignments/${assignment.code}`,
          label: `${assignment.code} ${inLocale(assignment.title, locale)}`,
        },
      ]}
      title={<span lang={head.language ?? undefined}>{head.title}</span>}
      summary={
        <>
          <span>{t(`register.document-kind.${head.kind}`)}</span>
          <span>{t('documents.revision', { revision: head.revision })}</span>
          <span>
            {t('documents.last-change', {
              at: formatDateTime(locale, lastChange.at),
              by: inLocale(lastChange.by, locale),
            })}
          </span>
          {mode === 'read' && <LockFact head={head} />}
          {mode === 'read' && <a href={`/documents/${id}/versions`}>{t('documents.versions')}</a>}
          {mode === 'read' && head.may.comment && (
            <>
              <a href={`/documents/${id}/attribution`}>{t('documents.attribution')}</a>
              <a href={`/documents/${id}/history`}>{t('documents.history')}</a>
            </>
          )}
          <a href="#review">{t('documents.comments', { count: openComments })}</a>
        </>
      }
      actions={
        <>
          <ButtonLink to={`/documents/${id}/export.docx`} reloadDocument>
            <Icon name="download" />
            {t('documents.export')}
          </ButtonLink>
          <NextStep head={head} mode={mode} {...(onComment && { onComment })} />
        </>
      }
    >
      <ContractPipeline head={head} />
    </RecordHeader>
  );
}

function NextStep({ head, mode, onComment }: Omit<Props, 'openComments'>) {
  const t = useTranslate();
  if (mode === 'edit') {
    return <ButtonLink to={`/documents/${head.id}`}>{t('documents.read')}</ButtonLink>;
  }
  if (head.may.edit) {
    return (
      <ButtonLink to={`/documents/${head.id}/edit`} look="primary">
        <Icon name="edit" />
        {t('documents.edit')}
      </ButtonLink>
    );
  }
  if (!head.may.comment) return null;
  return (
    <ButtonLink to="#new-comment" look="primary" onClick={onComment}>
      <Icon name="comment" />
      {t('review.new.floating')}
    </ButtonLink>
  );
}

function ContractPipeline({ head }: { head: DocumentHead }) {
  const t = useTranslate();
  const { stage } = head.assignment;
  const present = pipelineStep(stage);
  const at = PIPELINE_STEPS.indexOf(present);
  const fact = t(`register.stage.${stage}`);
  return (
    <Pipeline
      label={t('documents.pipeline')}
      steps={PIPELINE_STEPS.map((step, index) => ({
        key: step,
        label: t(`register.step.${step}`),
        fact: index === at && fact !== t(`register.step.${step}`) ? fact : null,
        state: index < at ? 'done' : index > at ? 'ahead' : 'current',
      }))}
    />
  );
}
