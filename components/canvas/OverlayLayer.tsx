'use client'
import { memo, useMemo, type CSSProperties } from 'react'
import { placeChips } from '../../lib/geometry/chipPlaces'
import { inflate } from '../../lib/geometry/rect'
import type { ElementShape } from '../../lib/geometry/elementShape'
import type { ElementOverlay } from '../hooks/workspace'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useObservable } from '../hooks/useObservable'
import { chipWishes, markRects } from './chipWishes'
import { lockRects } from './lockPlaces'
import { useStage } from './StageContext'
import { useOverlay } from './useOverlay'

/** Radius of the largest disc, canvas units: larger than a wide element, so that the largest is seen on all sides. */
const largestDisc = 96
/** Rims narrower than this would pass for a border. */
const leastRim = 3
const mostRim = 10
/** Rims whose colour tells an amount are all as wide. */
const shadedRim = 9
/** Beyond this, chips would cover what they stand at. */
const largestChip = 3

/** What an analysis shows behind the elements: discs for amounts, rims for directions, rings where it points. */
export const OverlayDiscs = memo(function OverlayDiscs() {
  return (
    <>
      <Amounts />
      <Rings />
    </>
  )
})

const Rings = memo(function Rings() {
  const stage = useStage()
  const scene = useObservable(stage.scene)
  const zoom = useObservable(stage.viewport.zoom)
  const pointed = useWorkspaceState((state) => state.pointed)
  if (pointed === undefined) return null
  // As wide on the screen, however small the map is.
  const width = 3 / zoom
  return (
    <svg className="weft-links" width={1} height={1} aria-hidden>
      {pointed.map((id) => {
        const shape = scene.elements.get(id)
        return shape === undefined ? null : (
          <rect
            key={id}
            className="weft-pointed"
            {...inflate(shape.rect, width * 2)}
            rx={shape.radius + width * 2}
            strokeWidth={width}
          />
        )
      })}
    </svg>
  )
})

const Amounts = memo(function Amounts() {
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

interface FiguresProps {
  readonly shape: ElementShape
  readonly figures: ElementOverlay
}

const Behind = memo(function Behind({ shape, figures }: FiguresProps) {
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
})

/** The figures themselves, on chips at the elements' corners, none on another. */
export const OverlayChips = memo(function OverlayChips() {
  const zoom = useObservable(useStage().viewport.zoom)
  const overlay = useOverlay()
  if (overlay === undefined) return null
  // Stays readable when the map is small. In steps: a thousand chips need not be placed anew at every turn of the wheel.
  const scale = Math.max(1, Math.min(largestChip, Math.ceil((0.8 / zoom) * 4) / 4))
  return (
    <div style={{ '--chip-scale': scale } as CSSProperties}>
      <Chips scale={scale} />
    </div>
  )
})

const Chips = memo(function Chips({ scale }: { readonly scale: number }) {
  const scene = useObservable(useStage().scene)
  const overlay = useOverlay()
  const places = useMemo(
    () =>
      placeChips(
        chipWishes(overlay, scene, scale),
        overlay === undefined ? [] : [...markRects(scene), ...lockRects(scene)],
      ),
    [overlay, scene, scale],
  )
  return Array.from(places, ([id, { x, y }]) => {
    const figures = overlay?.get(id)
    return figures === undefined ? null : <Chip key={id} x={x} y={y} figures={figures} />
  })
})

const Chip = memo(function Chip({
  x,
  y,
  figures,
}: {
  readonly x: number
  readonly y: number
  readonly figures: ElementOverlay
}) {
  const { text, tone, news } = figures
  return (
    <span
      className="weft-chip"
      data-news={news === true || undefined}
      data-tone={tone === undefined || tone === 0 ? undefined : tone > 0 ? 'rising' : 'falling'}
      style={{ transform: `translate(${x}px, ${y}px) scale(var(--chip-scale)) translate(-50%, -50%)` }}
    >
      {text}
    </span>
  )
})
