import { PIPELINE_STEPS, pipelineStep } from '../../domain/register/stage.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Pipeline } from '../../ui/Pipeline.tsx';
import type { AssignmentFrame } from '../../use-cases/register/assignment-views.ts';

/** Where the contract stands. A returned report bends the present step back. */
export function AssignmentPipeline({ frame }: { frame: AssignmentFrame }) {
  const t = useTranslate();
  const { stage, nextDeliverable } = frame;
  const present = pipelineStep(stage);
  const at = PIPELINE_STEPS.indexOf(present);
  const isReturned = present === 'RUNNING' && nextDeliverable?.state === 'RETURNED';
  const fact =
    present === 'RUNNING' && nextDeliverable !== null
      ? t('register.page.deliverables.of', {
          no: nextDeliverable.no,
          count: frame.deliverableCount,
        })
      : t(`register.stage.${stage}`);
  return (
    <Pipeline
      label={t('register.page.pipeline')}
      steps={PIPELINE_STEPS.map((step, index) => ({
        key: step,
        label: t(`register.step.${step}`),
        fact: index === at && fact !== t(`register.step.${step}`) ? fact : null,
        state: index < at ? 'done' : index > at ? 'ahead' : isReturned ? 'returned' : 'current',
      }))}
    />
  );
}
