import { useTranslate } from '#app/i18n/translate.tsx';

/** Signs in beside this page, which keeps what was written. */
export function SignInLink() {
  const t = useTranslate();
  return (
    <a className="editor-trouble-link" href="/sign-in?next=%2F" target="_blank" rel="opener">
      {t('editor.trouble.sign-in')}
    </a>
  );
}
