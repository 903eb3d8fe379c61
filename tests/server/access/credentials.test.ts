import { describe, expect, it } from 'vitest'
import { readCookie, readCredentials, writeDeviceCookie } from '../../../server/access/credentials'

const parameters = new URLSearchParams('p=ana&key=from-address')

describe('credentials', () => {
  it('ACC-5: come from cookie, header and parameters', () => {
    expect(
      readCredentials({
        cookie: 'theme=dark; weft_device=abc=; other=1',
        authorization: 'Bearer from-header',
        parameters,
        sameSite: true,
      }),
    ).toEqual({ participant: 'ana', device: 'abc=', bearer: 'from-header', keyParameter: 'from-address' })
  })

  it("ACC-12: leave out a foreign page's cookie, but not a key it knows", () => {
    const credentials = readCredentials({
      cookie: 'weft_device=abc',
      authorization: undefined,
      parameters,
      sameSite: false,
    })
    expect(credentials).toMatchObject({ device: undefined, keyParameter: 'from-address' })
  })

  it('ACC-2: leave out what is empty, absurdly long or of another scheme', () => {
    expect(
      readCredentials({
        cookie: 'weft_device=',
        authorization: 'Basic abc',
        parameters: new URLSearchParams({ key: 'x'.repeat(201), p: '' }),
        sameSite: true,
      }),
    ).toEqual({ participant: undefined, device: undefined, bearer: undefined, keyParameter: undefined })
    expect(readCookie(undefined, 'weft_device')).toBeNull()
    expect(readCookie('xweft_device=1; ;', 'weft_device')).toBeNull()
  })

  it('ACC-13: the cookie cannot be read by scripts, sent by other sites, or over plain HTTP once TLS is there', () => {
    expect(writeDeviceCookie('abc', true)).toBe(
      'weft_device=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=34560000; Secure',
    )
    expect(writeDeviceCookie('abc', false)).not.toContain('Secure')
  })
})
