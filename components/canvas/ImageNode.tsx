import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { isSameData, type CanvasNode } from './canvasNode'
import { NodeBox } from './NodeBox'
import { NodeText } from './NodeText'

/** A small picture that lives in the document, with its label as caption. */
export const ImageNode = memo(function ImageNode({ data }: NodeProps<CanvasNode>) {
  const { element, layout } = data.shape
  if (element.kind !== 'image') return null
  return (
    <NodeBox fields={data} className="weft-image">
      {/* A data URL: nothing for an image service to optimise. */}
      <img src={element.source} alt={element.label} draggable={false} />
      <NodeText layout={layout} />
    </NodeBox>
  )
}, isSameData)
