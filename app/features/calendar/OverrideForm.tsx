import { Form, useNavigation } from '../../framework.ts';
import type { FormRefusal } from '../../http/refusal-response.server.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Says of one day whether it is worked. */
export function OverrideForm({ refusal }: { refusal: FormRefusal | null }) {
  const t = useTranslate();
  const isSaving = useNavigation().state === 'submitting';
  const submitted = refusal?.submitted;
  return (
    <Form method="post">
      {refusal !== null && <Notice tone="danger">{t(`refusals.${refusal.code}`)}</Notice>}
      <Field label={t('calendar.day')}>
        {(control) => (
          <input {...control} type="date" name="date" required defaultValue={submitted?.date} />
        )}
      </Field>
      <Field label={t('calendar.is')}>
        {(control) => (
          <select {...control} name="is" defaultValue={submitted?.is ?? 'FREE'}>
            <option value="FREE">{t('calendar.is.FREE')}</option>
            <option value="WORKING">{t('calendar.is.WORKING')}</option>
          </select>
        )}
      </Field>
      <Field label={t('calendar.reason')}>
        {(control) => (
          <input
            {...control}
            name="reason"
            maxLength={500}
            required
            defaultValue={submitted?.reason}
          />
        )}
      </Field>
      <Button type="submit" look="primary" disabled={isSaving}>
        {t('calendar.save')}
      </Button>
    </Form>
  );
}
