import type { RefusalCode } from '../../domain/shared/refusal-code.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import styles from './blocks.module.css';

type Props = {
  documentId: string;
  title: string;
  /** What the block says now; null when it is gone. */
  present: string | null;
  /** Why there is no present text, where there is none. */
  missing: RefusalCode;
  refusal: { code: RefusalCode; submitted: Readonly<Record<string, string>> } | null;
};

/** One block in a plain field. After a refusal it holds what was typed, beside the present text. */
export function BlockScreen({ documentId, title, present, missing, refusal }: Props) {
  const t = useTranslate();
  const back = `/documents/${documentId}/blocks`;
  const typed = refusal?.submitted.text ?? present ?? '';
  const reason = refusal?.code ?? (present === null ? missing : null);
  const hasMoved = refusal?.code === 'block.changed' && present !== null;
  return (
    <>
      <RecordHeader
        crumbsLabel={t('shell.breadcrumb')}
        crumbs={[
          { to: `/documents/${documentId}`, label: title },
          { to: back, label: t('text-pages.blocks.title') },
        ]}
        title={t('text-pages.blocks.one')}
      />
      <form method="post" className={styles.form}>
        {reason !== null && <Notice tone="danger">{t(`refusals.${reason}`)}</Notice>}
        {hasMoved && (
          <section aria-label={t('text-pages.blocks.present')}>
            <h2>{t('text-pages.blocks.present')}</h2>
            <p className={styles.present}>{present}</p>
          </section>
        )}
        <input type="hidden" name="baseText" value={present ?? ''} />
        <Field label={t('text-pages.blocks.text')} hint={t('text-pages.blocks.text.marks')}>
          {(control) => <textarea {...control} name="text" rows={10} defaultValue={typed} />}
        </Field>
        <div className={styles.buttons}>
          {present !== null && (
            <Button type="submit" look="primary">
              {t(hasMoved ? 'text-pages.blocks.replace' : 'text-pages.blocks.save')}
            </Button>
          )}
          <ButtonLink to={back} look="quiet" reloadDocument>
            {t('text-pages.blocks.back')}
          </ButtonLink>
        </div>
      </form>
    </>
  );
}
