import { inLocale, inOtherLocale } from '../../domain/shared/locale.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Card } from '../../ui/Card.tsx';
import type { CommitmentView } from '../../use-cases/contract/contract-views.ts';
import facts from '../register/AssignmentScreen.module.css';
import styles from './contract.module.css';

/** What was promised, how much of it, by when, and where that was said. */
export function CommitmentFacts({ commitment }: { commitment: CommitmentView }) {
  const t = useTranslate();
  const locale = useLocale();
  const { text, targetValue, unit, dueOn, source, quote } = commitment;
  return (
    <Card title={t(`contract.commitment-kind.${commitment.kind}`)}>
      <dl className={facts.facts}>
        <div>
          <dt>{t('contract.sheet.commitment')}</dt>
          <dd>
            {inLocale(text, locale)}
            <br />
            <span className={styles.faint} lang={locale === 'en' ? 'zh-CN' : 'en'}>
              {inOtherLocale(text, locale)}
            </span>
          </dd>
        </div>
        {targetValue !== null && (
          <div>
            <dt>{t('contract.commitment.target')}</dt>
            <dd>{`${targetValue} ${unit ?? ''}`}</dd>
          </div>
        )}
        {dueOn !== null && (
          <div>
            <dt>{t('contract.commitment.due')}</dt>
            <dd>{formatDate(locale, dueOn)}</dd>
          </div>
        )}
        {source !== null && (
          <div>
            <dt>{t('contract.commitment.source')}</dt>
            <dd>
              {t('contract.version', {
                kind: t(`register.document-kind.${source.kind}`),
                title: source.title,
                no: source.no,
              })}
            </dd>
          </div>
        )}
        {quote !== '' && (
          <div>
            <dt>{t('contract.commitment.quote')}</dt>
            <dd>
              <blockquote className={styles.quote}>{quote}</blockquote>
            </dd>
          </div>
        )}
      </dl>
    </Card>
  );
}
