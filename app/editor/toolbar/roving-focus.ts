import type { KeyboardEvent } from 'react';

/**
 * Arrow keys, Home and End among the controls of a toolbar, which is one Tab stop. Selects keep
 * their own up and down.
 */
export function moveToolbarFocus(event: KeyboardEvent<HTMLElement>): void {
  const controls = toolbarControls(event.currentTarget);
  const at = controls.indexOf(event.target as HTMLElement);
  const next = nextIndex(event.key, at, controls.length);
  if (at === -1 || next === null) return;
  event.preventDefault();
  controls[next]?.focus();
}

/** Makes exactly one control a Tab stop: the one with focus, else the first. */
export function keepOneTabStop(toolbar: HTMLElement): void {
  const controls = toolbarControls(toolbar);
  const stop = controls.find((control) => control === document.activeElement) ?? controls[0];
  for (const control of controls) control.tabIndex = control === stop ? 0 : -1;
}

export function toolbarControls(toolbar: HTMLElement): HTMLElement[] {
  return [...toolbar.querySelectorAll<HTMLElement>('button, select')].filter(
    (control) => !control.matches(':disabled') && control.closest('[role="menu"]') === null,
  );
}

function nextIndex(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
