'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Point } from '../../../lib/geometry/rect'
import { useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import { useSelf } from '../../hooks/useMap'
import { useRoundRights } from '../../hooks/useRounds'
import { Button } from '../../ui/Button'
import { toast } from '../../ui/toast'
import { keepClearOfToasts } from '../../ui/toastRoom'
import { useStage } from '../StageContext'
import { useSurface } from '../SurfaceContext'
import { createLaserTrail, type LaserTrail } from './laserTrail'
import { LaserTrails } from './LaserTrails'

/** Pointing with a laser: one's own, for those who run the meeting, and what others point at. */
export function LaserKeeper() {
  const t = useTranslations('canvas.laser')
  const workspace = useWorkspace()
  const isOn = useWorkspaceState((state) => state.laser)
  const { mayRun } = useRoundRights()
  const { colour } = useSelf()
  const [own] = useState(createLaserTrail)
  const isPointing = isOn && mayRun
  useLaserHand(isPointing, own)
  useEffect(() => {
    if (!isOn || mayRun) return
    workspace.update({ laser: false })
    toast(t('notYours'), { id: 'laser' })
  }, [isOn, mayRun, t, workspace])
  return (
    <>
      <LaserTrails own={own} colour={colour} />
      {isPointing ? (
        <div ref={keepClearOfToasts} className="weft-banner" data-canvas-interface role="status">
          <span className="weft-banner-words">{t('on')}</span>
          <Button variant="quiet" size="small" onClick={() => workspace.update({ laser: false })}>
            {t('end')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

/** Events that mean something else on the map. */
const swallowed = ['mousedown', 'click', 'dblclick', 'contextmenu'] as const

/** While it is on, a press on the map points and does nothing else; two fingers and the wheel move the view as ever. */
function useLaserHand(isOn: boolean, trail: LaserTrail): void {
  const surface = useSurface()
  const { editor, viewport } = useStage()
  useEffect(() => {
    const map = surface.current
    // Around the surface, which listens on its way down itself: this comes first.
    const box = map?.parentElement
    if (!isOn || map === null || box === null || box === undefined) return undefined
    const abort = new AbortController()
    const options = { capture: true, signal: abort.signal }
    let pressed: number | undefined
    const isOurs = (event: Event): boolean =>
      event.target instanceof Element &&
      map.contains(event.target) &&
      event.target.closest('[data-canvas-interface]') === null
    const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
      const { left, top } = map.getBoundingClientRect()
      return viewport.toCanvas({ x: clientX - left, y: clientY - top })
    }
    const point = (event: PointerEvent): void => {
      const at = pointOf(event)
      trail.point(at, performance.now())
      editor.present({ cursor: [at.x, at.y], laser: true })
    }
    const lift = (): void => {
      if (pressed === undefined) return
      pressed = undefined
      trail.point(undefined, performance.now())
      editor.present({ laser: false })
    }
    box.addEventListener(
      'pointerdown',
      (event) => {
        if (!isOurs(event)) return
        // Another finger: the view is moved.
        if (!event.isPrimary) return lift()
        if (event.button !== 0) return
        event.stopPropagation()
        pressed = event.pointerId
        map.setPointerCapture(event.pointerId)
        point(event)
      },
      options,
    )
    box.addEventListener(
      'pointermove',
      (event) => {
        if (event.pointerId !== pressed) return
        event.stopPropagation()
        for (const one of event.getCoalescedEvents?.() ?? [event]) trail.point(pointOf(one), performance.now())
        point(event)
      },
      options,
    )
    for (const end of ['pointerup', 'pointercancel'] as const) {
      box.addEventListener(
        end,
        (event) => {
          if (event.pointerId !== pressed) return
          event.stopPropagation()
          lift()
        },
        options,
      )
    }
    box.addEventListener(
      'touchstart',
      (event) => {
        if (event.touches.length === 1 && isOurs(event)) event.stopPropagation()
      },
      options,
    )
    for (const name of swallowed) {
      box.addEventListener(
        name,
        (event) => {
          if (isOurs(event) && event.button !== 1) event.stopPropagation()
        },
        options,
      )
    }
    return () => {
      lift()
      abort.abort()
    }
  }, [isOn, surface, editor, viewport, trail])
}
