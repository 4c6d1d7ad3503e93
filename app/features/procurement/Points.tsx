import { formatHundredths } from '../../i18n/points.ts';
import { useLocale } from '../../i18n/translate.tsx';

/** Points with their two decimals; a dash while there are none. */
export function Points({ hundredths }: { hundredths: number | null }) {
  const locale = useLocale();
  return <>{hundredths === null ? '—' : formatHundredths(locale, hundredths)}</>;
}
