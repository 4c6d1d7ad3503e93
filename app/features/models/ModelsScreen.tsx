import { MODELS, type Model } from '../../domain/models/model.ts';
import { inLocale, inOtherLocale } from '../../domain/shared/locale.ts';
import { Form, Link } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import table from '../../ui/table-look.module.css';
import type { ModelsPage } from '../../use-cases/models/model-views.ts';
import shared from '../register/register.module.css';
import { Completeness } from './Completeness.tsx';
import styles from './models.module.css';

type Props = { page: ModelsPage; asked: { model: Model | null; words: string } };

/** The registry of the data models: what a text, a comment or a commitment can point at. */
export function ModelsScreen({ page, asked }: Props) {
  const t = useTranslate();
  return (
    <>
      <RecordHeader
        title={t('models.title')}
        summary={
          <>
            <span role="status">{t('models.count', { count: page.elements.length })}</span>
            <Completeness completeness={page.completeness} />
          </>
        }
      >
        <Form method="get" className={styles.filters} role="search">
          <input
            type="search"
            name="q"
            defaultValue={asked.words}
            placeholder={t('models.search')}
            aria-label={t('models.search')}
            maxLength={100}
          />
          <select name="model" defaultValue={asked.model ?? ''} aria-label={t('models.model')}>
            <option value="">{t('models.all')}</option>
            {MODELS.map((model) => (
              <option key={model} value={model}>
                {t(`models.model.${model}`)}
              </option>
            ))}
          </select>
          <Button type="submit">{t('models.picker.find')}</Button>
        </Form>
      </RecordHeader>
      <div className={shared.body}>
        {page.elements.length === 0 ? (
          <EmptyState>{t('models.nothing')}</EmptyState>
        ) : (
          <ElementTable page={page} />
        )}
      </div>
    </>
  );
}

function ElementTable({ page }: { page: ModelsPage }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <ScrollRegion className={table.scroll} label={t('models.title')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('models.column.element')}</th>
            <th scope="col">{t('models.model')}</th>
            <th scope="col">{t('models.column.kind')}</th>
            <th scope="col">{t('models.column.unit')}</th>
            <th scope="col" className={table.number}>
              {t('models.links')}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.elements.map((element) => (
            <tr key={element.reference}>
              <th scope="row">
                <Link to={element.to}>{inLocale(element.title, locale)}</Link>{' '}
                <span className={shared.other} lang={locale === 'en' ? 'zh-CN' : 'en'}>
                  {inOtherLocale(element.title, locale)}
                </span>
              </th>
              <td>{t(`models.model.${element.model}`)}</td>
              <td>{element.kind !== null && t(`models.kind.${element.kind}`)}</td>
              <td>{element.unit}</td>
              <td className={table.number}>{element.links > 0 ? element.links : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
