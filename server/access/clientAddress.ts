import { isIPv6 } from 'node:net'

/** What is known of where a request came from. */
export interface AddressSource {
  /** Address at the other end of the connection. */
  readonly peer: string | undefined
  readonly forwardedFor: string | undefined
  /** A public address is configured, so a proxy in the same network is expected. */
  readonly behindProxy: boolean
}

/**
 * The address to count rates and connections by: of IPv6 the network (/64) that one subscriber gets,
 * since who has one can come from any of its addresses. A `X-Forwarded-For` counts only if the neighbour is
 * this machine, or (with PUBLIC_URL set) in the private network, and then its last entry: the one
 * that neighbour wrote itself. Anything else a client could make up.
 */
export function findClientAddress({ peer, forwardedFor, behindProxy }: AddressSource): string {
  const near = plain(peer ?? '')
  if (!isLoopback(near) && !(behindProxy && isPrivate(near))) return networkOf(near)
  const last = forwardedFor?.split(',').at(-1)?.trim() ?? ''
  return /^[0-9a-fA-F.:]{2,45}$/.test(last) ? networkOf(plain(last)) : networkOf(near)
}

/** True of a request from this very machine, unless a proxy on it passes it on for others, and says so. */
export function isFromOwnMachine(peer: string | undefined, header: (name: string) => string | undefined): boolean {
  const isPassedOn = ['x-forwarded-for', 'forwarded', 'via'].some((name) => header(name) !== undefined)
  return !isPassedOn && isLoopback(plain(peer ?? ''))
}

/** `2001:db8:7:1:a:b:c:d` → `2001:db8:7:1::/64`; an IPv4 address, also one inside IPv6, is itself. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [, mapped] = /^::ffff:([0-9a-f]{1,4}:[0-9a-f]{1,4})$/.exec(address) ?? []
  if (mapped !== undefined) {
    const [high = 0, low = 0] = mapped.split(':').map((part) => parseInt(part, 16))
    return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  }
  const [before = '', after] = address.split('::')
  const head = before === '' ? [] : before.split(':')
  // Groups left out by `::` are zeros; what stands after it lies in the second half unless it is long.
  const tail = after === undefined || after === '' ? [] : after.split(':')
  const missing = after === undefined ? 0 : 8 - head.length - tail.length
  const groups = [...head, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...tail]
  return `${groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`
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
