'use client'
import { useObservable } from '../hooks/useObservable'
import { useStage } from './StageContext'

/** Guides that show with what a dragged element is in line. */
export function SnapLines() {
  const stage = useStage()
  const gesture = useObservable(stage.gesture)
  const zoom = useObservable(stage.viewport.zoom)
  if (gesture.kind !== 'dragging' || gesture.lines.length === 0) return null
  return (
    <svg className="weft-selection" width={1} height={1} aria-hidden>
      {gesture.lines.map(({ axis, at, from, to }) => (
        <path
          key={`${axis}${at}`}
          className="weft-snap"
          d={axis === 'x' ? `M${at} ${from}V${to}` : `M${from} ${at}H${to}`}
          strokeWidth={1 / zoom}
        />
      ))}
    </svg>
  )
}
