import { useTranslate } from '../../i18n/translate.tsx';
import { Field } from '../../ui/Field.tsx';
import type { FormOutcome } from './form-outcome.ts';

/** The title of something new, in both languages. */
export function BilingualTitleFields({ refused }: { refused: FormOutcome }) {
  const t = useTranslate();
  return (
    <>
      {TITLES.map(({ name, lang, label }) => {
        const code = refused?.fields[name];
        return (
          <Field key={name} label={t(label)} refusal={code && t(`refusals.${code}`)}>
            {(control) => (
              <input
                {...control}
                name={name}
                lang={lang}
                maxLength={300}
                required
                defaultValue={refused?.submitted[name]}
              />
            )}
          </Field>
        );
      })}
    </>
  );
}

const TITLES = [
  { name: 'titleZh', lang: 'zh-CN', label: 'deliverables.field.title-zh' },
  { name: 'titleEn', lang: 'en', label: 'deliverables.field.title-en' },
] as const;
