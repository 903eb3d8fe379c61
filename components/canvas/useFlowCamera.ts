'use client'
import { useStoreApi, type ReactFlowProps } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef, type RefObject } from 'react'
import type { Camera } from '../../lib/geometry/rect'
import { zoomBounds, type OpeningScales } from '../../lib/gesture/camera'
import { detailAt } from '../../lib/gesture/detail'
import { openingStart } from '../../lib/gesture/openingStart'
import type { CanvasNode } from './canvasNode'
import type { Stage } from './stage'

type FlowHandlers = Pick<ReactFlowProps<CanvasNode>, 'onMoveStart' | 'onMoveEnd'>

/** Joins React Flow's view to the stage's: one moves the picture, the other knows where it is. */
export function useFlowCamera(surface: RefObject<HTMLElement | null>, stage: Stage): FlowHandlers {
  const store = useStoreApi()
  // As useReactFlow does it, which brings along much that is not needed here.
  const setView = useCallback(
    (camera: Camera, milliseconds = 0): void => {
      void store.getState().panZoom?.setViewport(camera, { duration: milliseconds })
    },
    [store],
  )
  const restTimer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const travellingUntil = useRef(0)

  useEffect(() => {
    const { viewport } = stage
    viewport.drive({
      set: (camera, milliseconds) => {
        if (milliseconds === 0) {
          travellingUntil.current = 0
          setView(camera)
          return
        }
        travellingUntil.current = performance.now() + milliseconds + 100
        setView(toWholePixels(camera), milliseconds)
      },
    })
    let shown: readonly number[] | undefined
    const follow = (): void => {
      const { transform } = store.getState()
      if (transform === shown) return
      const [x, y, zoom] = transform
      const kind = shown?.[2] === zoom ? 'pan' : 'zoom'
      shown = transform
      viewport.moved({ x, y, zoom })
      setDetail(surface.current, stage)
      setMoving(surface.current, kind)
      clearTimeout(restTimer.current)
      restTimer.current = setTimeout(() => rest(surface.current), restTime)
    }
    follow()
    openMap(stage)
    const end = store.subscribe(follow)
    return () => {
      end()
      clearTimeout(restTimer.current)
      viewport.drive(undefined)
    }
  }, [stage, store, setView, surface])

  // With more elements less of each is drawn.
  useEffect(() => stage.scene.subscribe(() => setDetail(surface.current, stage)), [stage, surface])

  // A map that arrives from the server after the page is shown whole, once.
  useEffect(() => {
    let isFitted = stage.scene.get().elements.size > 0
    const end = stage.scene.subscribe(() => {
      if (isFitted || stage.scene.get().elements.size === 0) return
      isFitted = true
      // Whoever puts the first thing on it looks at that place already.
      if (stage.draft.get() === undefined && !stage.editor.isOwnChange()) openMap(stage)
    })
    return end
  }, [stage])

  return useMemo<FlowHandlers>(
    () => ({
      // Moves that code asked for come without an event.
      onMoveStart: (event) => {
        if (event !== null) stage.workspace.movedByHand()
      },
      // A journey ends on whole pixels by itself; setting the view meanwhile would end the next one too.
      onMoveEnd: (_event, camera) => {
        if (performance.now() < travellingUntil.current) return
        const whole = toWholePixels(camera)
        if (whole.x !== camera.x || whole.y !== camera.y) setView(whole)
      },
    }),
    [stage, setView],
  )
}

/** Letters are sharp only on whole pixels. */
function toWholePixels({ x, y, zoom }: Camera): Camera {
  return { x: Math.round(x), y: Math.round(y), zoom }
}

function openMap({ scene, viewport }: Stage): void {
  const { bounds } = scene.get()
  const isPhone = matchMedia('(max-width: 767.98px)').matches
  viewport.open(bounds, openingStart(scene.get()), isPhone ? phoneScales : wideScales)
}

/** On a phone, names of a map that is smaller than this are too small to read: a part is shown instead, nearer. */
const phoneScales: OpeningScales = { least: 0.6, readable: 0.8 }
/** On a wide screen the shape of a large map tells enough. */
const wideScales: OpeningScales = { least: zoomBounds.least, readable: zoomBounds.least }

function setDetail(surface: HTMLElement | null, { scene, viewport }: Stage): void {
  if (surface === null) return
  const detail = detailAt(viewport.zoom.get(), scene.get().elements.size)
  if (surface.dataset['detail'] !== detail) surface.dataset['detail'] = detail
}

/** While the picture moves, the browser need not look for what is under the pointer. */
function setMoving(surface: HTMLElement | null, kind: 'pan' | 'zoom'): void {
  if (surface !== null && surface.dataset['moving'] !== kind) surface.dataset['moving'] = kind
}

/** Longer than a slow frame: going back and forth would cost more than it saves. */
const restTime = 300

function rest(surface: HTMLElement | null): void {
  if (surface !== null) delete surface.dataset['moving']
}
