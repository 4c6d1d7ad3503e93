import { Field } from '../../ui/Field.tsx';

type Props = {
  name: string;
  label: string;
  /** What was chosen before; the first option without it. */
  chosen?: string | undefined;
  options: readonly { value: string; label: string }[];
};

/** One of a few values. */
export function Choice({ name, label, chosen, options }: Props) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} name={name} defaultValue={chosen}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
