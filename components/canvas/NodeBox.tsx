import type { CSSProperties, ReactNode } from 'react'
import type { CanvasNodeFields } from './canvasNode'
import { elementDomId } from './domIds'

interface NodeBoxProps {
  readonly fields: CanvasNodeFields
  readonly className: string
  readonly style?: CSSProperties
  readonly children?: ReactNode
}

/** What all elements have in common: a size, a name for screen readers and a place in the one tab stop. */
export function NodeBox({ fields, className, style, children }: NodeBoxProps) {
  const { shape, name, focused, naming, dimmed } = fields
  const { element, layout } = shape
  return (
    <div
      id={elementDomId(element.id)}
      role="group"
      tabIndex={focused ? 0 : -1}
      aria-label={name}
      data-element={element.id}
      data-locked={element.locked === true || undefined}
      data-veil={element.veil}
      data-naming={naming || undefined}
      data-dimmed={dimmed || undefined}
      data-painted={element.paint?.hue ?? element.paint?.shade}
      className={`weft-node ${className}`}
      style={{ width: layout.width, height: layout.height, borderRadius: layout.radius, ...style }}
    >
      {children}
    </div>
  )
}
