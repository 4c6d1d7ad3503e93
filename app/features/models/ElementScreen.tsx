import { inLocale, inOtherLocale } from '../../domain/shared/locale.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { ElementPage } from '../../use-cases/models/model-views.ts';
import shared from '../register/register.module.css';
import { LinkTable } from './LinkTable.tsx';
import styles from './models.module.css';

/** One element of the registry, its instances, and every record that points at them. */
export function ElementScreen({ page }: { page: ElementPage }) {
  const t = useTranslate();
  const locale = useLocale();
  const { element, instances, backlinks } = page;
  const meaning = inLocale(element.meaning, locale);
  return (
    <>
      <RecordHeader
        crumbsLabel={t('shell.breadcrumb')}
        crumbs={[{ to: '/models', label: t('models.title') }]}
        title={inLocale(element.title, locale)}
        otherTitle={{
          text: inOtherLocale(element.title, locale),
          lang: locale === 'en' ? 'zh-CN' : 'en',
        }}
        summary={
          <>
            <span>{t(`models.model.${element.model}`)}</span>
            {element.kind !== null && <span>{t(`models.kind.${element.kind}`)}</span>}
            <code>{element.key}</code>
            {element.unit !== null && <span>{t('models.unit', { unit: element.unit })}</span>}
            <span>{t('models.revision', { revision: element.revision })}</span>
          </>
        }
      />
      <div className={shared.body}>
        <Card title={t('models.about')}>
          <div className={styles.about}>
            {meaning !== '' && <p>{meaning}</p>}
            <p>{t('models.source', { source: element.source })}</p>
          </div>
        </Card>
        {instances.length > 0 && (
          <Card title={t('models.instances')}>
            <ul className={styles.instances}>
              {instances.map((instance) => (
                <li key={instance.reference}>
                  {inLocale(instance.title, locale)}
                  {instance.links > 0 && <b>{t('models.link-count', { count: instance.links })}</b>}
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Card title={t('models.backlinks')}>
          {backlinks.length === 0 ? (
            <EmptyState>{t('models.backlinks.none')}</EmptyState>
          ) : (
            <LinkTable links={backlinks} />
          )}
        </Card>
      </div>
    </>
  );
}
