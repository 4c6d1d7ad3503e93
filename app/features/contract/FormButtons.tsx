import { useNavigation } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import form from '../register/form.module.css';

/** The one primary button of a form, and the way back without saving. */
export function FormButtons({ label, back }: { label: string; back: string | null }) {
  const t = useTranslate();
  const isSaving = useNavigation().state === 'submitting';
  return (
    <div className={form.buttons}>
      <Button type="submit" look="primary" disabled={isSaving}>
        {isSaving ? t('shell.saving') : label}
      </Button>
      {back !== null && (
        <ButtonLink to={back} look="quiet">
          {t('shell.cancel')}
        </ButtonLink>
      )}
    </div>
  );
}
