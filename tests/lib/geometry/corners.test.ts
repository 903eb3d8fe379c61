import { describe, expect, it } from 'vitest'
import { placeCommentPins } from '@/components/canvas/pinPlaces'
import { chipWishes, markRects } from '@/components/canvas/chipWishes'
import { placeChips } from '@/lib/geometry/chipPlaces'
import { elementMetrics } from '@/lib/geometry/elementLayout'
import { rectAround, type Point } from '@/lib/geometry/rect'
import { computeScene } from '@/lib/geometry/scene'
import { stanceMark, stancePlace } from '@/lib/geometry/stanceMark'
import { boardView } from '@/lib/model/position'
import { stakeholderForms, stances } from '@/lib/model/stakeholder'
import { element, testView } from '../../helpers/testMap'

const id = element('a')
const pin = 24
const combinations = stakeholderForms.flatMap((form) =>
  stances.flatMap((stance) =>
    [0, 1, 3, 4, 5].flatMap((influence) =>
      [undefined, 'health'].flatMap((sector) =>
        ['City council', 'Neighbourhood association of the eastern wards and their schools'].map(
          (label) => [{ form, stance, influence, sector, label }] as const,
        ),
      ),
    ),
  ),
)

describe('what stands at the corners of a stakeholder', () => {
  it.each(combinations)('GEO-25: keeps clear of all the rest: %j', (fields) => {
    const { influence, sector, ...rest } = fields
    const view = testView({
      elements: {
        a: { kind: 'stakeholder', ...rest, ...(influence > 0 ? { influence } : {}), ...(sector ? { sector } : {}) },
      },
    })
    const scene = computeScene(view, boardView)
    const shape = scene.elements.get(id)
    if (shape === undefined) throw new Error('not drawn')
    const { rect, layout } = shape
    const stance = { x: rect.x + stancePlace.x, y: rect.y + stancePlace.y }
    const gap = (one: Point, radius: number): number =>
      Math.hypot(one.x - stance.x, one.y - stance.y) - radius - stanceMark.radius
    for (const disc of layout.discs ?? [])
      expect(gap({ x: rect.x + disc.x, y: rect.y + disc.y }, elementMetrics.discRadius)).toBeGreaterThan(0)
    const tag = layout.tag?.rect
    if (tag !== undefined) expect(gap({ x: rect.x + tag.x, y: rect.y + tag.y }, 0)).toBeGreaterThan(0)
    // The figure of an analysis or a round, and a comment beside it.
    const figures = new Map([[id, { text: '12 ✓' }]])
    const chip = placeChips(chipWishes(figures, scene, 1), markRects(scene)).get(id)
    const comment = placeCommentPins([{ kind: 'element', id }], scene, pin, figures)
      .values()
      .next().value
    if (chip === undefined || comment === undefined) throw new Error('no place')
    expect(gap(comment, pin / 2)).toBeGreaterThan(0)
    const box = rectAround(chip, chipWishes(figures, scene, 1)[0] ?? { width: 0, height: 0 })
    const near = {
      x: Math.max(box.x, Math.min(box.x + box.width, stance.x)),
      y: Math.max(box.y, Math.min(box.y + box.height, stance.y)),
    }
    expect(gap(near, 0)).toBeGreaterThan(0)
    const beside = {
      x: Math.max(box.x, Math.min(box.x + box.width, comment.x)),
      y: Math.max(box.y, Math.min(box.y + box.height, comment.y)),
    }
    expect(Math.hypot(beside.x - comment.x, beside.y - comment.y)).toBeGreaterThan(pin / 2)
  })
})
