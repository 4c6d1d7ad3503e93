import { inLocale } from '../../domain/shared/locale.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import type { TimelineMarkView } from '../../use-cases/register/timeline-views.ts';

/** What a mark of the timeline is called, for its picture and its row in the table alike. */
export function useMarkWords(): (mark: TimelineMarkView) => string {
  const t = useTranslate();
  const locale = useLocale();
  return ({ kind, stage, title }) => {
    if (kind === 'PERIOD') return t('deliverables.timeline.period');
    if (title !== null) return inLocale(title, locale);
    if (stage === null) return '';
    const name = t(`register.stage.${stage}`);
    return kind === 'PLANNED'
      ? t('deliverables.timeline.planned', { stage: name })
      : t('deliverables.timeline.reached', { stage: name });
  };
}
