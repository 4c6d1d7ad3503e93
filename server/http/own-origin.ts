/** Whether a request that a browser calls `origin` comes from a page of this very host. */
export function isOwnOrigin(origin: string, host: string | undefined): boolean {
  if (host === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === host;
}

/**
 * Whether a request may change something, as far as its origin goes. A browser names its origin
 * with every change, so one that is named must be ours. A request without any such mark comes from
 * a program; it may only act on a credential that no browser attaches by itself.
 */
export function mayChange(request: Request): boolean {
  if (SAFE_METHODS.has(request.method)) return true;
  const origin = request.headers.get('origin');
  if (origin !== null) return isOwnOrigin(origin, request.headers.get('host') ?? undefined);
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  return request.headers.get('cookie') === null;
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
