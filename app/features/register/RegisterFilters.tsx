import type { FormEvent, ReactNode } from 'react';
import {
  ASSIGNMENT_KINDS,
  PROCUREMENT_REVIEWS,
  SELECTION_METHODS,
} from '../../domain/register/assignment.ts';
import {
  DUE_FILTERS,
  GROUPINGS,
  isFiltered,
  SOON_DAYS,
} from '../../domain/register/register-query.ts';
import { ASSIGNMENT_STAGES, BOARD_PHASES } from '../../domain/register/stage.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { Form, Link, useSubmit } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import type { RegisterPageView } from '../../use-cases/register/register-views.ts';
import styles from './RegisterFilters.module.css';

/** A form that asks by address. A choice acts at once where scripts run; words act on Enter. */
export function RegisterFilters({ page }: { page: RegisterPageView }) {
  const t = useTranslate();
  const locale = useLocale();
  const submit = useSubmit();
  const { query, components, holders } = page;
  function ask(form: HTMLFormElement) {
    const chosen = [...new FormData(form)].filter(([, value]) => value !== '');
    submit(
      chosen.map(([name, value]) => [name, String(value)] as [string, string]),
      { method: 'get', action: '/assignments' },
    );
  }
  function askByChoice(event: FormEvent<HTMLFormElement>) {
    const isText = event.target instanceof HTMLInputElement && event.target.type === 'search';
    if (!isText) ask(event.currentTarget);
  }
  function askByEnter(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    ask(event.currentTarget);
  }
  return (
    <Form
      method="get"
      action="/assignments"
      className={styles.filters}
      onChange={askByChoice}
      onSubmit={askByEnter}
      role="search"
    >
      <input
        key={query.text}
        type="search"
        name="q"
        defaultValue={query.text}
        placeholder={t('portfolio.table.search')}
        aria-label={t('portfolio.table.search')}
        maxLength={100}
      />
      <Choice
        name="component"
        label={t('portfolio.table.component')}
        value={query.component}
        options={[
          ...components.map(({ no, name }) => [no, `${no} ${inLocale(name, locale)}`] as const),
          ['none', t('board.no-component')],
        ]}
      />
      <Choice
        name="phase"
        label={t('portfolio.table.phase')}
        value={query.phase}
        options={BOARD_PHASES.map((phase) => [phase, t(`board.phase.${phase}`)])}
      />
      <Choice
        name="holder"
        label={t('portfolio.table.holder')}
        value={query.holder}
        options={holders.map(({ key, name }) => [key, inLocale(name, locale)])}
      />
      <Choice
        name="due"
        label={t('portfolio.table.due')}
        value={query.due}
        options={DUE_FILTERS.map((due) => [
          due,
          due === 'late'
            ? t('portfolio.table.due.late')
            : t('portfolio.table.due.soon', { days: SOON_DAYS }),
        ])}
      />
      <Choice
        name="group"
        label={t('portfolio.table.group')}
        usual={t('portfolio.table.no-group')}
        value={query.group}
        options={GROUPINGS.map((group) => [group, t(`portfolio.group.${group}`)])}
      />
      <MoreFilters page={page} />
      {query.sort !== 'code' && <input type="hidden" name="sort" value={query.sort} />}
      {query.direction === 'descending' && <input type="hidden" name="dir" value="desc" />}
      <Button type="submit">{t('portfolio.table.apply')}</Button>
      {isFiltered(query) && <Link to="/assignments">{t('portfolio.table.clear')}</Link>}
    </Form>
  );
}

/** What is asked for less often; open while one of them is set. */
function MoreFilters({ page: { query } }: { page: RegisterPageView }) {
  const t = useTranslate();
  const { stage, method, kind, review, mine, waiting } = query;
  const isSet = mine || waiting || [stage, method, kind, review].some((value) => value !== null);
  return (
    <details className={styles.more} open={isSet}>
      <summary>{t('portfolio.table.more')}</summary>
      <div>
        <Choice
          name="stage"
          label={t('portfolio.table.stage')}
          value={stage}
          options={ASSIGNMENT_STAGES.map((one) => [one, t(`register.stage.${one}`)])}
        />
        <Choice
          name="method"
          label={t('portfolio.table.method')}
          value={method}
          options={SELECTION_METHODS.map((one) => [one, t(`board.method.${one}`)])}
        />
        <Choice
          name="kind"
          label={t('portfolio.table.kind')}
          value={kind}
          options={ASSIGNMENT_KINDS.map((one) => [one, t(`register.kind.${one}`)])}
        />
        <Choice
          name="review"
          label={t('portfolio.table.review')}
          value={review}
          options={PROCUREMENT_REVIEWS.map((one) => [one, t(`portfolio.review.${one}`)])}
        />
        <Tick name="mine" value="1" isOn={mine}>
          {t('portfolio.table.mine')}
        </Tick>
        <Tick name="waiting" value="bank" isOn={waiting}>
          {t('portfolio.table.waiting')}
        </Tick>
      </div>
    </details>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string | number | null;
  options: readonly (readonly [string | number, string])[];
  usual?: string;
};

function Choice({ name, label, value, options, usual }: ChoiceProps) {
  const t = useTranslate();
  return (
    <label>
      <span>{label}</span>
      <select key={value} name={name} defaultValue={value ?? ''}>
        <option value="">{usual ?? t('portfolio.table.all')}</option>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function Tick(props: { name: string; value: string; isOn: boolean; children: ReactNode }) {
  const { name, value, isOn, children } = props;
  return (
    <label className={styles.tick}>
      <input key={String(isOn)} type="checkbox" name={name} value={value} defaultChecked={isOn} />
      {children}
    </label>
  );
}
