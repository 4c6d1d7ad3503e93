import { Field } from '../../ui/Field.tsx';
import type { FormOutcome } from '../register/FactsScreen.tsx';
import { useRefusedForm } from './use-refused-form.ts';

type Props = {
  label: string;
  name: string;
  outcome: FormOutcome;
  hint?: string;
  max?: string;
  value?: string;
  isOptional?: boolean;
};

/** A calendar date of a contract. */
export function DateField(props: Props) {
  const { label, name, outcome, hint, max, value = '', isOptional = false } = props;
  const { reason, typed } = useRefusedForm(outcome);
  return (
    <Field label={label} hint={hint} refusal={reason(name)}>
      {(control) => (
        <input
          {...control}
          type="date"
          name={name}
          max={max}
          required={!isOptional}
          defaultValue={typed(name, value)}
        />
      )}
    </Field>
  );
}
