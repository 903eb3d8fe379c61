import type { Node, NodeProps } from '@xyflow/react'
import type { ElementKind } from '../../lib/model/element'
import type { ElementShape } from '../../lib/geometry/elementShape'

/** What a node needs to draw itself. Selection is not part of it: it is drawn in a layer of its own. */
export interface CanvasNodeFields extends Record<string, unknown> {
  readonly shape: ElementShape
  /** What a screen reader says of it. */
  readonly name: string
  /** The one tab stop of the canvas. */
  readonly focused: boolean
  /** Its label is being typed in a field above it. */
  readonly naming: boolean
  /** The search leaves it out. */
  readonly dimmed: boolean
}

export type CanvasNode = Node<CanvasNodeFields, ElementKind>

/** React Flow passes positions as props; only the data decides what is drawn. */
export function isSameData(before: NodeProps<CanvasNode>, after: NodeProps<CanvasNode>): boolean {
  return before.data === after.data
}
