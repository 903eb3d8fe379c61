'use client'
import { useEffect, type RefObject } from 'react'
import { edgePan, readWheel } from '../../lib/gesture/camera'
import type { Modifiers, Sample } from '../../lib/gesture/gestureEvent'
import { isPulling } from '../../lib/gesture/gestureState'
import { isNearDots } from '../../lib/gesture/hitSurface'
import { dotsDelay, holdTime, touchSlop } from '../../lib/gesture/thresholds'
import { isInterface } from './domTargets'
import type { Stage } from './stage'

/**
 * Reads the pointer on the surface and feeds it to the stage as meaning. Listens before React Flow
 * does, and keeps from it what is a gesture of ours; the rest (pan, pinch) is React Flow's.
 */
export function useSurfacePointer(surface: RefObject<HTMLElement | null>, stage: Stage): void {
  useEffect(() => {
    const box = surface.current
    return box === null ? undefined : listen(box, stage)
  }, [surface, stage])
}

function listen(box: HTMLElement, stage: Stage): () => void {
  const { viewport, workspace } = stage
  const abort = new AbortController()
  const options = { capture: true, signal: abort.signal }
  const touches = new Set<number>()
  let pressed: { readonly id: number; readonly from: Sample } | undefined
  let latest: PointerEvent | undefined
  /** Where the mouse was last while it pulls the view itself. */
  let panned: PointerEvent | undefined
  let holdTimer: ReturnType<typeof setTimeout> | undefined
  let hoverTimer: ReturnType<typeof setTimeout> | undefined
  let hovering: string | undefined
  /** The badge that is pointed at. */
  let lit: string | undefined
  let frame: number | undefined

  // Asking for it in every event would make the browser lay the page out each time.
  let edge = box.getBoundingClientRect()
  const observer = new ResizeObserver(() => {
    edge = box.getBoundingClientRect()
  })
  observer.observe(box)

  const sampleOf = (event: MouseEvent & { readonly pointerType?: string }): Sample => {
    const screen = { x: event.clientX - edge.left, y: event.clientY - edge.top }
    const point = viewport.toCanvas(screen)
    const pointer = event.pointerType === 'touch' ? 'touch' : 'mouse'
    return { pointer, point, screen, hit: stage.hit(point, pointer), keys: modifiersOf(event), time: event.timeStamp }
  }

  const panAtEdge = (): void => {
    frame = undefined
    if (pressed === undefined || latest === undefined || !isPulling(stage.gesture.get())) return
    const push = edgePan({ x: latest.clientX - edge.left, y: latest.clientY - edge.top }, viewport.size())
    if (push.x !== 0 || push.y !== 0) {
      viewport.panBy(push.x, push.y)
      stage.feed({ kind: 'move', sample: sampleOf(latest) })
    }
    frame = requestAnimationFrame(panAtEdge)
  }

  const hover = (sample: Sample): void => {
    const { hit, point } = sample
    const shown = stage.hover.get()
    const shape = shown === undefined ? undefined : stage.scene.get().elements.get(shown)
    if (shape !== undefined && !isNearDots(shape, point, viewport.zoom.get())) stage.setHover(undefined)
    const over = hit.kind === 'element' && hit.zone !== 'inside' ? hit.id : undefined
    const badge = hit.kind === 'badge' ? hit.id : undefined
    if (over === hovering && badge === lit) return
    if (lit !== undefined && badge !== lit) stage.lightBadge(undefined)
    hovering = over
    lit = badge
    clearTimeout(hoverTimer)
    if (badge === undefined && (over === undefined || !stage.mayEdit())) return
    hoverTimer = setTimeout(() => {
      if (pressed !== undefined) return
      if (badge === undefined) stage.setHover(over)
      else stage.lightBadge(badge)
    }, dotsDelay)
  }

  const end = (): void => {
    pressed = undefined
    clearTimeout(holdTimer)
    if (frame !== undefined) cancelAnimationFrame(frame)
    frame = undefined
    if (box.dataset['moving'] === 'pull') delete box.dataset['moving']
  }

  box.addEventListener(
    'pointerdown',
    (event) => {
      if (isInterface(event.target)) return
      // What is pressed must not slip away from under the hand.
      viewport.hold()
      edge = box.getBoundingClientRect()
      if (event.pointerType === 'touch') {
        touches.add(event.pointerId)
        if (touches.size > 1) {
          if (pressed !== undefined) stage.feed({ kind: 'abort' })
          clearTimeout(holdTimer)
          return
        }
      }
      if (event.button !== 0) return
      if (workspace.get().tool === 'hand' || box.dataset['space'] !== undefined) {
        if (event.pointerType !== 'touch') panned = event
        return
      }
      const sample = sampleOf(event)
      pressed = { id: event.pointerId, from: sample }
      latest = event
      stage.setHover(event.pointerType === 'touch' ? undefined : stage.hover.get())
      stage.feed({ kind: 'press', sample })
      if (event.pointerType === 'touch') {
        holdTimer = setTimeout(() => stage.feed({ kind: 'hold' }), holdTime)
      }
    },
    options,
  )

  // React Flow pans from touchstart. A finger on something that it may move is ours.
  box.addEventListener(
    'touchstart',
    (event) => {
      if (event.touches.length > 1 || isInterface(event.target) || pressed === undefined) return
      const { hit } = pressed.from
      const isOpen = hit.kind === 'empty' || hit.kind === 'link' || (hit.kind === 'element' && hit.zone === 'inside')
      const places = !['select', 'link', 'hand'].includes(workspace.get().tool)
      if (stage.mayEdit() && (!isOpen || places || isMarkedFrame(stage, pressed.from))) {
        event.stopPropagation()
      }
    },
    options,
  )

  // The mouse events that browsers make up after a touch would take the focus from what the touch opened.
  box.addEventListener(
    'touchend',
    (event) => {
      if (event.cancelable && !isInterface(event.target)) event.preventDefault()
    },
    { ...options, passive: false },
  )

  window.addEventListener(
    'pointermove',
    (event) => {
      if (panned !== undefined) {
        viewport.panBy(event.clientX - panned.clientX, event.clientY - panned.clientY)
        panned = event
        if (box.dataset['space'] !== undefined) box.dataset['space'] = 'dragged'
        workspace.movedByHand()
        return
      }
      const inside = event.target instanceof Node && box.contains(event.target) && !isInterface(event.target)
      if (pressed === undefined) {
        if (!inside || event.pointerType === 'touch') {
          if (!inside && stage.pointer() !== undefined) leave()
          return
        }
        // A pressed button that is not ours pulls the view: nothing is pointed at.
        if (event.buttons !== 0) return
        const sample = sampleOf(event)
        stage.setPointer(sample.point)
        stage.editor.present({ cursor: [Math.round(sample.point.x), Math.round(sample.point.y)] })
        hover(sample)
        setCursor(box, stage, sample)
        return
      }
      if (event.pointerId !== pressed.id) return
      latest = event
      const sample = sampleOf(event)
      stage.setPointer(sample.point)
      stage.editor.present({ cursor: [Math.round(sample.point.x), Math.round(sample.point.y)] })
      const { screen } = pressed.from
      if (Math.hypot(sample.screen.x - screen.x, sample.screen.y - screen.y) > touchSlop) clearTimeout(holdTimer)
      stage.feed({ kind: 'move', sample })
      if (frame === undefined && isPulling(stage.gesture.get())) {
        stage.setHover(undefined)
        // Whatever the hand comes to next is come to anew.
        hovering = undefined
        clearTimeout(hoverTimer)
        box.dataset['moving'] = 'pull'
        frame = requestAnimationFrame(panAtEdge)
      }
    },
    { signal: abort.signal },
  )

  window.addEventListener(
    'pointerup',
    (event) => {
      touches.delete(event.pointerId)
      panned = undefined
      if (pressed?.id === event.pointerId) {
        const sample = sampleOf(event)
        end()
        stage.feed({ kind: 'release', sample })
        setCursor(box, stage, sampleOf(event))
      }
      if (touches.size === 0) viewport.letGo()
    },
    { signal: abort.signal },
  )
  window.addEventListener(
    'pointercancel',
    (event) => {
      touches.delete(event.pointerId)
      if (pressed?.id === event.pointerId) {
        end()
        stage.feed({ kind: 'abort' })
        stage.feed({ kind: 'release', sample: sampleOf(event) })
      }
      if (touches.size === 0) viewport.letGo()
    },
    { signal: abort.signal },
  )

  const leave = (): void => {
    stage.setPointer(undefined)
    stage.setHover(undefined)
    hovering = undefined
    if (lit !== undefined) stage.lightBadge(undefined)
    lit = undefined
    clearTimeout(hoverTimer)
    stage.editor.present({ cursor: null })
  }
  document.documentElement.addEventListener('pointerleave', leave, { signal: abort.signal })

  box.addEventListener(
    'contextmenu',
    (event) => {
      if (isInterface(event.target)) return
      event.preventDefault()
      // A long press has its own timer; some browsers send this event for it too.
      if (pressed !== undefined || (event instanceof PointerEvent && event.pointerType === 'touch')) return
      stage.feed({ kind: 'menu', sample: sampleOf(event) })
    },
    options,
  )

  box.addEventListener(
    'wheel',
    (event) => {
      if (isInterface(event.target)) return
      event.preventDefault()
      event.stopPropagation()
      const meaning = readWheel({
        deltaX: event.deltaX,
        deltaY: event.deltaY,
        deltaMode: event.deltaMode,
        command: event.ctrlKey || event.metaKey,
        shift: event.shiftKey,
      })
      const { screen } = sampleOf(event)
      if (meaning.kind === 'pan') viewport.panBy(meaning.x, meaning.y)
      else viewport.zoomAt(screen, meaning.factor)
      workspace.movedByHand()
    },
    { ...options, passive: false },
  )

  for (const kind of ['keydown', 'keyup'] as const) {
    window.addEventListener(
      kind,
      (event) => {
        if (pressed !== undefined && ['Shift', 'Alt', 'Control', 'Meta'].includes(event.key)) {
          stage.feed({ kind: 'modifiers', keys: modifiersOf(event) })
        }
      },
      { signal: abort.signal },
    )
  }

  return () => {
    abort.abort()
    observer.disconnect()
    end()
    clearTimeout(hoverTimer)
  }
}

function modifiersOf(event: MouseEvent | KeyboardEvent): Modifiers {
  return { shift: event.shiftKey, alt: event.altKey, command: event.ctrlKey || event.metaKey }
}

function isMarkedFrame(stage: Stage, { hit }: Sample): boolean {
  return hit.kind === 'element' && hit.zone === 'inside' && stage.editor.selection.get().elements.includes(hit.id)
}

const cursorByEdge = { n: 'ns', s: 'ns', e: 'ew', w: 'ew', ne: 'nesw', sw: 'nesw', nw: 'nwse', se: 'nwse' } as const

/** The pointer's shape says what a press would do. Set by hand: it changes too often for React. */
function setCursor(box: HTMLElement, stage: Stage, { hit }: Sample): void {
  const { tool, linking } = stage.workspace.get()
  const mayEdit = stage.mayEdit()
  let cursor = 'default'
  if (tool === 'hand') cursor = 'grab'
  else if (mayEdit && tool !== 'select' && tool !== 'link') cursor = 'crosshair'
  else if (hit.kind === 'element') {
    const links = hit.zone === 'border' || tool === 'link' || linking !== undefined
    cursor = hit.zone === 'inside' ? 'default' : links && mayEdit ? 'crosshair' : 'pointer'
  } else if (hit.kind === 'dot') cursor = 'crosshair'
  else if (hit.kind === 'resize-grip') cursor = `${cursorByEdge[hit.edge]}-resize`
  else if (hit.kind === 'end-grip' || hit.kind === 'bend-grip') cursor = 'grab'
  else if (hit.kind === 'link' || hit.kind === 'badge') cursor = 'pointer'
  if (box.style.getPropertyValue('--cursor') !== cursor) box.style.setProperty('--cursor', cursor)
}
