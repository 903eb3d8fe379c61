import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { isSameData, type CanvasNode } from './canvasNode'
import { NodeBox } from './NodeBox'
import { NodeText } from './NodeText'
import { paintStyle } from './paintStyle'

/** Something people do or will do: a card with the mark of a play button. */
export const ActionNode = memo(function ActionNode({ data }: NodeProps<CanvasNode>) {
  const { element, layout } = data.shape
  const { tag } = layout
  const letters = element.paint?.tag
  return (
    <NodeBox fields={data} className="weft-action" style={paintStyle(element.paint)}>
      {tag === undefined ? null : letters !== undefined ? (
        <span
          className="weft-tag"
          aria-hidden
          style={{ left: tag.rect.x, top: tag.rect.y, width: tag.rect.width, height: tag.rect.height }}
        >
          {letters}
        </span>
      ) : (
        <svg
          className="weft-action-mark"
          aria-hidden
          viewBox="0 0 18 18"
          style={{ left: tag.rect.x, top: tag.rect.y, width: tag.rect.width, height: tag.rect.height }}
        >
          <circle cx="9" cy="9" r="8" />
          <path d="M7 5.6 12.6 9 7 12.4Z" />
        </svg>
      )}
      <NodeText layout={layout} />
    </NodeBox>
  )
}, isSameData)
