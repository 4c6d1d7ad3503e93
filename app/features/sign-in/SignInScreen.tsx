import { useTranslate } from '../../i18n/translate.tsx';
import type { RefusalCode } from '../../domain/shared/refusal-code.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PreferenceForms } from '../shell/PreferenceForms.tsx';
import styles from './SignInScreen.module.css';

const PROJECT_CODE = 'P504267';

type Props = {
  theme: 'light' | 'dark' | 'system';
  refusal: {
    code: RefusalCode;
    fields: Readonly<Record<string, RefusalCode>>;
    email: string;
  } | null;
};

/** Works without scripts: one plain form. */
export function SignInScreen({ theme, refusal }: Props) {
  const t = useTranslate();
  const emailRefusal = refusal?.fields.email;
  const passwordRefusal = refusal?.fields.password;
  const isAboutFields = emailRefusal !== undefined || passwordRefusal !== undefined;
  return (
    <div className={styles.page}>
      <div className={styles.preferences}>
        <PreferenceForms theme={theme} />
      </div>
      <main className={styles.sheet} id="content">
        <header>
          <p className={styles.brand}>
            <Icon name="mark" />
            {t('shell.product')}
          </p>
          <p className={styles.project}>
            {t('shell.project')}
            <br />
            {t('sign-in.project-code', { code: PROJECT_CODE })}
          </p>
        </header>
        <h1>{t('sign-in.title')}</h1>
        {refusal !== null && !isAboutFields && (
          <Notice tone="danger">{t(`refusals.${refusal.code}`)}</Notice>
        )}
        <form method="post" className={styles.form}>
          <Field label={t('sign-in.email')} refusal={emailRefusal && t(`refusals.${emailRefusal}`)}>
            {(control) => (
              <input
                {...control}
                type="email"
                name="email"
                autoComplete="username"
                required
                defaultValue={refusal?.email}
              />
            )}
          </Field>
          <Field
            label={t('sign-in.password')}
            refusal={passwordRefusal && t(`refusals.${passwordRefusal}`)}
          >
            {(control) => (
              <input
                {...control}
                type="password"
                name="password"
                autoComplete="current-password"
                required
              />
            )}
          </Field>
          <Button type="submit" look="primary">
            {t('sign-in.submit')}
          </Button>
        </form>
        <p className={styles.help}>{t('sign-in.help')}</p>
      </main>
    </div>
  );
}
