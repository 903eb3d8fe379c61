import { describe, expect, it } from 'vitest'
import { completeWebAddress, hostOf, isWebAddress } from '../../../lib/base/webAddress'

describe('web addresses', () => {
  it.each(['https://example.org', 'http://example.org:8080/a?b=c#d', 'https://exämple.org/ä'])(
    'CLAIM-9: %s is one',
    (text) => expect(isWebAddress(text)).toBe(true),
  )

  it.each([
    '',
    'example.org',
    'javascript:alert(1)',
    ' https://example.org',
    'https://exa\nmple.org',
    'https://a:b@c.org',
    'data:text/html,x',
    '//example.org',
  ])('CLAIM-9: %j is none', (text) => expect(isWebAddress(text)).toBe(false))

  it.each([
    ['example.org', 'https://example.org'],
    [' example.org/report?x=1 ', 'https://example.org/report?x=1'],
    ['http://example.org', 'http://example.org'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['see page 3', 'see page 3'],
    ['report.', 'report.'],
  ])('CLAIM-9: what people type, %j, is taken as %j', (typed, address) => {
    expect(completeWebAddress(typed)).toBe(address)
  })

  it('CLAIM-9: the host is shown as it really is', () => {
    expect(hostOf('https://www.example.org/long/way')).toBe('example.org')
    expect(hostOf('https://exаmple.org/')).toMatch(/^xn--/)
    expect(hostOf('no address')).toBe('no address')
  })
})
