type Props<Value extends string> = {
  name: string;
  value: Value | '';
  options: readonly { value: Value; label: string }[];
  onChoose(value: Value): void;
};

/** A choice in the toolbar. An empty value shows that the selected blocks differ. */
export function ToolbarSelect<Value extends string>(props: Props<Value>) {
  const { name, value, options, onChoose } = props;
  return (
    <select
      className="editor-select"
      aria-label={name}
      title={name}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen !== undefined) onChoose(chosen.value);
      }}
    >
      {value === '' && <option value="">–</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
