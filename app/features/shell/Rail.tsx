import type { FormEvent } from 'react';
import { forgetKept } from '../../editor/collaboration/kept/kept-owner.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { Link, NavLink, useLocation } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PreferenceForms } from './PreferenceForms.tsx';
import styles from './Rail.module.css';
import type { ShellView } from './shell-view.ts';

type Props = {
  view: ShellView;
  rail: 'wide' | 'narrow';
  /** Null where the page itself decides. */
  onChoose: ((rail: 'wide' | 'narrow') => void) | null;
};

/** The side bar: where one can go, and under it who one is. Under 900 px it lies on top. */
export function Rail({ view, rail, onChoose }: Props) {
  const t = useTranslate();
  return (
    <header className={styles.rail} data-rail={rail}>
      <Link to="/" className={styles.brand}>
        <Icon name="mark" />
        <span className={styles.word}>{t('shell.product')}</span>
      </Link>
      <nav className={styles.places} aria-label={t('shell.navigation')}>
        {view.places.map(({ name, icon, label }) => (
          <NavLink key={name} to={`/${name}`} title={label}>
            <Icon name={icon} />
            <span className={styles.word}>{label}</span>
          </NavLink>
        ))}
        <AllAssignments count={view.count} />
        <h2 className={styles.word}>{t('shell.components')}</h2>
        <ComponentLinks components={view.components} />
      </nav>
      <div className={styles.foot}>
        <PreferenceForms theme={view.theme} />
        <Account person={view.person} />
        {onChoose !== null && <RailSwitch rail={rail} onChoose={onChoose} />}
      </div>
    </header>
  );
}

function AllAssignments({ count }: { count: number }) {
  const t = useTranslate();
  const { pathname, search } = useLocation();
  const isHere = pathname === '/assignments' && !search.includes('component=');
  return (
    <Link
      to="/assignments"
      aria-current={isHere ? 'page' : undefined}
      title={t('shell.assignments')}
    >
      <Icon name="contracts" />
      <span className={styles.word}>{t('shell.assignments')}</span>
      <span className={styles.count}>{count}</span>
    </Link>
  );
}

function ComponentLinks({ components }: { components: ShellView['components'] }) {
  const t = useTranslate();
  const locale = useLocale();
  const { pathname, search } = useLocation();
  const shown = pathname === '/assignments' ? new URLSearchParams(search).get('component') : null;
  return components.map(({ no, name, count }) => (
    <Link
      key={no}
      to={`/assignments?component=${no}`}
      aria-current={shown === String(no) ? 'page' : undefined}
      title={inLocale(name, locale)}
    >
      <b aria-label={t('shell.component', { no })}>{no}</b>
      <span className={styles.word}>{inLocale(name, locale)}</span>
      <span className={styles.count}>{count}</span>
    </Link>
  ));
}

function Account({ person }: { person: ShellView['person'] }) {
  const t = useTranslate();
  const name = inLocale(person.name, useLocale());
  return (
    <div className={styles.account}>
      <span className={styles.person}>
        <b>{name}</b>
        {person.role !== null && <small>{t(`register.person-role.${person.role}`)}</small>}
      </span>
      <form method="post" action="/sign-out" onSubmit={forgetKept}>
        <button aria-label={t('shell.sign-out')} title={t('shell.sign-out')}>
          <Icon name="sign-out" />
        </button>
      </form>
    </div>
  );
}

/** With scripts the bar moves at once; without them the form does the same. */
function RailSwitch({
  rail,
  onChoose,
}: {
  rail: Props['rail'];
  onChoose: (rail: Props['rail']) => void;
}) {
  const t = useTranslate();
  const { pathname, search } = useLocation();
  const other = rail === 'wide' ? 'narrow' : 'wide';
  const label = t(rail === 'wide' ? 'shell.rail.collapse' : 'shell.rail.expand');
  function choose(event: FormEvent) {
    event.preventDefault();
    document.cookie = `dagang-rail=${other}; path=/; max-age=31536000; samesite=lax`;
    onChoose(other);
  }
  return (
    <form method="post" action="/preferences" onSubmit={choose} className={styles.switch}>
      <input type="hidden" name="next" value={pathname + search} />
      <button name="rail" value={other} aria-label={label} title={label}>
        <Icon name="rail" />
      </button>
    </form>
  );
}
