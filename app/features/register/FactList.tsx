import type { ReactNode } from 'react';
import { inLocale, inOtherLocale } from '../../domain/shared/locale.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import type { AssignmentView } from '../../use-cases/register/assignment-views.ts';
import styles from './AssignmentScreen.module.css';
import { AssumedMark } from './assumed-mark.tsx';
import shared from './register.module.css';

/** What the register knows; what nobody has confirmed says so. */
export function FactList({ assignment }: { assignment: AssignmentView }) {
  const t = useTranslate();
  const locale = useLocale();
  const none = <span className={shared.faint}>{t('overview.fact.none')}</span>;
  const { title, titleIsAssumed, component, componentIsAssumed, holders } = assignment;
  return (
    <dl className={styles.facts}>
      <Fact name={t('overview.fact.title-other')}>
        <span lang={locale === 'en' ? 'zh-CN' : 'en'}>{inOtherLocale(title, locale)}</span>{' '}
        {titleIsAssumed && <AssumedMark />}
      </Fact>
      <Fact name={t('overview.fact.component')}>
        {component === null ? (
          none
        ) : (
          <>
            {`${component.no} ${inLocale(component.name, locale)}`}{' '}
            {componentIsAssumed && <AssumedMark />}
          </>
        )}
      </Fact>
      <Fact name={t('overview.fact.stage')}>{t(`register.stage.${assignment.stage}`)}</Fact>
      <Fact name={t('overview.fact.method')}>{t(`board.method.${assignment.method}`)}</Fact>
      <Fact name={t('overview.fact.holder')}>
        {holders.length === 0 ? none : holders.map((holder) => inLocale(holder, locale)).join(', ')}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
