import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { isSameData, type CanvasNode } from './canvasNode'
import { NodeBox } from './NodeBox'
import { NodeText } from './NodeText'

/** A sticky note: a remark beside the model. */
export const NoteNode = memo(function NoteNode({ data }: NodeProps<CanvasNode>) {
  const { element, layout } = data.shape
  if (element.kind !== 'note') return null
  const colour = element.colour ?? 'yellow'
  return (
    <NodeBox fields={data} className="weft-note" style={{ background: `var(--color-note-${colour})` }}>
      <NodeText layout={layout} />
    </NodeBox>
  )
}, isSameData)
