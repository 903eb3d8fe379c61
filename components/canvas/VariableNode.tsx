import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { isSameData, type CanvasNode } from './canvasNode'
import { NodeBox } from './NodeBox'
import { NodeText } from './NodeText'

/** A quantity that rises or falls: its name in a light pill. */
export const VariableNode = memo(function VariableNode({ data }: NodeProps<CanvasNode>) {
  return (
    <NodeBox fields={data} className="weft-variable">
      <NodeText layout={data.shape.layout} />
    </NodeBox>
  )
}, isSameData)
