'use client'
import { memo, useMemo, type CSSProperties } from 'react'
import { useObservable } from '../hooks/useObservable'
import { lockSize, placeLocks } from './lockPlaces'
import { useStage } from './StageContext'
import './locks.css'

/** Padlocks grow no larger than this, seen from afar: they are not to hide the map. */
const largest = 2

/**
 * Padlocks at what is locked: full ones where those who run the meeting have locked it. Names of elements and links say so
 * to who does not see them; pictures of the map have none. Frames that are hidden say so, to those who see them.
 */
export const LockLayer = memo(function LockLayer() {
  const stage = useStage()
  const scene = useObservable(stage.scene)
  // In steps: they need not be placed anew at every turn of the wheel.
  const scale = useObservable(stage.viewport.zoom, (zoom) =>
    Math.max(1, Math.min(largest, Math.ceil((0.8 / zoom) * 4) / 4)),
  )
  const locks = useMemo(() => placeLocks(scene, lockSize * scale), [scene, scale])
  const hidden = [...scene.elements.values()].filter(({ element }) => element.veil !== undefined)
  if (locks.length + hidden.length === 0) return null
  return (
    <div style={{ '--lock-scale': scale } as CSSProperties}>
      {hidden.map(({ id, element, rect }) => (
        <div
          key={`hidden ${id}`}
          aria-hidden
          className="weft-hidden"
          style={{ transform: `translate(${rect.x}px, ${rect.y}px) scale(var(--lock-scale))` }}
        >
          {element.veil}
        </div>
      ))}
      {locks.map(({ id, at, isSealed, isFaded }) => (
        <Padlock key={id} id={id} x={at.x} y={at.y} isSealed={isSealed} isFaded={isFaded} />
      ))}
    </div>
  )
})

interface PadlockProps {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly isSealed: boolean
  readonly isFaded: boolean
}

const Padlock = memo(function Padlock({ id, x, y, isSealed, isFaded }: PadlockProps) {
  return (
    <svg
      aria-hidden
      className="weft-lock"
      data-lock={id}
      data-sealed={isSealed || undefined}
      data-faded={isFaded || undefined}
      width={lockSize}
      height={lockSize}
      viewBox="-8.5 -8.5 17 17"
      style={{ transform: `translate(${x}px, ${y}px) scale(var(--lock-scale)) translate(-50%, -50%)` }}
    >
      <circle r={8} />
      <path d="M-2.3 -0.6V-2.3A2.3 2.3 0 0 1 2.3 -2.3V-0.6" />
      <rect x={-3.6} y={-0.8} width={7.2} height={5} rx={1.2} />
    </svg>
  )
})
