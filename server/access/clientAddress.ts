/** What is known of where a request came from. */
export interface AddressSource {
  /** Address at the other end of the connection. */
  readonly peer: string | undefined
  readonly forwardedFor: string | undefined
  /** A public address is configured, so a proxy in the same network is expected. */
  readonly behindProxy: boolean
}

/**
 * The address to count rates and connections by. A `X-Forwarded-For` counts only if the neighbour is
 * this machine, or (with PUBLIC_URL set) in the private network, and then its last entry: the one
 * that neighbour wrote itself. Anything else a client could make up.
 */
export function findClientAddress({ peer, forwardedFor, behindProxy }: AddressSource): string {
  const near = plain(peer ?? '')
  if (!isLoopback(near) && !(behindProxy && isPrivate(near))) return near
  const last = forwardedFor?.split(',').at(-1)?.trim() ?? ''
  return /^[0-9a-fA-F.:]{2,45}$/.test(last) ? plain(last) : near
}

/** IPv4 inside IPv6 in its short form, so that one machine has one name. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase()
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.')
}

function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|f[cd][0-9a-f]{2}:|fe80:)/.test(address)
}
