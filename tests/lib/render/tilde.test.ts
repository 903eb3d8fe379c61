import { describe, expect, it } from 'vitest'
import { tildeAt } from '../../../lib/geometry/linkMarks'
import { boardView } from '../../../lib/model/position'
import { computeScene } from '../../../lib/geometry/scene'
import { dark, light } from '../../../lib/render/palette'
import { renderMap } from '../../../lib/render/renderMap'
import { findAll, parseXml, textOf } from '../../helpers/parseXml'
import { linkOf, mapOf } from '../geometry/maps'

const claims = [{ person: 'p2', says: 'disagree', name: 'Ben', at: 2 }]
const rows = [
  ['a', 0, 0],
  ['b', 320, 0],
] as const
const view = mapOf(rows, [['a', 'b', { polarity: '+', delay: true, createdBy: 'Ana', claims }]])

describe('contested links in pictures', () => {
  it('CLAIM-10: look as agreed', async () => {
    await expect(renderMap(view, { legend: true })).toMatchFileSnapshot('fixtures/contested.svg')
  })

  it.each([
    ['light', light],
    ['dark', dark],
  ] as const)('CLAIM-10: carry the tilde where the canvas has it, in the colour of text (%s)', (theme, palette) => {
    const { tilde } = linkOf(computeScene(view, boardView), 'a>b')
    const paths = findAll(parseXml(renderMap(view, { theme })), 'path')
    const drawn = paths.find(({ attributes }) => attributes['d'] === tildeAt(tilde ?? { x: 0, y: 0 }))
    expect(drawn?.attributes['stroke']).toBe(palette.ink)
  })

  it('CLAIM-10: are explained by the legend, if there are any', () => {
    const words = (shown: typeof view): readonly string[] =>
      findAll(parseXml(renderMap(shown, { legend: true })), 'text').map(textOf)
    expect(words(view)).toContain('People disagree')
    expect(words(mapOf(rows, [['a', 'b', { polarity: '+', claims }]]))).not.toContain('People disagree')
  })
})
