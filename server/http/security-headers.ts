import type { MiddlewareHandler } from 'hono';

/** What the web server keeps for one request; the nonce reaches the page through the load context. */
export type HttpVariables = { nonce: string };

/**
 * Sends nothing to, and takes nothing from, any other site. In development Vite writes its own
 * inline styles and speaks to its own socket, so there the content policy stays away.
 */
export function securityHeaders(
  mode: 'production' | 'development',
): MiddlewareHandler<{ Variables: HttpVariables }> {
  return async (context, next) => {
    const nonce = crypto.randomUUID();
    context.set('nonce', nonce);
    await next();
    const { headers } = context.res;
    // Attachments set a stricter policy of their own.
    if (mode === 'production' && !headers.has('content-security-policy')) {
      headers.set('content-security-policy', policy(nonce, context.req.header('host') ?? ''));
    }
    setPlainHeaders(headers);
  };
}

function setPlainHeaders(headers: Headers): void {
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
}

function policy(nonce: string, host: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    // Column widths and caret positions are style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    // Older Safari does not count sockets as 'self'.
    `connect-src 'self' ws://${host} wss://${host}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
