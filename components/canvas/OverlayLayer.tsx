'use client'
import { memo } from 'react'
import { inflate } from '../../lib/geometry/rect'
import type { ElementShape } from '../../lib/geometry/elementShape'
import type { ElementOverlay } from '../hooks/workspace'
import { useObservable } from '../hooks/useObservable'
import { useStage } from './StageContext'
import { useOverlay } from './useOverlay'

/** Radius of the largest disc, canvas units: larger than a wide element, so that the largest is seen on all sides. */
const largestDisc = 96
/** Rims narrower than this would pass for a border. */
const leastRim = 3
const mostRim = 10
/** Rims whose colour tells an amount are all as wide. */
const shadedRim = 9

/** What an analysis shows behind the elements: discs for amounts, rims for directions. */
export const OverlayDiscs = memo(function OverlayDiscs() {
  const scene = useObservable(useStage().scene)
  const overlay = useOverlay()
  if (overlay === undefined) return null
  return (
    <svg className="weft-links" width={1} height={1} aria-hidden>
      {Array.from(overlay, ([id, figures]) => {
        const shape = scene.elements.get(id)
        return shape === undefined ? null : <Behind key={id} shape={shape} figures={figures} />
      })}
    </svg>
  )
})

function Behind({ shape, figures }: { readonly shape: ElementShape; readonly figures: ElementOverlay }) {
  const { size, tone, shade } = figures
  const rim = leastRim + Math.abs(tone ?? 0) * (mostRim - leastRim)
  return (
    <>
      {size === undefined || size <= 0 ? null : (
        // Areas are compared, not radii.
        <circle
          className="weft-amount"
          cx={shape.centre.x}
          cy={shape.centre.y}
          r={Math.sqrt(Math.min(1, size)) * largestDisc}
        />
      )}
      {shade === undefined ? null : (
        <rect
          className="weft-shade"
          {...inflate(shape.rect, shadedRim)}
          rx={shape.radius + shadedRim}
          fillOpacity={0.1 + 0.8 * Math.min(1, Math.max(0, shade))}
        />
      )}
      {tone === undefined || tone === 0 ? null : (
        <rect
          className={tone > 0 ? 'weft-rising' : 'weft-falling'}
          {...inflate(shape.rect, rim)}
          rx={shape.radius + rim}
        />
      )}
    </>
  )
}

/** The figures themselves, on chips at the elements' upper right corners. */
export const OverlayChips = memo(function OverlayChips() {
  const stage = useStage()
  const scene = useObservable(stage.scene)
  const zoom = useObservable(stage.viewport.zoom)
  const overlay = useOverlay()
  if (overlay === undefined) return null
  return Array.from(overlay, ([id, { text, tone, news }]) => {
    const shape = scene.elements.get(id)
    if (shape === undefined || text === undefined) return null
    const x = shape.rect.x + shape.rect.width - shape.radius / 2
    return (
      <span
        key={id}
        className="weft-chip"
        data-news={news === true || undefined}
        data-tone={tone === undefined || tone === 0 ? undefined : tone > 0 ? 'rising' : 'falling'}
        // Stays readable when the map is small, without covering it.
        style={{
          transform: `translate(${x}px, ${shape.rect.y}px) scale(${Math.max(1, Math.min(1.6, 0.7 / zoom))}) translate(-50%, -60%)`,
        }}
      >
        {text}
      </span>
    )
  })
})
