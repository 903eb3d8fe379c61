import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { boundsOfInk } from '../../lib/geometry/elementLayout'
import { isSameData, type CanvasNode } from './canvasNode'
import { NodeBox } from './NodeBox'

/** A pen stroke. */
export const InkNode = memo(function InkNode({ data }: NodeProps<CanvasNode>) {
  const { element } = data.shape
  if (element.kind !== 'ink') return null
  const { x, y, width, height } = boundsOfInk(element.points)
  return (
    <NodeBox fields={data} className="weft-ink">
      <svg aria-hidden viewBox={`${x} ${y} ${width} ${height}`} width={width} height={height}>
        <polyline points={element.points.map((point) => point.join(',')).join(' ')} />
      </svg>
    </NodeBox>
  )
}, isSameData)
