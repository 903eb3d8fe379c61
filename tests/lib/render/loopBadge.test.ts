import { describe, expect, it } from 'vitest'
import { chooseShownLoops } from '../../../lib/analysis/shownLoops'
import type { ElementId } from '../../../lib/base/ids'
import { renderMap, type PictureOptions } from '../../../lib/render/renderMap'
import { renderThumbnail } from '../../../lib/render/thumbnail'
import { findAll, parseXml, textOf } from '../../helpers/parseXml'
import { mapOf } from '../geometry/maps'

/** A small loop that feeds itself, one that pushes back with a delay, one without a sign; a frame around the first. */
const view = {
  ...mapOf(
    [
      ['Frame', 160, 80, { kind: 'frame', width: 520, height: 340 }],
      ['a', 0, 0],
      ['b', 320, 0],
      ['c', 160, 180],
      ['d', 800, 0],
      ['e', 800, 240],
      ['f', 1200, 0],
      ['g', 1200, 240],
    ],
    [
      ['a', 'b', { polarity: '+' }],
      ['b', 'c', { polarity: '+' }],
      ['c', 'a', { polarity: '+' }],
      ['d', 'e', { polarity: '+', delay: true }],
      ['e', 'd', { polarity: '-' }],
      ['f', 'g', { polarity: '?' }],
      ['g', 'f', { polarity: '+' }],
    ],
  ),
  loops: new Map([['a>b.b>c.c>a', { name: 'Burnout spiral <&>' }]]),
}
const words = (options: PictureOptions = {}): readonly string[] =>
  findAll(parseXml(renderMap(view, { loops: chooseShownLoops(view), ...options })), 'text').map(textOf)

describe('badges in pictures', () => {
  it('LOOK-3: the badge of a loop with a faint link is faint', () => {
    const faint = (ids: readonly string[]): number => {
      const links = new Map(
        [...view.links].map(([id, link]) => [id, ids.includes(id) ? { ...link, paint: { faded: true } } : link]),
      )
      const svg = renderMap({ ...view, links }, { loops: chooseShownLoops(view) })
      return findAll(parseXml(svg), 'g').filter(
        (group) =>
          group.attributes['opacity'] === '0.25' &&
          findAll(group, 'circle').some(({ attributes }) => attributes['r'] === '22'),
      ).length
    }
    expect(faint([])).toBe(0)
    expect(faint(['a>b'])).toBe(1)
  })

  it('BADGE-7: look as agreed', async () => {
    const svg = renderMap(view, { loops: chooseShownLoops(view), legend: true })
    await expect(svg).toMatchFileSnapshot('fixtures/badges.svg')
  })

  it('BADGE-7: show tag and name, and the legend says what the letters mean', () => {
    expect(words({ legend: true })).toEqual(
      expect.arrayContaining([
        'R1',
        'B1',
        '?1',
        'Burnout spiral <&>',
        'Loop that feeds itself (reinforcing)',
        'Loop that pushes back (balancing)',
        'Loop with a sign missing',
      ]),
    )
    expect(words({ legend: true, loops: [] }).join()).not.toContain('Loop')
  })

  it('BADGE-7, PIC-5: a part of the map shows the badges of loops that are in it whole', () => {
    const all = [...view.elements.keys()]
    const frame = words({ scope: { kind: 'frame', id: 'Frame' as ElementId } })
    expect(frame).toContain('R1')
    expect(frame).not.toContain('B1')
    const some = words({ scope: { kind: 'elements', ids: all.filter((id) => id !== 'a') } })
    expect(some).not.toContain('R1')
    expect(some).toContain('B1')
  })

  it('BADGE-7: a thumbnail shows none', () => {
    expect(renderThumbnail(view)).not.toContain('R1')
  })
})
