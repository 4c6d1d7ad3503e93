import type { ReactNode } from 'react';
import { useTranslate } from '../../i18n/translate.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';

type Props = {
  code: string;
  /** The page it belongs to. */
  of: 'contract' | 'commitments';
  title: string;
  children: ReactNode;
};

/** One step away from the contract or the commitments of an assignment. */
export function SubPage({ code, of, title, children }: Props) {
  const t = useTranslate();
  return (
    <>
      <RecordHeader
        crumbsLabel={t('shell.breadcrumb')}
        crumbs={[
          { to: '/assignments', label: t('shell.assignments') },
          { to: `/assignments/${code}`, label: code },
          {
            to: `/assignments/${code}/${of}`,
            label: t(of === 'contract' ? 'contract.title' : 'contract.commitments'),
          },
        ]}
        title={title}
      />
      {children}
    </>
  );
}
