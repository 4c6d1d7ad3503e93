import { inLocale } from '../../domain/shared/locale.ts';
import { Link } from '../../framework.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import table from '../../ui/table-look.module.css';
import type { MyTors, SectionCounts, TorView } from '../../use-cases/register/tor-views.ts';
import { BilingualText } from './BilingualText.tsx';
import pageStyles from './RegisterScreen.module.css';
import shared from './register.module.css';
import { stageTone } from './stage-tone.ts';
import styles from './TorsScreen.module.css';

/** One row for each of my terms of reference: how far it is, what is open, what comes next. */
export function TorsScreen({ tors, count, page, pages }: MyTors) {
  const t = useTranslate();
  return (
    <>
      <RecordHeader
        title={t('portfolio.tors.title')}
        summary={t('portfolio.tors.count', { count })}
      />
      <div className={shared.body}>
        {tors.length === 0 ? (
          <EmptyState
            action={<ButtonLink to="/assignments">{t('portfolio.views.open-register')}</ButtonLink>}
          >
            {t('portfolio.tors.empty')}
          </EmptyState>
        ) : (
          <div>
            <ScrollRegion
              className={`${table.scroll} ${styles.frame}`}
              label={t('portfolio.tors.caption')}
            >
              <table className={`${table.table} ${styles.tors}`}>
                <caption className="visually-hidden">{t('portfolio.tors.caption')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('portfolio.tors.assignment')}</th>
                    <th scope="col">{t('portfolio.tors.document')}</th>
                    <th scope="col">{t('portfolio.tors.sections')}</th>
                    <th scope="col" className={table.number}>
                      {t('portfolio.tors.comments')}
                    </th>
                    <th scope="col">{t('portfolio.tors.clock')}</th>
                    <th scope="col">{t('portfolio.tors.step')}</th>
                  </tr>
                </thead>
                <tbody>
                  {tors.map((tor) => (
                    <TorRow key={tor.code} tor={tor} />
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
            {pages > 1 && (
              <nav className={pageStyles.pages} aria-label={t('portfolio.table.pages')}>
                {page > 1 && (
                  <Link to={`/tors?page=${page - 1}`}>{t('portfolio.table.previous')}</Link>
                )}
                <span>{t('portfolio.table.page', { page, pages })}</span>
                {page < pages && (
                  <Link to={`/tors?page=${page + 1}`}>{t('portfolio.table.next')}</Link>
                )}
              </nav>
            )}
          </div>
        )}
      </div>
    </>
  );
}

function TorRow({ tor }: { tor: TorView }) {
  const t = useTranslate();
  const locale = useLocale();
  const { code, title, stage, isLed, document, pending, step } = tor;
  const act = t(`portfolio.tors.act.${step.act}`);
  return (
    <tr>
      <th scope="row">
        <Link to={`/assignments/${code}`}>{code}</Link>{' '}
        {isLed && <small className={shared.faint}>{t('portfolio.tors.lead')}</small>}
        <div className={styles.title}>
          <BilingualText text={title} />
        </div>
      </th>
      <td>
        {document === null ? (
          <span className={shared.faint}>{t('portfolio.tors.none')}</span>
        ) : (
          <Link to={`/documents/${document.id}`}>{document.title}</Link>
        )}
        <div>
          <Chip tone={stageTone(stage)}>{t(`register.stage.${stage}`)}</Chip>
        </div>
      </td>
      <td>{document !== null && <Sections counts={document.sections} />}</td>
      <td className={table.number}>{document === null ? '' : document.openThreads}</td>
      <td>
        {pending !== null &&
          (pending.dueOn === null ? (
            t('portfolio.tors.no-answer-date')
          ) : (
            <time dateTime={pending.dueOn}>{formatDate(locale, pending.dueOn)}</time>
          ))}
      </td>
      <td>
        <ButtonLink
          to={step.to}
          aria-label={t('portfolio.tors.act-on', {
            act,
            code: `${code} ${inLocale(title, locale)}`,
          })}
        >
          {act}
        </ButtonLink>
      </td>
    </tr>
  );
}

function Sections({ counts: { done, thin, missing } }: { counts: SectionCounts }) {
  const t = useTranslate();
  return (
    <span className={styles.sections}>
      {done > 0 && <Chip tone="ok">{t('portfolio.tors.done', { count: done })}</Chip>}
      {thin > 0 && <Chip tone="warn">{t('portfolio.tors.thin', { count: thin })}</Chip>}
      {missing > 0 && <Chip tone="danger">{t('portfolio.tors.missing', { count: missing })}</Chip>}
    </span>
  );
}
