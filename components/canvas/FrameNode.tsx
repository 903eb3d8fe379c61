import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { isSameData, type CanvasNode } from './canvasNode'
import { NodeBox } from './NodeBox'
import { NodeText } from './NodeText'

/** A named area under everything else. Its middle lets the pointer through to the canvas. */
export const FrameNode = memo(function FrameNode({ data }: NodeProps<CanvasNode>) {
  return (
    <NodeBox fields={data} className="weft-frame">
      <NodeText layout={data.shape.layout} />
    </NodeBox>
  )
}, isSameData)
