import type { ReactNode } from 'react';

type Props = { label: string; className: string | undefined; children: ReactNode };

/** A wide table that scrolls sideways by itself, also for people who use the keyboard. */
export function ScrollRegion({ label, className, children }: Props) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reachable by the keyboard (WCAG 2.1.1)
    <div className={className} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
