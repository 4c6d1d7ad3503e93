import { useTranslate } from '../../i18n/translate.tsx';
import type { FormRefusal } from '../../http/refusal-response.server.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PreferenceForms } from '../shell/PreferenceForms.tsx';
import styles from './SignInScreen.module.css';

type Props = { theme: 'light' | 'dark' | 'system'; refusal: FormRefusal | null };

/** Where the first administrator of an empty installation comes in. Works without scripts. */
export function FirstAccountScreen({ theme, refusal }: Props) {
  const t = useTranslate();
  const wrong = (field: string) => {
    const code = refusal?.fields[field];
    return code && t(`refusals.${code}`);
  };
  const isAboutFields = Object.keys(refusal?.fields ?? {}).length > 0;
  return (
    <div className={styles.page}>
      <div className={styles.preferences}>
        <PreferenceForms theme={theme} />
      </div>
      <main className={styles.sheet} id="content">
        <p className={styles.brand}>
          <Icon name="mark" />
          {t('shell.product')}
        </p>
        <h1>{t('sign-in.first-title')}</h1>
        <p>{t('sign-in.first-text')}</p>
        {refusal !== null && !isAboutFields && (
          <Notice tone="danger">{t(`refusals.${refusal.code}`)}</Notice>
        )}
        <form method="post" className={styles.form}>
          <Field label={t('sign-in.name')} refusal={wrong('name')}>
            {(control) => (
              <input
                {...control}
                name="name"
                autoComplete="name"
                required
                defaultValue={refusal?.submitted.name}
              />
            )}
          </Field>
          <Field label={t('sign-in.email')} refusal={wrong('email')}>
            {(control) => (
              <input
                {...control}
                type="email"
                name="email"
                autoComplete="username"
                required
                defaultValue={refusal?.submitted.email}
              />
            )}
          </Field>
          <Field
            label={t('sign-in.password')}
            hint={t('sign-in.password-hint')}
            refusal={wrong('password')}
          >
            {(control) => (
              <input
                {...control}
                type="password"
                name="password"
                autoComplete="new-password"
                required
              />
            )}
          </Field>
          <Button type="submit" look="primary">
            {t('sign-in.first-submit')}
          </Button>
        </form>
      </main>
    </div>
  );
}
