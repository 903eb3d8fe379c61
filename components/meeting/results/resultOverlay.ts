import type { ElementId } from '../../../lib/base/ids'
import type { RoundOutcome } from '../../../lib/practice/round'
import type { ElementOverlay } from '../../hooks/workspace'

/**
 * What a result shows at the elements of the map: dots as discs with their number, a scale as its
 * median. Links and loops have no place for it. undefined where there is nothing to show.
 * @param isThere whether a target is an element of the map
 */
export function resultOverlay(
  result: RoundOutcome,
  isThere: (target: string) => boolean,
): ReadonlyMap<ElementId, ElementOverlay> | undefined {
  const figures = figuresOf(result).filter(({ target, value }) => value > 0 && isThere(target))
  if (figures.length === 0) return undefined
  const most = Math.max(...figures.map(({ value }) => value))
  return new Map(figures.map(({ target, value, text }) => [target as ElementId, { size: value / most, text }] as const))
}

function figuresOf(result: RoundOutcome): readonly { target: string; value: number; text: string }[] {
  if (result.kind === 'dots') {
    return result.rows.map(({ target, dots }) => ({ target, value: dots, text: String(dots) }))
  }
  if (result.kind !== 'scale') return []
  return result.rows.flatMap(({ target, spread: { median } }) =>
    median === undefined ? [] : [{ target, value: median, text: String(median) }],
  )
}
