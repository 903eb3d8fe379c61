import type { ElementId } from '../../../lib/base/ids'
import type { RoundOutcome } from '../../../lib/practice/round'
import type { ElementOverlay } from '../../hooks/workspace'

interface Figure extends ElementOverlay {
  readonly target: string
}

/**
 * What a result shows at the elements of the map: dots as discs with their number, a scale as its
 * median, what a group says of an element as a sign. Links and loops have no place for it. undefined where there is
 * nothing to show.
 * @param isThere whether a target is an element of the map
 * @param signOf a few characters for what the group says: `challenge.mixed`
 */
export function resultOverlay(
  result: RoundOutcome,
  isThere: (target: string) => boolean,
  signOf: (word: string) => string,
): ReadonlyMap<ElementId, ElementOverlay> | undefined {
  const figures = figuresOf(result, signOf).filter(({ target }) => isThere(target))
  const most = Math.max(...figures.map(({ size = 0 }) => size))
  const shown = figures.map(
    ({ target, size, text = '' }) =>
      [target as ElementId, size === undefined ? { text } : { size: size / most, text }] as const,
  )
  return shown.length === 0 ? undefined : new Map(shown)
}

function figuresOf(result: RoundOutcome, signOf: (word: string) => string): readonly Figure[] {
  switch (result.kind) {
    case 'dots':
      return result.rows.flatMap(({ target, dots }) => (dots > 0 ? [{ target, size: dots, text: String(dots) }] : []))
    case 'scale':
      return result.rows.flatMap(({ target, spread: { median } }) =>
        median === undefined ? [] : [{ target, size: median, text: String(median) }],
      )
    case 'challenge':
      return result.rows.flatMap(({ target, verdict }) =>
        verdict === 'none' ? [] : [{ target, text: signOf(`challenge.${verdict}`) }],
      )
    case 'pulse':
      return result.rows.flatMap(({ target, headline }) =>
        headline === 'none' ? [] : [{ target, text: signOf(`pulse.${headline}`) }],
      )
    default:
      return []
  }
}
