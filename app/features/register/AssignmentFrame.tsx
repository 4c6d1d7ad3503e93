import type { ReactNode } from 'react';
import { inLocale, inOtherLocale } from '../../domain/shared/locale.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import type { AssignmentFrame as Frame } from '../../use-cases/register/assignment-views.ts';
import { AssignmentPipeline } from './AssignmentPipeline.tsx';
import { AssumedMark } from './assumed-mark.tsx';

type Props = {
  frame: Frame;
  /** What this page does next; at most one primary button. */
  actions?: ReactNode;
  children: ReactNode;
};

/** Around every page of an assignment: what it is, where it stands, and its other pages. */
export function AssignmentFrame({ frame, actions, children }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { code, title } = frame;
  return (
    <>
      <RecordHeader
        crumbsLabel={t('shell.breadcrumb')}
        crumbs={[{ to: '/assignments', label: t('shell.assignments') }]}
        title={`${code} ${inLocale(title, locale)}`}
        otherTitle={{ text: inOtherLocale(title, locale), lang: locale === 'en' ? 'zh-CN' : 'en' }}
        summary={
          <>
            <span>{t(`register.kind.${frame.kind}`)}</span>
            {frame.holders.map((holder) => (
              <span key={holder.en}>{inLocale(holder, locale)}</span>
            ))}
            {frame.titleIsAssumed && <AssumedMark />}
          </>
        }
        actions={actions}
      >
        <AssignmentPipeline frame={frame} />
        <Tabs
          label={t('register.tabs')}
          tabs={frame.tabs.map((tab) => ({
            to: tab === 'overview' ? `/assignments/${code}` : `/assignments/${code}/${tab}`,
            label: t(`register.tab.${tab}`),
            end: tab === 'overview',
          }))}
        />
      </RecordHeader>
      {children}
    </>
  );
}
