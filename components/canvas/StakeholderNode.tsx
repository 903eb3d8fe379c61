import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { elementMetrics } from '../../lib/geometry/elementLayout'
import { layoutSectorTag } from '../../lib/geometry/sectorPattern'
import { stanceMark, stancePlace } from '../../lib/geometry/stanceMark'
import { starMark } from '../../lib/geometry/starMark'
import { isSameData, type CanvasNode } from './canvasNode'
import { NodeBox } from './NodeBox'
import { NodeText } from './NodeText'
import { shadeStyle } from './paintStyle'
import { PatternBand } from '../ui/PatternBand'

/** Of the disc with its border. */
const across = stanceMark.radius * 2 + 1

/** A person or body: a card in the colour of its sector, whose two letters say the same. */
export const StakeholderNode = memo(function StakeholderNode({ data }: NodeProps<CanvasNode>) {
  const { element, layout, sector } = data.shape
  if (element.kind !== 'stakeholder' || sector === undefined) return null
  const tag = layoutSectorTag(sector.pattern)
  return (
    <NodeBox
      fields={data}
      className={`weft-stakeholder ${element.form === 'group' ? 'weft-group' : ''}`}
      style={{
        background: `var(--color-hue-${sector.colour}-fill)`,
        color: `var(--color-hue-${sector.colour}-border)`,
        ...shadeStyle(element.paint),
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
            paddingBottom: (layout.tag.rect.height / 2 - tag.letters) * 2,
          }}
        >
          {sector.tag}
          <PatternBand pattern={sector.pattern} layout={tag} />
        </span>
      )}
      <NodeText layout={layout} />
      {layout.star && (
        <svg className="weft-star" aria-hidden style={{ left: layout.star.x, top: layout.star.y }}>
          <path d={starMark.path} />
        </svg>
      )}
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
      {element.stance === undefined ? null : (
        <svg
          className="weft-stance"
          aria-hidden
          viewBox={`${-across / 2} ${-across / 2} ${across} ${across}`}
          style={{ left: stancePlace.x - across / 2, top: stancePlace.y - across / 2, width: across, height: across }}
        >
          <circle r={stanceMark.radius} />
          <path d={stanceMark.paths[element.stance]} />
        </svg>
      )}
    </NodeBox>
  )
}, isSameData)
