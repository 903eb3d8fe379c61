import { describe, expect, it } from 'vitest'
import { findClientAddress } from '../../../server/access/clientAddress'

describe('the address to count by', () => {
  it.each([
    ['203.0.113.9', undefined, false, '203.0.113.9'],
    ['::ffff:203.0.113.9', undefined, false, '203.0.113.9'],
    // Only a neighbour may speak for others, and only its own entry counts.
    ['203.0.113.9', '198.51.100.1', true, '203.0.113.9'],
    ['127.0.0.1', '198.51.100.1', false, '198.51.100.1'],
    ['::1', '6.6.6.6, 198.51.100.1', false, '198.51.100.1'],
    ['172.18.0.2', '198.51.100.1', true, '198.51.100.1'],
    ['172.18.0.2', '198.51.100.1', false, '172.18.0.2'],
    ['127.0.0.1', 'not an address', false, '127.0.0.1'],
    ['127.0.0.1', '', false, '127.0.0.1'],
    [undefined, '198.51.100.1', true, ''],
    // One subscriber has a whole /64.
    ['2001:db8:7:1:a:b:c:d', undefined, false, '2001:db8:7:1::/64'],
    ['2001:0DB8:0007:0001::1', undefined, false, '2001:db8:7:1::/64'],
    ['2001:db8::1', undefined, false, '2001:db8:0:0::/64'],
    ['2001:db8:7:2::1', undefined, false, '2001:db8:7:2::/64'],
    ['127.0.0.1', '2001:db8:7:1::9', false, '2001:db8:7:1::/64'],
    ['::ffff:cb00:7109', undefined, false, '203.0.113.9'],
  ])('ACC-11: from %s, forwarded for %s, behind a proxy %s: %s', (peer, forwardedFor, behindProxy, address) => {
    expect(findClientAddress({ peer, forwardedFor, behindProxy })).toBe(address)
  })
})
