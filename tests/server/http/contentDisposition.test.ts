import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentDisposition } from '../../../server/http/contentDisposition'

function encodedName(header: string): string {
  return decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(header)?.[1] ?? '')
}

describe('names of downloads', () => {
  it.each([
    ['Gärten & Flüsse', 'Gärten & Flüsse.png', 'Garten & Flusse.png'],
    ['地図', '地図.png', '__.png'],
    ['', 'map.png', 'map.png'],
    ['../../etc/passwd', 'etc passwd.png', 'etc passwd.png'],
    ['con', 'map con.png', 'map con.png'],
    ['100% "sure"', '100% sure.png', '100_ sure.png'],
    ["it's (new)*", "it's (new).png", "it's (new).png"],
  ])('API-15: %j becomes %j', (title, name, ascii) => {
    const header = contentDisposition(title, 'png')
    expect(encodedName(header)).toBe(name)
    expect(header).toContain(`filename="${ascii}"`)
  })

  it('API-15: any title gives a header that is one, and a name within a file system’s limits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const header = contentDisposition(title, 'svg')
        expect(header).toMatch(
          /^attachment; filename="[\x20\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[A-Za-z0-9%._~&+!#$^`|-]+$/,
        )
        expect(() => new Headers({ 'content-disposition': header })).not.toThrow()
        expect(encodedName(header).length).toBeLessThanOrEqual(200)
      }),
    )
  })
})
