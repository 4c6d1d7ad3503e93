export type ToolbarIconName = keyof typeof PATHS;

/** A sign on a toolbar button, drawn on a grid of 16; the button's name says the same in words. */
export function ToolbarIcon({ name }: { name: ToolbarIconName }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

const PATHS = {
  undo: 'M6 3 2.5 6.5 6 10M3 6.5h6a4 4 0 0 1 0 8H7',
  redo: 'M10 3l3.5 3.5L10 10M13 6.5H7a4 4 0 0 0 0 8h2',
  outdent: 'M14 3H2M14 13H2M14 6.5H8M14 9.5H8M5 6 3 8l2 2',
  indent: 'M14 3H2M14 13H2M14 6.5H8M14 9.5H8M3 6l2 2-2 2',
  link: 'M6.5 9.5l3-3M7 4.5l1-1a3.2 3.2 0 0 1 4.5 4.5l-1 1M9 11.5l-1 1A3.2 3.2 0 0 1 3.5 8l1-1',
  table: 'M2 3h12v10H2zM2 6.5h12M2 9.8h12M6 6.5V13M10 6.5V13',
  image: 'M2 3h12v10H2zM2.5 12l3.5-4 3 3 2-2 2.5 3M10.5 6h.01',
  footnote: 'M2 13h6M2 10h8M2 7h8M12 2.5l1.5-1v5',
  field:
    'M6 2.5c-2 0-2 1-2 2.5S4 8 2.5 8C4 8 4 9.5 4 11s0 2.5 2 2.5M10 2.5c2 0 2 1 2 2.5s0 3 1.5 3C12 8 12 9.5 12 11s0 2.5-2 2.5',
  pageBreak: 'M3 6V2h10v4M3 10v4h10v-4M1.5 8H4M6.7 8h2.6M12 8h2.5',
} as const;
