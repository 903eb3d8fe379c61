'use client'
import { useEffect, useRef } from 'react'
import { isAtLeast } from '../../../lib/protocol/role'
import { cursorColour } from '../../../lib/render/palette'
import type { Person } from '../../hooks/editor'
import { useStage } from '../StageContext'
import { createLaserTrail, type LaserTrail } from './laserTrail'

/** Pixels. */
const width = 3
const spot = 5

interface LaserTrailsProps {
  readonly own: LaserTrail
  readonly colour: number
}

/**
 * Draws where lasers went in the last moment, in the colours of those who point. Asks for frames only while there is
 * something to draw or one's own laser may be.
 */
export function LaserTrails({ own, colour }: LaserTrailsProps) {
  const sheet = useRef<HTMLCanvasElement>(null)
  const { editor, viewport } = useStage()
  useEffect(() => {
    const canvas = sheet.current
    const pen = canvas?.getContext('2d')
    if (canvas === null || pen === null || pen === undefined) return undefined
    const trails = new Map<string, { readonly trail: LaserTrail; colour: number }>()
    let frame: number | undefined
    let isBlank = true

    const draw = (): void => {
      frame = undefined
      const now = performance.now()
      const { width: wide, height: high } = viewport.size()
      const scale = devicePixelRatio
      if (canvas.width !== Math.round(wide * scale) || canvas.height !== Math.round(high * scale)) {
        canvas.width = Math.round(wide * scale)
        canvas.height = Math.round(high * scale)
      }
      pen.setTransform(scale, 0, 0, scale, 0, 0)
      pen.clearRect(0, 0, wide, high)
      pen.lineCap = 'round'
      isBlank = true
      for (const { trail, colour: of } of [...trails.values(), { trail: own, colour }]) {
        pen.strokeStyle = pen.fillStyle = cursorColour(of)
        const pieces = trail.pieces(now)
        for (const { from, to, strength } of pieces) {
          isBlank = false
          const [a, b] = [viewport.toScreen(from), viewport.toScreen(to)]
          pen.globalAlpha = strength
          pen.lineWidth = width
          pen.beginPath()
          pen.moveTo(a.x, a.y)
          pen.lineTo(b.x, b.y)
          pen.stroke()
        }
        const last = pieces.at(-1)
        if (last === undefined) continue
        const { x, y } = viewport.toScreen(last.to)
        pen.globalAlpha = last.strength
        pen.beginPath()
        pen.arc(x, y, spot, 0, 2 * Math.PI)
        pen.fill()
      }
      canvas.dataset['pointing'] = String(!isBlank)
      if (!isBlank) ask()
    }
    const ask = (): void => {
      frame ??= requestAnimationFrame(draw)
    }
    const hear = (): void => {
      const now = performance.now()
      for (const person of editor.people.get()) {
        const { id, presence, colour: of } = person
        const isDown = presence.laser === true && mayPoint(person)
        const known = trails.get(id)
        if (!isDown && known === undefined) continue
        const { trail } = known ?? { trail: createLaserTrail() }
        trails.set(id, { trail, colour: of })
        const { cursor } = presence
        trail.point(isDown && cursor !== null && cursor !== undefined ? { x: cursor[0], y: cursor[1] } : undefined, now)
        if (isDown) ask()
      }
    }
    const box = canvas.parentElement
    const abort = new AbortController()
    // One's own hand draws at its own pace.
    box?.addEventListener('pointermove', ask, { capture: true, signal: abort.signal })
    box?.addEventListener('pointerdown', ask, { capture: true, signal: abort.signal })
    const end = editor.people.subscribe(hear)
    return () => {
      end()
      abort.abort()
      if (frame !== undefined) cancelAnimationFrame(frame)
    }
  }, [editor, viewport, own, colour])
  return <canvas ref={sheet} className="weft-laser" aria-hidden />
}

/** Only those who run the meeting point with a laser, whatever a client sends. */
function mayPoint({ role }: Person): boolean {
  return role !== undefined && isAtLeast(role, 'facilitator')
}
