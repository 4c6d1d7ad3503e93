import { inLocale } from '../../domain/shared/locale.ts';
import { Form, Link } from '../../framework.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { TimelinePage } from '../../use-cases/register/timeline-views.ts';
import filters from '../register/RegisterFilters.module.css';
import shared from '../register/register.module.css';
import due from './due.module.css';
import { TimelinePicture } from './TimelinePicture.tsx';
import { TimelineTable } from './TimelineTable.tsx';

type Props = { page: TimelinePage; shownAs: 'picture' | 'table' };

/** All contracts over the months, as a picture or, saying the same, as a table. */
export function TimelineScreen({ page, shownAs }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { rows, today, next, isFirst } = page;
  const hasDates = rows.some(({ marks }) => marks.length > 0);
  return (
    <>
      <RecordHeader
        title={t('deliverables.timeline.title')}
        summary={t('deliverables.timeline.lead', { date: formatDate(locale, today) })}
        actions={<ShownAs page={page} shownAs={shownAs} />}
      />
      <div className={shared.body}>
        <Filters page={page} shownAs={shownAs} />
        {rows.length === 0 || !hasDates ? (
          <Card title={t('deliverables.timeline.title')}>
            <EmptyState>
              {t(
                rows.length === 0
                  ? 'deliverables.timeline.empty'
                  : 'deliverables.timeline.no-dates',
              )}
            </EmptyState>
          </Card>
        ) : shownAs === 'table' ? (
          <TimelineTable rows={rows} />
        ) : (
          <TimelinePicture page={page} />
        )}
        <p className={due.pages}>
          {!isFirst && (
            <ButtonLink to={address(page, shownAs)}>{t('deliverables.timeline.first')}</ButtonLink>
          )}
          {next !== null && (
            <ButtonLink to={`${address(page, shownAs)}&after=${encodeURIComponent(next)}`}>
              {t('deliverables.timeline.more')}
            </ButtonLink>
          )}
        </p>
      </div>
    </>
  );
}

function ShownAs({ page, shownAs }: Props) {
  const t = useTranslate();
  return (
    <nav className={due.shown} aria-label={t('deliverables.timeline.as')}>
      {(['picture', 'table'] as const).map((each) => (
        <Link
          key={each}
          to={address(page, each)}
          aria-current={each === shownAs ? 'true' : undefined}
        >
          {t(`deliverables.timeline.as-${each}`)}
        </Link>
      ))}
    </nav>
  );
}

function Filters({ page: { components, component, mine }, shownAs }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <Form method="get" className={filters.filters} role="search">
      <input type="hidden" name="as" value={shownAs} />
      <label>
        <span>{t('deliverables.timeline.component')}</span>
        <select name="component" defaultValue={component ?? ''}>
          <option value="">{t('deliverables.timeline.all')}</option>
          {components.map(({ no, name }) => (
            <option key={no} value={no}>
              {`${no} ${inLocale(name, locale)}`}
            </option>
          ))}
        </select>
      </label>
      <label className={filters.tick}>
        <input type="checkbox" name="mine" value="yes" defaultChecked={mine} />
        {t('deliverables.timeline.mine')}
      </label>
      <Button type="submit">{t('deliverables.timeline.apply')}</Button>
    </Form>
  );
}

function address({ component, mine }: TimelinePage, shownAs: Props['shownAs']): string {
  const query = new URLSearchParams({ as: shownAs });
  if (component !== null) query.set('component', String(component));
  if (mine) query.set('mine', 'yes');
  return `?${query.toString()}`;
}
