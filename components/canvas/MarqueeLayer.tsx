'use client'
import { useObservable } from '../hooks/useObservable'
import { useStage } from './StageContext'

/** The rectangle that is being drawn to select. */
export function MarqueeLayer() {
  const stage = useStage()
  const gesture = useObservable(stage.gesture)
  const zoom = useObservable(stage.viewport.zoom)
  if (gesture.kind !== 'marquee') return null
  return (
    <svg className="weft-selection" width={1} height={1} aria-hidden>
      <rect className="weft-marquee" {...gesture.rect} rx={2 / zoom} strokeWidth={1 / zoom} />
    </svg>
  )
}
