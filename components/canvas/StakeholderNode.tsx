import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { elementMetrics } from '../../lib/geometry/elementLayout'
import { findSectorStyle } from '../../lib/model/sector'
import { isSameData, type CanvasNode } from './canvasNode'
import { NodeBox } from './NodeBox'
import { NodeText } from './NodeText'

/** A person or body: a card in the colour of its sector, whose two letters say the same. */
export const StakeholderNode = memo(function StakeholderNode({ data }: NodeProps<CanvasNode>) {
  const { element, layout } = data.shape
  if (element.kind !== 'stakeholder') return null
  const sector = findSectorStyle(element.sector)
  return (
    <NodeBox
      fields={data}
      className={`weft-stakeholder ${element.form === 'group' ? 'weft-group' : ''}`}
      style={{
        background: `var(--color-sector-${sector}-fill)`,
        color: `var(--color-sector-${sector}-border)`,
      }}
    >
      {layout.tag === undefined ? null : (
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
      <NodeText layout={layout} />
      {layout.discs?.map(({ x, y }) => (
        <span
          key={y}
          className="weft-disc"
          aria-hidden
          style={{
            left: x - elementMetrics.discRadius,
            top: y - elementMetrics.discRadius,
            width: elementMetrics.discRadius * 2,
            height: elementMetrics.discRadius * 2,
          }}
        />
      ))}
    </NodeBox>
  )
}, isSameData)
