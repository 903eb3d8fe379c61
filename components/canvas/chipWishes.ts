import type { ElementId } from '../../lib/base/ids'
import { rectOfSign } from '../../lib/geometry/buildLink'
import type { ChipWish } from '../../lib/geometry/chipPlaces'
import { rectAround, type Rect } from '../../lib/geometry/rect'
import { stanceMark, stancePlace } from '../../lib/geometry/stanceMark'
import type { Scene } from '../../lib/geometry/scene'
import { measureText } from '../../lib/geometry/textMetrics'
import type { ElementOverlay } from '../hooks/workspace'

/** As `.weft-chip` of symbols.css draws them, in canvas units at scale 1. */
const look = { height: 18, padding: 6, font: { size: 11, weight: 600 } } as const
/** Arrows and ticks are wider than what the font's table of widths has for unknown letters. */
const arrowWidth = 10.5

/** The chips that figures ask for, and how much each matters: what is new and far from 0 most. */
export function chipWishes(
  overlay: ReadonlyMap<ElementId, ElementOverlay> | undefined,
  scene: Pick<Scene, 'elements'>,
  scale: number,
): readonly ChipWish[] {
  return Array.from(overlay ?? []).flatMap(([id, { text, tone = 0, news, size = 0, shade = 0 }]) => {
    const shape = scene.elements.get(id)
    if (shape === undefined || text === undefined) return []
    return [
      {
        id,
        rect: shape.rect,
        radius: shape.radius,
        width: widthOf(text) * scale,
        height: look.height * scale,
        weight: (news === true ? 1 : 0) + Math.max(Math.abs(tone), size, shade),
      },
    ]
  })
}

/** Where signs of links and marks of elements stand, which figures better leave to be read. */
export function markRects(scene: Pick<Scene, 'elements' | 'links'>): readonly Rect[] {
  return [...signRects(scene), ...stanceRects(scene)]
}

/** Where the stances of stakeholders stand. */
export function stanceRects({ elements }: Pick<Scene, 'elements'>): readonly Rect[] {
  const across = stanceMark.radius * 2
  return Array.from(elements.values()).flatMap(({ element, rect }) =>
    element.kind === 'stakeholder' && element.stance !== undefined
      ? [rectAround({ x: rect.x + stancePlace.x, y: rect.y + stancePlace.y }, { width: across, height: across })]
      : [],
  )
}

/** Where signs of links stand. */
export function signRects({ links }: Pick<Scene, 'links'>): readonly Rect[] {
  return Array.from(links.values()).flatMap(({ sign }) => (sign === undefined ? [] : [rectOfSign(sign)]))
}

function widthOf(text: string): number {
  const arrows = text.match(/[▲▼✓✗]/g)?.length ?? 0
  const letters = text.replace(/[▲▼✓✗]/g, '')
  return measureText(letters, look.font) + arrows * arrowWidth + 2 * look.padding
}
