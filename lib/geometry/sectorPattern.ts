import type { SectorPattern } from '../model/sector'
import { elementMetrics } from './elementLayout'
import type { Rect } from './rect'

/** Height of the band with a sector's pattern, at the foot of its tag. */
const band = 7
const inset = 1

/** Where the letters and the pattern of a sector's tag stand, relative to its top left corner. */
export interface SectorTagLayout {
  /** Middle of the letters, from the top. */
  readonly letters: number
  /** Drawn as one stroke `patternWidth` wide; '' without a pattern. */
  readonly pattern: string
}

/** Width of the stroke that patterns are drawn with; dots are strokes of no length with round ends. */
export const patternWidth: Readonly<Record<SectorPattern, number>> = {
  none: 0,
  stripes: 1.4,
  dots: 3,
  cross: 1.2,
  bars: 1.6,
  zigzag: 1.4,
  solid: band - inset * 2,
}

/** Letters and pattern of a sector's tag: the same on the canvas, in panels and in pictures. */
export function layoutSectorTag(
  pattern: SectorPattern,
  { width, height }: Pick<Rect, 'width' | 'height'> = elementMetrics.tagSize,
): SectorTagLayout {
  if (pattern === 'none') return { letters: height / 2, pattern: '' }
  return {
    letters: (height - band) / 2 + 1,
    pattern: patternPath(pattern, { x: 2.5, y: height - band, width: width - 5, height: band - inset * 2 }),
  }
}

/** The strokes of a pattern within a band. */
function patternPath(pattern: Exclude<SectorPattern, 'none'>, { x, y, width, height }: Rect): string {
  const foot = y + height
  const steps = (step: number, room: number): readonly number[] => {
    const count = Math.floor(room / step)
    const first = x + (width - count * step) / 2
    return Array.from({ length: count + 1 }, (_, index) => first + index * step)
  }
  switch (pattern) {
    case 'solid':
      return line(x, y + height / 2, x + width, y + height / 2)
    case 'bars':
      return steps(4, width)
        .map((at) => line(at, y, at, foot))
        .join('')
    case 'dots':
      return steps(5.5, width - 3)
        .map((at) => line(at, y + height / 2, at, y + height / 2))
        .join('')
    case 'stripes':
      return steps(4.2, width - height)
        .map((at) => line(at - height / 2, foot, at + height / 2, y))
        .join('')
    case 'cross':
      return steps(6.4, width - height)
        .map((at) => line(at - height / 2, foot, at + height / 2, y) + line(at - height / 2, y, at + height / 2, foot))
        .join('')
    case 'zigzag': {
      const at = steps(3.6, width)
      return `M${at.map((one, index) => `${round(one)} ${round(index % 2 === 0 ? foot : y)}`).join('L')}`
    }
  }
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
