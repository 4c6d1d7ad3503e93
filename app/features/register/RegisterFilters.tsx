import type { FormEvent } from 'react';
import { BOARD_PHASES } from '../../domain/register/stage.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { Form, Link, useSubmit } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import type { ComponentView } from '../../use-cases/register/assignment-views.ts';
import { isFiltered, type RegisterQuery } from './register-query.ts';
import styles from './RegisterFilters.module.css';

type Props = { query: RegisterQuery; components: readonly ComponentView[] };

/** A form that asks by address. A choice acts at once where scripts run; words act on Enter. */
export function RegisterFilters({ query, components }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const submit = useSubmit();
  function submitChoice(event: FormEvent<HTMLFormElement>) {
    const isText = event.target instanceof HTMLInputElement && event.target.type === 'search';
    if (!isText) submit(event.currentTarget);
  }
  return (
    <Form
      method="get"
      action="/assignments"
      className={styles.filters}
      onChange={submitChoice}
      role="search"
    >
      <input
        key={query.text}
        type="search"
        name="q"
        defaultValue={query.text}
        placeholder={t('register.table.search')}
        aria-label={t('register.table.search')}
        maxLength={100}
      />
      <label>
        <span>{t('register.table.component')}</span>
        <select key={query.component} name="component" defaultValue={query.component ?? ''}>
          <option value="">{t('register.table.all')}</option>
          {components.map(({ no, name }) => (
            <option key={no} value={no}>
              {`${no} ${inLocale(name, locale)}`}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('register.table.phase')}</span>
        <select key={query.phase} name="phase" defaultValue={query.phase ?? ''}>
          <option value="">{t('register.table.all')}</option>
          {BOARD_PHASES.map((phase) => (
            <option key={phase} value={phase}>
              {t(`register.phase.${phase}`)}
            </option>
          ))}
        </select>
      </label>
      <Tick name="mine" label={t('register.table.mine')} isOn={query.mine} />
      <Tick name="late" label={t('register.table.late')} isOn={query.late} />
      {query.sort !== 'code' && <input type="hidden" name="sort" value={query.sort} />}
      {query.direction === 'descending' && <input type="hidden" name="dir" value="desc" />}
      <Button type="submit">{t('register.table.apply')}</Button>
      {isFiltered(query) && <Link to="/assignments">{t('register.table.clear')}</Link>}
    </Form>
  );
}

function Tick({ name, label, isOn }: { name: string; label: string; isOn: boolean }) {
  return (
    <label className={styles.tick}>
      <input key={String(isOn)} type="checkbox" name={name} value="1" defaultChecked={isOn} />
      {label}
    </label>
  );
}
