import type { ReactNode } from 'react';

type Props = { words: string; children?: ReactNode };

/** One sentence under the badge, read out at once, with what can be done about it. */
export function StateNotice({ words, children }: Props) {
  return (
    <div className="editor-trouble" role="alert">
      <p>{words}</p>
      {children !== undefined && <div className="editor-trouble-acts">{children}</div>}
    </div>
  );
}
