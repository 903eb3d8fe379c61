import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { isSameData, type CanvasNode } from './canvasNode'
import { chosenTick } from '../../lib/geometry/chosenTick'
import { elementMetrics } from '../../lib/geometry/elementLayout'
import { variableMarkPaths, variableMarkStroke } from '../../lib/geometry/variableMark'
import { NodeBox } from './NodeBox'
import { NodeText } from './NodeText'
import { paintStyle } from './paintStyle'

const { dotRadius, dotRing } = elementMetrics
const across = (dotRadius + dotRing) * 2

/** A quantity that rises or falls: its name in a light pill, with its mark, and a dot if the group chose it. */
export const VariableNode = memo(function VariableNode({ data }: NodeProps<CanvasNode>) {
  const { element, layout } = data.shape
  return (
    <NodeBox fields={data} className="weft-variable" style={paintStyle(element.paint)}>
      {element.paint?.tag === undefined || layout.tag === undefined ? null : (
        <span
          className="weft-tag"
          aria-hidden
          style={{
            left: layout.tag.rect.x,
            top: layout.tag.rect.y,
            width: layout.tag.rect.width,
            height: layout.tag.rect.height,
          }}
        >
          {layout.tag.text}
        </span>
      )}
      {element.kind !== 'variable' ||
      element.mark === undefined ||
      element.paint?.tag !== undefined ||
      layout.tag === undefined ? null : (
        <svg
          className="weft-variable-mark"
          aria-hidden
          viewBox="-9 -9 18 18"
          style={{
            left: layout.tag.rect.x,
            top: layout.tag.rect.y,
            width: layout.tag.rect.width,
            height: layout.tag.rect.height,
          }}
        >
          <path d={variableMarkPaths[element.mark]} strokeWidth={variableMarkStroke} />
        </svg>
      )}
      <NodeText layout={layout} />
      {layout.dot === undefined ? null : (
        <svg
          className="weft-dot"
          aria-hidden
          viewBox={`${-across / 2} ${-across / 2} ${across} ${across}`}
          style={{ left: layout.dot.x - across / 2, top: layout.dot.y - across / 2, width: across, height: across }}
        >
          <circle r={dotRadius + dotRing / 2} strokeWidth={dotRing} />
          <path d={chosenTick.path} strokeWidth={chosenTick.stroke} />
        </svg>
      )}
    </NodeBox>
  )
}, isSameData)
