import type { CSSProperties } from 'react'
import { shadePercent } from '../../lib/geometry/shadePercent'
import type { ElementPaint } from '../../lib/model/paint'

/** The shade that a look gives an element; nothing where it gives none. */
export function shadeStyle(paint: ElementPaint | undefined): CSSProperties {
  if (paint?.shade === undefined) return {}
  return {
    background: `color-mix(in srgb, var(--color-accent) ${shadePercent[paint.shade]}%, var(--color-panel))`,
    color: 'var(--color-accent)',
  }
}

/** The shade or the colours that a look gives an element that has none of its own. */
export function paintStyle(paint: ElementPaint | undefined): CSSProperties {
  if (paint?.shade !== undefined || paint?.hue === undefined) return shadeStyle(paint)
  return { background: `var(--color-hue-${paint.hue}-fill)`, color: `var(--color-hue-${paint.hue}-border)` }
}
