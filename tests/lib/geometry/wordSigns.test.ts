import { describe, expect, it } from 'vitest'
import { rectOfSign } from '../../../lib/geometry/buildLink'
import { sampled } from '../../../lib/geometry/linkCover'
import { linkMetrics } from '../../../lib/geometry/linkShape'
import { containsPoint, inflate, overlaps } from '../../../lib/geometry/rect'
import { computeScene, type Scene } from '../../../lib/geometry/scene'
import { boardView } from '../../../lib/model/position'
import { linkOf, mapOf, type LinkRow, type Row } from './maps'

const rows: readonly Row[] = [
  ['a', 0, 0],
  ['b', 400, 0],
  ['c', 290, -300],
  ['d', 300, 300],
]
const across: readonly LinkRow[] = [
  ['a', 'b', { polarity: '+' }],
  ['c', 'd', { polarity: '-', curvature: 0 }],
]

function struckWords({ links }: Scene): readonly string[] {
  return [...links.values()].flatMap((link) => {
    if (link.sign === undefined || link.sign.width <= linkMetrics.signRadius * 2) return []
    const pill = inflate(rectOfSign(link.sign), -2)
    const isStruck = [...links.values()].some(
      (other) => other !== link && sampled(other).some((point) => containsPoint(pill, point)),
    )
    return isStruck ? [link.id] : []
  })
}

describe('words that have no room', () => {
  it('GEO-24: give way to the sign where the line of another link would run through them', () => {
    for (const x of [250, 270, 290, 310, 330, 350]) {
      const moved = rows.map((row): Row => (row[0] === 'c' || row[0] === 'd' ? [row[0], x, row[2]] : row))
      const scene = computeScene(mapOf(moved, across, { signStyle: 'words' }), boardView)
      expect(struckWords(scene), `at ${x}`).toEqual([])
    }
  })

  it('GEO-24: with room, all are words', () => {
    const scene = computeScene(mapOf(rows, across.slice(0, 1), { signStyle: 'words' }), boardView)
    expect(linkOf(scene, 'a>b').sign?.width).toBe(linkMetrics.signWordWidth)
  })

  it('GEO-19, GEO-24: come back when the line goes, as in a scene made afresh', () => {
    const map = mapOf(rows, across, { signStyle: 'words' })
    let scene = computeScene(map, boardView)
    for (const x of [300, 320, 340, 360, 700]) {
      const moved = new Map([...map.elements.keys()].slice(2).map((id, at) => [id, { x, y: at === 0 ? -300 : 300 }]))
      scene = computeScene(map, boardView, { previous: scene, moved })
      const afresh = computeScene(map, boardView, { moved })
      expect([...scene.links.values()].map(({ sign }) => sign)).toEqual(
        [...afresh.links.values()].map(({ sign }) => sign),
      )
    }
    expect(linkOf(scene, 'a>b').sign?.width).toBe(linkMetrics.signWordWidth)
  })

  it('GEO-21: a label keeps off the line of another link', () => {
    const labelled: readonly LinkRow[] = [['a', 'b', { polarity: '+', label: 'in spring' }], across[1] as LinkRow]
    const moved = rows.map((row): Row => (row[0] === 'c' || row[0] === 'd' ? [row[0], 200, row[2]] : row))
    const scene = computeScene(mapOf(moved, labelled), boardView)
    const { label } = linkOf(scene, 'a>b')
    expect(label).toBeDefined()
    const other = linkOf(scene, 'c>d')
    expect(
      overlaps(other.bounds, label?.rect ?? other.bounds) &&
        sampled(other).some((point) => label && containsPoint(inflate(label.rect, -2), point)),
    ).toBe(false)
  })
})
