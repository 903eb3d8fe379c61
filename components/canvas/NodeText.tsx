import { memo } from 'react'
import type { ElementLayout } from '../../lib/geometry/elementLayout'

/** Inter's line box puts the baseline this far below its middle, as a share of the size. */
const baselineDrop = 0.3635

/** The label of an element, line by line exactly where pictures put it. */
export const NodeText = memo(function NodeText({ layout }: { readonly layout: ElementLayout }) {
  const { text, lines, width } = layout
  if (lines.length === 0) return null
  const top = text.baseline - text.lineHeight / 2 - text.size * baselineDrop
  const isCentred = text.anchor === 'middle'
  return (
    <div
      className="weft-label"
      dir="auto"
      style={{
        top,
        left: isCentred ? 0 : text.x,
        width: isCentred ? width : undefined,
        textAlign: isCentred ? 'center' : undefined,
        fontSize: text.size,
        fontWeight: text.weight,
        lineHeight: `${text.lineHeight}px`,
      }}
    >
      {lines.join('\n')}
    </div>
  )
})
