import { useTranslate } from '../../i18n/translate.tsx';
import { Field } from '../../ui/Field.tsx';
import type { VersionChoice } from '../../use-cases/contract/contract-views.ts';

type Props = {
  label: string;
  name: string;
  hint?: string | undefined;
  refusal: string | undefined;
  versions: readonly VersionChoice[];
  /** The word for choosing nothing. */
  none: string;
  value: string;
};

/** Chooses one of the frozen versions. */
export function VersionField({ label, name, hint, refusal, versions, none, value }: Props) {
  const t = useTranslate();
  return (
    <Field label={label} hint={hint} refusal={refusal}>
      {(control) => (
        <select {...control} name={name} defaultValue={value}>
          <option value="">{none}</option>
          {versions.map(({ id, kind, title, no }) => (
            <option key={id} value={id}>
              {t('contract.version', { kind: t(`register.document-kind.${kind}`), title, no })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
