import { zlibSync } from 'fflate'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { limits } from '@/lib/base/limits'
import { embedMapInPng, extractMapFromPng } from '@/lib/formats/pngMap'
import { unpackMap } from '@/lib/formats/packedMap'
import { readMapFile } from '@/lib/formats/readMapFile'
import { embedMapInSvg, extractMapFromSvg } from '@/lib/formats/svgMap'
import type { WeftMap } from '@/lib/model/weftMap'
import { arbitraryMap } from './arbitraryMap'
import { expectMap } from './reading'

const map = {
  weft: 1,
  meta: { schemaVersion: 1, title: 'Größe & <Maß> ]]>', description: '' },
  elements: { a: { kind: 'variable', label: '🌊 "River"', description: '</metadata>' } },
  links: {},
  positions: { board: { a: [1, 2] } },
} as unknown as WeftMap

const other = { ...map, meta: { ...map.meta, title: 'Other' } }
const png = new Uint8Array(
  await sharp({ create: { width: 40, height: 20, channels: 4, background: '#369' } })
    .png()
    .toBuffer(),
)
const svg = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="4"><title>x</title></svg>\n'

function embed(bytes: Uint8Array, what: WeftMap): Uint8Array {
  const result = embedMapInPng(bytes, what)
  if (!result.ok) throw new Error(result.reason.code)
  return result.value
}

describe('a map inside a PNG', () => {
  it('FORMAT-70: comes out the same, and the picture is still a picture', async () => {
    const carrying = embed(png, map)
    expect(expectMap(readMapFile(carrying, { fileName: 'map.png' })).map).toEqual(map)
    expect(await sharp(carrying).metadata()).toMatchObject({ width: 40, height: 20 })
    expect(await sharp(carrying).raw().toBuffer()).toEqual(await sharp(png).raw().toBuffer())
  })

  it('FORMAT-70: any map comes out the same', () => {
    fc.assert(
      fc.property(arbitraryMap, (any) => {
        expect(expectMap(readMapFile(embed(png, any))).map).toEqual(any)
      }),
      { numRuns: 50 },
    )
  })

  it('FORMAT-71: a second map takes the place of the first', () => {
    const twice = embed(embed(png, map), other)
    expect(expectMap(readMapFile(twice)).map).toEqual(other)
    expect(twice.length).toBeLessThan(embed(png, map).length + 100)
  })

  it('FORMAT-72: a picture without a map is told apart from a damaged one', () => {
    expect(extractMapFromPng(png)).toEqual({ ok: false, reason: { code: 'no-map-inside' } })
    const damaged = embed(png, map)
    const at = new TextDecoder('latin1').decode(damaged).indexOf('weft-map') + 40
    damaged[at] = (damaged[at] ?? 0) ^ 0xff
    expect(extractMapFromPng(damaged)).toMatchObject({ reason: { code: 'damaged-map-inside' } })
    expect(extractMapFromPng(png.subarray(0, 30))).toMatchObject({ reason: { code: 'broken-picture' } })
    expect(embedMapInPng(new Uint8Array([1, 2, 3]), map)).toMatchObject({ reason: { code: 'broken-picture' } })
  })

  it('FORMAT-72: a picture cut short after the map still gives it', () => {
    const carrying = embed(png, map)
    expect(expectMap(readMapFile(carrying.subarray(0, carrying.length - 20))).map).toEqual(map)
  })

  it('FORMAT-73: what unpacks to more than 20 MB is refused without unpacking it', () => {
    const bomb = zlibSync(new Uint8Array(limits.importBytes + 1_000_000), { level: 9 })
    expect(bomb.length).toBeLessThan(100_000)
    expect(unpackMap(bomb)).toMatchObject({ reason: { code: 'too-large' } })
    expect(unpackMap(bomb.subarray(0, 50))).toMatchObject({ reason: { code: 'damaged-map-inside' } })
    expect(unpackMap(new Uint8Array(0))).toMatchObject({ reason: { code: 'damaged-map-inside' } })
  })
})

describe('a map inside an SVG', () => {
  it('FORMAT-74: comes out the same', () => {
    const carrying = embedMapInSvg(svg, map)
    expect(expectMap(readMapFile(new TextEncoder().encode(carrying), { fileName: 'map.svg' })).map).toEqual(map)
    expect(carrying.indexOf('<title>')).toBeLessThan(carrying.indexOf('<metadata>'))
  })

  it('FORMAT-71: a second map takes the place of the first', () => {
    const twice = embedMapInSvg(embedMapInSvg(svg, map), other)
    expect(twice.match(/<metadata>/g)).toHaveLength(1)
    expect(expectMap(readMapFile(new TextEncoder().encode(twice))).map).toEqual(other)
  })

  it('FORMAT-72: a picture without a map is told apart from a damaged one', () => {
    expect(extractMapFromSvg(svg)).toEqual({ ok: false, reason: { code: 'no-map-inside' } })
    const carrying = embedMapInSvg(svg, map)
    expect(extractMapFromSvg(carrying.replace('</weft:map>', ''))).toMatchObject({
      reason: { code: 'damaged-map-inside' },
    })
    expect(extractMapFromSvg(carrying.replace('base64">e', 'base64">!'))).toMatchObject({
      reason: { code: 'damaged-map-inside' },
    })
    expect(embedMapInSvg('no picture', map)).toBe('no picture')
  })
})
