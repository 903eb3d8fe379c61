import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { isSameData, type CanvasNode } from './canvasNode'
import { elementMetrics } from '../../lib/geometry/elementLayout'
import { NodeBox } from './NodeBox'
import { NodeText } from './NodeText'

const across = (elementMetrics.dotRadius + elementMetrics.dotRing) * 2

/** A quantity that rises or falls: its name in a light pill, with a dot if the group chose it. */
export const VariableNode = memo(function VariableNode({ data }: NodeProps<CanvasNode>) {
  const { layout } = data.shape
  return (
    <NodeBox fields={data} className="weft-variable">
      <NodeText layout={layout} />
      {layout.dot === undefined ? null : (
        <span
          className="weft-dot"
          aria-hidden
          style={{
            left: layout.dot.x - across / 2,
            top: layout.dot.y - across / 2,
            width: across,
            height: across,
            borderWidth: elementMetrics.dotRing,
          }}
        />
      )}
    </NodeBox>
  )
}, isSameData)
