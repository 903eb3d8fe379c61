import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { isSameData, type CanvasNode } from './canvasNode'
import { NodeBox } from './NodeBox'
import { NodeText } from './NodeText'

/** Free text without a box. */
export const TextNode = memo(function TextNode({ data }: NodeProps<CanvasNode>) {
  return (
    <NodeBox fields={data} className="weft-text">
      <NodeText layout={data.shape.layout} />
    </NodeBox>
  )
}, isSameData)
