import { Field } from '../../ui/Field.tsx';
import type { FormOutcome } from '../register/FactsScreen.tsx';
import { useRefusedForm } from './use-refused-form.ts';

type Props = {
  label: string;
  name: string;
  outcome: FormOutcome;
  hint?: string;
  lang?: string;
  /** Lines of the field; more than one makes room for a passage. */
  rows?: number;
};

const LONG_MAX = 4000;
const SHORT_MAX = 500;

/** A text as people type it; what was refused stays in it. */
export function TextField({ label, name, outcome, hint, lang, rows = 1 }: Props) {
  const { reason, typed } = useRefusedForm(outcome);
  return (
    <Field label={label} hint={hint} refusal={reason(name)}>
      {(control) =>
        rows === 1 ? (
          <input
            {...control}
            name={name}
            lang={lang}
            autoComplete="off"
            maxLength={SHORT_MAX}
            defaultValue={typed(name)}
          />
        ) : (
          <textarea
            {...control}
            name={name}
            lang={lang}
            rows={rows}
            maxLength={LONG_MAX}
            defaultValue={typed(name)}
          />
        )
      }
    </Field>
  );
}
