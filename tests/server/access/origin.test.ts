import { describe, expect, it } from 'vitest'
import { isSameSite, type RequestOrigin } from '../../../server/access/origin'

function from(parts: Partial<RequestOrigin>): RequestOrigin {
  return { origin: undefined, fetchSite: undefined, host: 'maps.example.org', forwardedHost: undefined, ...parts }
}

describe('where a request comes from', () => {
  it.each<[string, Partial<RequestOrigin>, string | undefined]>([
    ['a program, which says nothing', {}, undefined],
    ['its own page', { origin: 'http://maps.example.org' }, undefined],
    ['its own page behind a TLS proxy', { origin: 'https://maps.example.org' }, undefined],
    [
      'its own page on the default port',
      { origin: 'https://maps.example.org', host: 'maps.example.org:443' },
      undefined,
    ],
    [
      'its own page under the public address',
      { origin: 'https://weft.example', host: '127.0.0.1:3000' },
      'https://weft.example',
    ],
    [
      'its own page, the proxy naming the host',
      { origin: 'https://weft.example', host: 'inner', forwardedHost: 'weft.example, x' },
      undefined,
    ],
    ['its own page without an origin', { fetchSite: 'same-origin' }, undefined],
    ['the address bar', { fetchSite: 'none' }, undefined],
  ])('ACC-12: takes %s for its own', (_, parts, publicUrl) => {
    expect(isSameSite(from(parts), publicUrl)).toBe(true)
  })

  it.each<[string, Partial<RequestOrigin>]>([
    ['another site', { origin: 'https://evil.example' }],
    ['a site that ends alike', { origin: 'https://evil-maps.example.org' }],
    ['another port of the same host', { origin: 'http://maps.example.org:8080' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['another site without an origin', { fetchSite: 'cross-site' }],
    ['a sister domain without an origin', { fetchSite: 'same-site' }],
    ['a request without a host', { origin: 'https://evil.example', host: undefined }],
    ['a broken host', { origin: 'https://evil.example', host: 'a b' }],
  ])('ACC-12: takes %s for foreign', (_, parts) => {
    expect(isSameSite(from(parts), 'https://weft.example')).toBe(false)
  })
})
