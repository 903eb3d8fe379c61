'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { ElementId } from '../../lib/base/ids'
import { dotDistance } from '../../lib/gesture/hitSurface'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { usePulseRuns } from '../hooks/pulse/usePulse'
import { useElement, useSelection } from '../hooks/useMap'
import { useMedia } from '../hooks/useMedia'
import { useObservable } from '../hooks/useObservable'
import { signRects } from './chipWishes'
import { pushPlace } from './pushPlace'
import { useStage } from './StageContext'

/** Pixels between the arrows and the edge of the map, of a variable that is in sight only in part. */
const edge = 8

/** ▲ and ▼ under the variable that is pointed at, chosen or focused, while variables may be pushed on the map. */
export function PushButtons() {
  const stage = useStage()
  const isPushing = useWorkspaceState((state) => state.pushing)
  const atRest = useObservable(stage.gesture, ({ kind }) => kind === 'idle' || kind === 'pressing' || kind === 'spent')
  const isNaming = useObservable(stage.draft) !== undefined
  return isPushing && atRest && !isNaming ? <ForOne /> : null
}

function ForOne() {
  const stage = useStage()
  const hovered = useObservable(stage.hover)
  const focused = useObservable(stage.focus, (focus) => (focus.kind === 'element' ? focus.id : undefined))
  const { elements } = useSelection()
  // The pointer leaves the map for the arrows: they stay with the variable that they were shown for.
  const [held, setHeld] = useState<ElementId>()
  const [only] = elements
  const id = held ?? hovered ?? (elements.length === 1 ? only : elements.length === 0 ? focused : undefined)
  const element = useElement(id)
  if (id === undefined || element?.kind !== 'variable') return null
  return <Pair id={id} name={element.label} onHold={(on) => setHeld(on ? id : undefined)} />
}

function Pair({
  id,
  name,
  onHold,
}: {
  readonly id: ElementId
  readonly name: string
  readonly onHold: (on: boolean) => void
}) {
  const t = useTranslations('whatif.push')
  const stage = useStage()
  const runs = usePulseRuns()
  const scene = useObservable(stage.scene)
  const signs = useMemo(() => signRects(scene), [scene])
  useObservable(stage.viewport.camera)
  const isCoarse = useMedia('(pointer: coarse)')
  const shape = scene.elements.get(id)
  if (shape === undefined) return null
  const px = 1 / stage.viewport.zoom.get()
  const size = isCoarse ? { width: 96 * px, height: 50 * px } : { width: 72 * px, height: 34 * px }
  const corner = stage.viewport.toScreen(pushPlace(shape, signs, { size, away: (dotDistance + 12) * px }))
  const rightmost = stage.viewport.size().width - size.width / px - edge
  const x = Math.round(Math.max(edge, Math.min(corner.x, rightmost)))
  return (
    <div
      role="group"
      aria-label={t('onMap', { name })}
      data-canvas-interface
      data-passes-keys
      className="weft-pushers"
      onPointerEnter={() => onHold(true)}
      onPointerLeave={() => onHold(false)}
      style={{
        transform: `translate(${x}px, ${Math.round(corner.y)}px)`,
      }}
    >
      {(['up', 'down'] as const).map((way) => (
        <button
          key={way}
          type="button"
          data-way={way}
          className="weft-pusher"
          aria-label={t(`${way}Name`, { name })}
          title={t(`${way}Name`, { name })}
          onClick={() => runs.push({ variable: id, direction: way === 'up' ? 1 : -1 })}
        >
          <span aria-hidden>{way === 'up' ? '▲' : '▼'}</span>
        </button>
      ))}
    </div>
  )
}
