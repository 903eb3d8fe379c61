import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cityMap, edgeCaseMap, largeMap, tieMap } from '../../../bench/sampleMaps'
import type { ElementId } from '../../../lib/base/ids'
import { limits } from '../../../lib/base/limits'
import { allowedScale, drawMap, renderMap, type PictureOptions } from '../../../lib/render/renderMap'
import { light } from '../../../lib/render/palette'
import { renderThumbnail } from '../../../lib/render/thumbnail'
import { findAll, parseXml, textOf } from '../../helpers/parseXml'
import { anyMap, mapOf } from '../geometry/maps'

const words = (svg: string): readonly string[] => findAll(parseXml(svg), 'text').map(textOf)
const loop = mapOf(
  [
    ['Workload', 0, 0],
    ['Burnout', 320, 0],
    ['Turnover', 160, 180],
  ],
  [
    ['Workload', 'Burnout', { polarity: '+' }],
    ['Burnout', 'Turnover', { polarity: '+', delay: true }],
    ['Turnover', 'Workload', { polarity: '-' }],
  ],
  { title: 'Burnout' },
)

describe('pictures', () => {
  it('PIC-1: small maps look as agreed', async () => {
    await expect(renderMap(loop, { legend: true })).toMatchFileSnapshot('fixtures/loop.svg')
    await expect(renderMap(loop, { theme: 'dark', background: 'transparent' })).toMatchFileSnapshot(
      'fixtures/loop-dark.svg',
    )
    const actors = mapOf(
      [
        ['Council', 0, 0, { kind: 'stakeholder', sector: 'government', influence: 2 }],
        ['Tenants', 360, 20, { kind: 'stakeholder', sector: 'community', form: 'group' }],
        ['Ask them first', 180, 160, { kind: 'note' }],
      ],
      [['Council', 'Tenants', { kind: 'tie', type: 'money', label: 'yearly' }]],
    )
    await expect(renderMap(actors)).toMatchFileSnapshot('fixtures/actors.svg')
  })

  it('PIC-1: the same view gives the same bytes', () => {
    const again = cityMap()
    expect(renderMap(again, { legend: true })).toBe(renderMap(cityMap(), { legend: true }))
  })

  it('PIC-2: is well-formed XML for any map and any text', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 })
    fc.assert(
      fc.property(anyMap, text, text, (view, label, title) => {
        const [first] = view.elements.keys()
        const elements = new Map(view.elements)
        const element = first === undefined ? undefined : elements.get(first)
        if (first !== undefined && element) elements.set(first, { ...element, label })
        const links = new Map([...view.links].map(([id, link]) => [id, { ...link, label }]))
        const hostile = { ...view, elements, links, meta: { ...view.meta, title } }
        const root = parseXml(renderMap(hostile, { legend: true, title: true, stance: true }))
        expect(root.name).toBe('svg')
        parseXml(renderThumbnail(hostile))
      }),
    )
  })

  it.each([
    ['<script>alert(1)</script>'],
    ['"><image href="https://example.org/x.png"/>'],
    ["' onload='alert(1)"],
    ['&lt;b&gt; &amp; ]]>'],
    ['\u0000\u0008\u001b[31m\u009f'],
    ['\ud800 lone \udc00 halves'],
    ['x'.repeat(300)],
    ['\u202eright to left\u202c ثقة الناس'],
    ['👩‍👩‍👧‍👦🇳🇱'.repeat(20)],
    ['\n\n\n'],
  ])('PIC-2: a label like %j stays text', (label) => {
    const view = mapOf(
      [
        ['a', 0, 0, { label }],
        ['b', 300, 0, { label, kind: 'stakeholder', sector: label.slice(0, 40) }],
        ['n', 0, 200, { label, kind: 'note' }],
        ['f', 0, 0, { label, kind: 'frame', width: 900, height: 700 }],
      ],
      [['a', 'b', { label, kind: 'tie', type: label.slice(0, 40) }]],
      { title: label },
    )
    const root = parseXml(renderMap(view, { legend: true, title: true }))
    for (const name of ['script', 'foreignObject', 'image', 'a', 'style', 'use'])
      expect(findAll(root, name)).toEqual([])
    for (const element of ['svg', 'g', 'text', 'rect', 'path', 'circle'].flatMap((name) => findAll(root, name))) {
      expect(Object.keys(element.attributes).filter((key) => key.startsWith('on') || key.includes('href'))).toEqual([])
    }
  })

  it('PIC-3: refers to nothing outside; images only as allowed data', () => {
    const source = 'data:image/png;base64,iVBORw0KGgo='
    const view = mapOf([
      ['good', 0, 0, { kind: 'image', source }],
      ['bad', 300, 0, { kind: 'image', source: 'data:image/png;base64,x" onload="alert(1)' }],
      ['far', 600, 0, { kind: 'image', source: 'https://example.org/x.png' }],
    ])
    const svg = renderMap(view)
    expect(findAll(parseXml(svg), 'image').map((image) => image.attributes['href'])).toEqual([source])
    expect(renderMap(cityMap()).match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg'])
  })

  it('PIC-3: carries a font only as data', () => {
    const fontFace = 'data:font/woff2;base64,AAAA'
    expect(renderMap(loop, { fontFace })).toContain(
      `@font-face{font-family:Inter;font-weight:100 900;src:url(${fontFace})}`,
    )
    expect(renderMap(loop, { fontFace: 'https://example.org/inter.woff2' })).not.toContain('@font-face')
    expect(renderMap(loop, { fontFace: 'data:font/woff2;base64,A)}</style><script>' })).not.toContain('script')
  })

  it('PIC-4: has title, description and size', () => {
    const root = parseXml(renderMap(loop))
    expect(textOf(findAll(root, 'title')[0] ?? root)).toBe('Burnout')
    expect(textOf(findAll(root, 'desc')[0] ?? root)).toBe('System map with 3 elements and 3 links.')
    const { width, height, viewBox } = root.attributes
    expect(viewBox?.split(' ').slice(2)).toEqual([width, height])
    expect(textOf(findAll(parseXml(renderMap(mapOf([]))), 'title')[0] ?? root)).toBe('Untitled map')
  })

  it('PIC-4: an empty map is an empty sheet', () => {
    const { width, height } = drawMap(mapOf([]), { padding: 0 })
    expect([width, height]).toEqual([640, 360])
  })

  it('PIC-5: shows a frame with what lies in it, links only inside', () => {
    const view = mapOf(
      [
        ['Homes', 0, 0, { kind: 'frame', width: 600, height: 300 }],
        ['in', -150, 0],
        ['also', 150, 0],
        ['out', 900, 0],
      ],
      [
        ['in', 'also'],
        ['also', 'out'],
      ],
    )
    const svg = renderMap(view, { scope: { kind: 'frame', id: 'Homes' as ElementId } })
    expect(words(svg)).toEqual(['Homes', '?', 'in', 'also'])
    const some = renderMap(view, { scope: { kind: 'elements', ids: ['in', 'out'] as ElementId[] } })
    expect(words(some)).toEqual(['in', 'out'])
    expect(words(renderMap(view, { scope: { kind: 'frame', id: 'gone' as ElementId } }))).toEqual([])
  })

  it('PIC-6: background is canvas, white or none', () => {
    const ground = (options: PictureOptions): string | undefined => {
      const [first] = parseXml(renderMap(loop, options)).children.filter(
        (child) => typeof child !== 'string' && child.name !== 'title' && child.name !== 'desc',
      )
      return typeof first === 'object' && first.name === 'rect' ? first.attributes['fill'] : undefined
    }
    expect(ground({})).toBe(light.canvas)
    expect(ground({ theme: 'dark' })).toBe('#15181E')
    expect(ground({ background: 'white', theme: 'dark' })).toBe('#FFFFFF')
    expect(ground({ background: 'transparent' })).toBeUndefined()
    expect(renderMap(loop, { background: 'white', theme: 'dark' })).toBe(renderMap(loop, { background: 'white' }))
  })

  it('PIC-7: the legend explains what occurs and nothing else', () => {
    const legend = words(renderMap(loop, { legend: true })).slice(3)
    expect(legend).toEqual(['Same direction', 'Opposite direction', 'Delayed'])
    const ties = words(renderMap(tieMap(), { legend: true }))
    for (const word of ['Money', 'Conflict', 'friendship', 'Government', 'Media', 'culture'])
      expect(ties).toContain(word)
    expect(ties).not.toContain('Same direction')
    expect(renderMap(mapOf([['a', 0, 0]]), { legend: true })).toBe(renderMap(mapOf([['a', 0, 0]])))
  })

  it('LEVER-10: what the group chose has its dot in the picture and in the legend', () => {
    const dots = (svg: string) =>
      findAll(parseXml(svg), 'circle').filter(({ attributes }) => attributes['fill'] === light.accent)
    const plain = mapOf([['Trust', 40, 30]])
    const chosen = mapOf([['Trust', 40, 30, { chosen: true }]])
    expect(dots(renderMap(plain, { legend: true }))).toEqual([])
    expect(dots(renderMap(chosen))).toHaveLength(1)
    expect(dots(renderMap(chosen, { legend: true }))).toHaveLength(2)
    expect(words(renderMap(chosen, { legend: true }))).toContain('Chosen by the group')
  })

  it('PIC-8: signs as marks, letters or words', () => {
    expect(words(renderMap(loop))).toEqual(['Workload', 'Burnout', 'Turnover'])
    expect(words(renderMap(loop, { signStyle: 's-o' })).slice(0, 3)).toEqual(['s', 's', 'o'])
    expect(words(renderMap({ ...loop, meta: { ...loop.meta, signStyle: 'words' } })).slice(0, 3)).toEqual([
      'more',
      'more',
      'less',
    ])
  })

  it('PIC-9: stance only when asked for', () => {
    const view = mapOf([['a', 0, 0, { kind: 'stakeholder', stance: 'opposes' }]])
    expect(renderMap(view, { legend: true })).not.toContain('M0 5L5 -4L-5 -4Z')
    expect(renderMap(view, { stance: true })).toContain('M0 5L5 -4L-5 -4Z')
    expect(words(renderMap(view, { stance: true, legend: true }))).toContain('Opposes')
  })

  it('PIC-4: the title is drawn when asked for', () => {
    expect(words(renderMap(loop, { title: true }))).toContain('Burnout')
    expect(drawMap(loop, { title: true }).height).toBe(drawMap(loop).height + 44)
  })

  it('PIC-11: scale gives way to the limits of side and area', () => {
    expect(allowedScale({ width: 1000, height: 500 }, 4)).toBe(4)
    const wide = allowedScale({ width: 20_000, height: 100 }, 2)
    expect(20_000 * wide).toBeLessThanOrEqual(limits.picturePixelsPerSide)
    const big = allowedScale({ width: 8_000, height: 8_000 }, 1)
    expect(8_000 * big * 8_000 * big).toBeLessThanOrEqual(limits.picturePixels * 1.0001)
  })

  it('PIC-13: a thumbnail has shapes and lines and no words', () => {
    const root = parseXml(renderThumbnail(cityMap(), { width: 200, height: 120 }))
    expect(root.attributes).toMatchObject({ width: '200', height: '120' })
    expect(findAll(root, 'text')).toEqual([])
    expect(findAll(root, 'rect').length).toBe(18)
    expect(findAll(root, 'path').length).toBe(21)
    expect(findAll(parseXml(renderThumbnail(largeMap(900, 1600))), 'path')).toEqual([])
    parseXml(renderThumbnail(mapOf([])))
  })

  it('PIC-2: every sample map parses, in every theme', () => {
    for (const view of [cityMap(), tieMap(), edgeCaseMap(), largeMap(60, 90)]) {
      for (const theme of ['light', 'dark'] as const) {
        expect(parseXml(renderMap(view, { theme, legend: true, title: true })).name).toBe('svg')
      }
    }
  })
})
