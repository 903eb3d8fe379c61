import { shadePercent } from '../geometry/shadePercent'
import type { ElementPaint } from '../model/paint'
import { hueKey, type Palette } from './palette'
import { tag } from './xml'

/** The colours that a look gives an element; undefined where it gives none. */
export function findPaint(
  paint: ElementPaint | undefined,
  palette: Palette,
): { readonly fill: string; readonly border: string } | undefined {
  if (paint?.shade !== undefined) {
    return { fill: mix(palette.accent, palette.panel, shadePercent[paint.shade] / 100), border: palette.accent }
  }
  if (paint?.hue === undefined) return undefined
  const keys = hueKey(paint.hue)
  return { fill: palette[keys.fill], border: palette[keys.border] }
}

/** Two colours written as `#RRGGBB`, mixed as CSS does it in sRGB. */
function mix(one: string, other: string, share: number): string {
  const channel = (at: number): string => {
    const [a, b] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16))
    return Math.round((a ?? 0) * share + (b ?? 0) * (1 - share))
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(1)}${channel(3)}${channel(5)}`.toUpperCase()
}

/** Drawn as faintly as the canvas does it, where a look is about others. */
export function fade(markup: string, isFaded: boolean | undefined): string {
  return isFaded === true && markup !== '' ? tag('g', { opacity: 0.25 }, markup) : markup
}
