/** On every answer: no guessing of types, no referrer (addresses may hold keys), nobody else's frames. */
const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
} as const

/**
 * Pages run their own scripts only and talk to their own server only. Inline scripts are needed by
 * the pages' framework; sockets are named one by one for browsers that do not count them as 'self'.
 */
function pagePolicy(host: string | undefined): string {
  const sockets = host !== undefined && /^[\w.:[\]-]{1,255}$/.test(host) ? ` ws://${host} wss://${host}` : ''
  return [
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${sockets}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
}

/** Answers of the API show nothing by themselves, even if someone opens an SVG made of others' words. */
const apiPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; frame-ancestors 'none'; sandbox"

/** Headers for a page that was asked for under this `Host`. */
export function pageHeaders(host: string | undefined): Readonly<Record<string, string>> {
  return { ...everywhere, 'content-security-policy': pagePolicy(host) }
}

/** Headers for an answer of the API. */
export const apiHeaders: Readonly<Record<string, string>> = { ...everywhere, 'content-security-policy': apiPolicy }
