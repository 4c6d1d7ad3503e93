/**
 * A path of this site to go on to, or `/`. Anything that a browser could read as another site
 * (`//other`, `/\other`, a scheme) is dropped.
 */
export function sameSitePath(wanted: string | null): string {
  if (wanted === null || !wanted.startsWith('/')) return '/';
  const resolved = new URL(wanted, 'http://here.invalid');
  // Dots resolve away: `/.//other` ends as `//other`.
  if (resolved.host !== 'here.invalid' || resolved.pathname.startsWith('//')) return '/';
  return resolved.pathname + resolved.search + resolved.hash;
}
