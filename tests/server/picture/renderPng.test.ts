import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { cityMap, edgeCaseMap } from '../../../bench/sampleMaps'
import { measureText } from '../../../lib/geometry/textMetrics'
import { drawMap, renderMap } from '../../../lib/render/renderMap'
import type { TextRun } from '../../../lib/render/textPainter'
import { outlinePainter } from '../../../server/picture/outlinePainter'
import { rasterise, renderPng } from '../../../server/picture/renderPng'
import { findAll, parseXml, textOf } from '../../helpers/parseXml'
import { mapOf } from '../../lib/geometry/maps'

const run: TextRun = { text: 'Trust', x: 10, y: 20, size: 14.5, weight: 500, anchor: 'start', fill: '#000000' }

async function inkOf(png: Uint8Array): Promise<{ left: number; right: number }> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
  let left = info.width
  let right = 0
  for (let index = 0; index < data.length; index += info.channels) {
    if ((data[index] ?? 255) > 128) continue
    const x = (index / info.channels) % info.width
    left = Math.min(left, x)
    right = Math.max(right, x)
  }
  return { left, right }
}

describe('letters as outlines', () => {
  it('PIC-12: Latin, Greek and Cyrillic need no font', () => {
    for (const text of ['Überlastung – 50 %', 'Εμπιστοσύνη', 'Доверие к службам', 'Zażółć gęślą jaźń', '€ ‘quoted’…']) {
      const root = parseXml(outlinePainter.paint({ ...run, text }))
      expect(root.name, text).toBe('path')
      expect(root.attributes['d']).not.toMatch(/NaN/)
    }
  })

  it('PIC-12: other scripts stay text, whole', () => {
    for (const text of ['ثقة الناس', '信任', 'Trust信任', '🎉', 'נאמנות'])
      expect(parseXml(outlinePainter.paint({ ...run, text })).name).toBe('text')
    expect(outlinePainter.paint({ ...run, text: '   ' })).toBe('')
  })

  it('PIC-12: a line that begins in Latin keeps its font up to the first word in other letters', () => {
    const text = 'Napoleon, Zephine, 学校教育局'
    const root = parseXml(`<g>${outlinePainter.paint({ ...run, text })}</g>`)
    expect(root.children.map((child) => (typeof child === 'string' ? child : child.name))).toEqual(['path', 'text'])
    const [rest] = findAll(root, 'text')
    expect(rest === undefined ? '' : textOf(rest)).toBe('学校教育局')
    expect(Number(rest?.attributes['x'])).toBeCloseTo(run.x + measureText('Napoleon, Zephine, ', run), 0)
    // Where a line begins from the right, or stands by its middle, it is one text for whoever sets it.
    for (const whole of [{ text: '(3): وزارة الصحة' }, { text, anchor: 'middle' as const }])
      expect(parseXml(outlinePainter.paint({ ...run, ...whole })).name).toBe('text')
  })

  it('PIC-12: the whole sample map has no text left', () => {
    const root = parseXml(renderMap(cityMap(), { painter: outlinePainter, legend: true, title: true }))
    expect(findAll(root, 'text')).toEqual([])
  })

  it('GEO-1: outlines are as wide as geometry says, and stand where their anchor says', async () => {
    const text = 'Housing and health'
    const width = measureText(text, { size: 40, weight: 600 })
    for (const anchor of ['start', 'middle', 'end'] as const) {
      const body = outlinePainter.paint({ ...run, text, size: 40, weight: 600, x: 500, y: 60, anchor })
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="100"><rect width="1000" height="100" fill="#fff"/>${body}</svg>`
      const result = await rasterise(svg, { width: 1000, height: 100 }, 1)
      const { left, right } = await inkOf(result.ok ? result.value : new Uint8Array())
      expect(right - left).toBeGreaterThan(width * 0.95)
      expect(right - left).toBeLessThan(width * 1.01)
      const expected = anchor === 'start' ? 500 : anchor === 'middle' ? 500 - width / 2 : 500 - width
      expect(Math.abs(left - expected)).toBeLessThan(8)
    }
  })
})

describe('PNG', () => {
  it('PIC-11: has the size of the map times the scale', async () => {
    const { width, height } = drawMap(cityMap())
    const meta = await sharp(await renderPng(cityMap(), { scale: 2 })).metadata()
    expect([meta.format, meta.width, meta.height]).toEqual(['png', width * 2, height * 2])
  })

  it('PIC-11: a huge map is scaled down, not refused', async () => {
    const far = mapOf(
      [
        ['a', 0, 0],
        ['b', 90_000, 0],
      ],
      [['a', 'b']],
    )
    const meta = await sharp(await renderPng(far, { scale: 4 })).metadata()
    expect(meta.width).toBeLessThanOrEqual(8192)
  })

  it('PIC-6: transparent is transparent, white is white', async () => {
    const corner = async (background: 'transparent' | 'white'): Promise<readonly number[]> => {
      const png = await renderPng(mapOf([['a', 0, 0]]), { background })
      return [...(await sharp(png).ensureAlpha().extract({ left: 0, top: 0, width: 1, height: 1 }).raw().toBuffer())]
    }
    expect((await corner('transparent'))[3]).toBe(0)
    expect(await corner('white')).toEqual([255, 255, 255, 255])
  })

  it('PIC-2: hostile labels and other scripts make a picture all the same', async () => {
    const view = mapOf([
      ['a', 0, 0, { label: '<script>&\u0000\ud800"\'' }],
      ['b', 300, 0, { label: 'x'.repeat(300) }],
    ])
    expect((await sharp(await renderPng(view)).metadata()).format).toBe('png')
    expect((await sharp(await renderPng(edgeCaseMap())).metadata()).format).toBe('png')
  })

  it('PIC-2: what is no SVG is refused as a value', async () => {
    expect(await rasterise('<svg><oops', { width: 10, height: 10 }, 1)).toEqual({ ok: false, reason: 'bad-svg' })
  })

  it('PIC-11: a senseless scale counts as 1', async () => {
    const view = mapOf([['a', 0, 0]])
    const { width } = drawMap(view)
    for (const scale of [0, -3, Number.NaN])
      expect((await sharp(await renderPng(view, { scale })).metadata()).width).toBe(width)
  })
})
