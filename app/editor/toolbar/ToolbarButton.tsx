import type { ReactNode } from 'react';

type Props = {
  name: string;
  /** Shown with the name on hover, e.g. `Ctrl+B`. */
  shortcut?: string;
  /** Given for a button that stays down. */
  pressed?: boolean;
  disabled?: boolean;
  onPress(): void;
  children: ReactNode;
};

/** A toolbar button that leaves the selection in the text as it is. */
export function ToolbarButton(props: Props) {
  const { name, shortcut, pressed, disabled, onPress, children } = props;
  return (
    <button
      type="button"
      className="editor-tool"
      aria-label={name}
      title={shortcut === undefined ? name : `${name} (${shortcut})`}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      disabled={disabled === true}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <span aria-hidden="true">{children}</span>
    </button>
  );
}
