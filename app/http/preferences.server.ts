import { isLocale, type Locale } from '../domain/shared/locale.ts';

export const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];
export const RAILS = ['wide', 'narrow'] as const;
/** Whether the side bar shows words or only signs. */
export type Rail = (typeof RAILS)[number];

/** Choices of one browser, kept in cookies because they must be known before the page is drawn. */
export type Preferences = { locale: Locale | null; theme: Theme; rail: Rail };

export function preferencesOf(request: Request): Preferences {
  const cookies = cookiesOf(request);
  const locale = cookies.get('dagang-locale');
  const theme = cookies.get('dagang-theme');
  return {
    locale: isLocale(locale) ? locale : null,
    theme: THEMES.find((known) => known === theme) ?? 'system',
    rail: cookies.get('dagang-rail') === 'narrow' ? 'narrow' : 'wide',
  };
}

/** `Set-Cookie` lines that keep the given choices for a year. */
export function preferenceCookies(chosen: {
  locale?: Locale | undefined;
  theme?: Theme | undefined;
  rail?: Rail | undefined;
}): string[] {
  return Object.entries(chosen)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `dagang-${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`);
}

/**
 * The language of a page: what this browser chose, else what the account says, else the best match
 * of `Accept-Language`, else Chinese.
 */
export function localeFor(request: Request, person: { locale: Locale | null } | null): Locale {
  return (
    preferencesOf(request).locale ??
    person?.locale ??
    acceptedLocale(request.headers.get('accept-language') ?? '') ??
    'zh-CN'
  );
}

/** RFC 9110, 12.5.4: the language with the highest weight that we speak; 0 means "not this one". */
function acceptedLocale(header: string): Locale | null {
  const wanted = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { tag, weight: weight === undefined ? 1 : Number(weight.trim().slice(2)) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((left, right) => right.weight - left.weight);
  for (const { tag } of wanted) {
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return null;
}

function cookiesOf(request: Request): Map<string, string> {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  return new Map(
    pairs.map((pair) => {
      const equals = pair.indexOf('=');
      return [pair.slice(0, equals), pair.slice(equals + 1)];
    }),
  );
}
