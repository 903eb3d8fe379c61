import type { CSSProperties } from 'react'
import type { LinkTone } from '../../lib/geometry/linkShape'

/** The colour of a tie that people may choose, for the stylesheet; it has the others itself. */
export function styleOfTone(tone: LinkTone): CSSProperties | undefined {
  if (tone === 'positive' || tone === 'negative' || tone === 'unknown' || tone === 'neutral') return undefined
  return { ['--tone' as string]: `var(--color-hue-${tone}-border)` }
}
