import { useEffect, useState, type ReactNode } from 'react';
import { forgetKeptOfOthers } from '../../editor/collaboration/kept/kept-owner.ts';
import { useMatches, useNavigation } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Rail } from './Rail.tsx';
import styles from './Shell.module.css';
import type { ShellView } from './shell-view.ts';

/**
 * The frame around every page: side bar, demo band, progress. A route that needs the width asks for
 * a narrow side bar with `export const handle = { rail: 'narrow' }`.
 */
export function Shell({ view, children }: { view: ShellView; children: ReactNode }) {
  const t = useTranslate();
  const isWaiting = useNavigation().state !== 'idle';
  const [chosen, setChosen] = useState(view.rail);
  const asked = useMatches().some(({ handle }) => isNarrow(handle));
  const rail = asked ? 'narrow' : chosen;
  const { id } = view.person;
  useEffect(() => forgetKeptOfOthers(id), [id]);
  return (
    <div className={styles.shell} data-rail={rail}>
      <a className={`visually-hidden ${styles.skip}`} href="#content">
        {t('shell.skip')}
      </a>
      {isWaiting && <div className={styles.progress} aria-hidden="true" />}
      <Rail view={view} rail={rail} onChoose={asked ? null : setChosen} />
      <div className={styles.page}>
        {view.isDemo && (
          <aside className={styles.demo} aria-label={t('shell.demo')}>
            <b>{t('shell.demo')}</b> {t('shell.demo.explanation')}
          </aside>
        )}
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}

function isNarrow(handle: unknown): boolean {
  return (
    typeof handle === 'object' && handle !== null && 'rail' in handle && handle.rail === 'narrow'
  );
}
