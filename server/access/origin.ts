/** The parts of a request that tell which page made it. */
export interface RequestOrigin {
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
  readonly host: string | undefined
  readonly forwardedHost: string | undefined
}

/**
 * True unless a browser says that a page of another site made this request. Programs say nothing
 * and pass; the cookie's SameSite=Lax is the second lock. The scheme is not compared, since TLS
 * usually ends at a proxy. No page can set the forwarded host on its own, so it may be believed here.
 */
export function isSameSite(request: RequestOrigin, publicUrl: string | undefined): boolean {
  const { origin, fetchSite, host, forwardedHost } = request
  if (origin === undefined) return fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none'
  if (!URL.canParse(origin)) return false
  const from = new URL(origin)
  const own = [host, forwardedHost?.split(',')[0]?.trim(), publicUrl && new URL(publicUrl).host]
  return own.some((name) => name !== undefined && name !== '' && from.host === normaliseHost(name, from.protocol))
}

/** Drops a port that goes without saying, as `URL.host` does. */
function normaliseHost(host: string, protocol: string): string | undefined {
  const address = `${protocol}//${host}`
  return URL.canParse(address) ? new URL(address).host : undefined
}
