import type { Camera } from '../../lib/geometry/rect'
import type { Stage } from './stage'

/** Windows in which names are typed by touch, with little room: those of `usePhone`. */
const phones = '(max-width: 767.98px), (max-height: 479.98px)'

/** Where the view was before it came near. */
const before = new WeakMap<Stage, Camera>()

/**
 * On a phone, brings the view so near to the name that is being typed that it can be read, and back to where it was
 * once no name is typed any more. Names typed one after the other are one stay.
 */
export function comeNear(stage: Stage): void {
  const { viewport, draft, scene } = stage
  const id = draft.get()?.id
  const shape = id === undefined ? undefined : scene.get().elements.get(id)
  if (shape === undefined || !matchMedia(phones).matches) return
  const now = viewport.zoom.get()
  // What is wide stands whole.
  const whole = (viewport.free().width * now) / shape.rect.width
  const from = viewport.camera.get()
  viewport.centreOn(shape.centre, Math.max(now, Math.min(1, whole)))
  if (before.has(stage)) return
  before.set(stage, from)
  let last = id
  const end = draft.subscribe(() => {
    last = draft.get()?.id ?? last
    // The next name begins at once after the last.
    queueMicrotask(() => {
      if (draft.get() !== undefined || !before.has(stage)) return
      end()
      before.delete(stage)
      goBack(stage, from)
      // What was named may stand at the edge of that view, or beyond it.
      const named = last === undefined ? undefined : scene.get().elements.get(last)
      if (named !== undefined) viewport.reveal(named.rect)
    })
  })
}

function goBack({ viewport }: Stage, { zoom, x, y }: Camera): void {
  const { width, height } = viewport.size()
  const { top, right, bottom, left } = viewport.insets()
  const middle = { x: (left + width - right) / 2, y: (top + height - bottom) / 2 }
  viewport.centreOn({ x: (middle.x - x) / zoom, y: (middle.y - y) / zoom }, zoom)
}
