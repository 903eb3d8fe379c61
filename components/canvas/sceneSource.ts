import { createObservable, type Observable } from '../../lib/base/observable'
import type { ElementId } from '../../lib/base/ids'
import type { Editor } from '../hooks/editor'
import { computeScene, type Scene } from '../../lib/geometry/scene'
import type { Point } from '../../lib/geometry/rect'
import { badgesInFlight } from '../../lib/gesture/badgeMoving'
import { centresInFlight } from '../../lib/gesture/dragging'
import type { GestureState } from '../../lib/gesture/gestureState'
import { previewView, type Draft } from '../../lib/gesture/preview'
import { boardView, type Position } from '../../lib/model/position'
import type { RemoteDrags } from './remoteDrags'
import type { Workspace } from '../hooks/createWorkspace'
import type { MapView } from '../../lib/model/mapView'
import type { ShownLoop } from '../../lib/analysis/shownLoops'

export interface SceneSource {
  /** The map as it is stored and looked at: what gestures measure against. */
  readonly stored: Observable<Scene>
  /** The map as it is drawn: with what is in flight, one's own and others'. Rests while another view covers the map. */
  readonly drawn: Observable<Scene>
  /** From now on these loops have badges. What chooses them comes once the map is drawn; until then none has one. */
  showLoops(choose: ChooseLoops): void
  stop(): void
}

export type ChooseLoops = (view: MapView) => readonly ShownLoop[]

interface SceneInputs {
  readonly editor: Editor
  readonly workspace: Workspace
  readonly gesture: Observable<GestureState>
  readonly draft: Observable<Draft | undefined>
  readonly remoteDrags: RemoteDrags
}

/**
 * Keeps the two scenes up to date; shapes that do not change keep their identity through both. While another view
 * covers the map nothing is drawn: the stored scene is worked out for whoever asks, the drawn one once the map is seen.
 */
export function createSceneSource({ editor, workspace, gesture, draft, remoteDrags }: SceneInputs): SceneSource {
  let shownLoops: ChooseLoops = () => []
  let seeing = workspace.get().seeing
  const see = (): MapView => seeing?.(editor.view.get()).view ?? editor.view.get()
  const stored = createObservable(computeScene(see(), boardView, { loops: shownLoops(see()) }))
  const drawn = createObservable(stored.get())
  const isCovered = (): boolean => workspace.get().view !== 'map'
  let isStoredBehind = false
  let isDrawnBehind = false

  const draw = (): void => {
    isDrawnBehind = isCovered()
    if (isDrawnBehind) return
    const view = see()
    const preview = previewView(view, gesture.get(), draft.get())
    const moved = mergeCentres(remoteDrags.centres.get(), centresInFlight(gesture.get()))
    const movedBadges = badgesInFlight(gesture.get())
    if (preview === view && moved === undefined && movedBadges === undefined) drawn.set(stored.get())
    else {
      const loops = shownLoops(view)
      const flight = { previous: drawn.get(), loops, movedBadges, isInFlight: true, ...(moved && { moved }) }
      drawn.set(computeScene(preview, boardView, flight))
    }
  }
  let positions = editor.view.get().positions.get(boardView)
  const catchUpStored = (): void => {
    isStoredBehind = false
    positions = editor.view.get().positions.get(boardView)
    // Shapes of the drawn scene are the ones on the screen: taking them over spares drawing them again after a drop.
    const view = see()
    stored.set(computeScene(view, boardView, { previous: drawn.get(), loops: shownLoops(view) }))
  }
  const store = (): void => {
    if (isCovered()) {
      isStoredBehind = true
      isDrawnBehind = true
      return
    }
    const before = positions
    catchUpStored()
    // What is on its way is drawn by that.
    const isLoading = editor.sync.get().kind === 'loading'
    const moved = isLoading ? none : findMoved(before, positions)
    const pace = editor.isOwnChange() ? 'arranged' : 'moved'
    const glides = pace === 'moved' ? moved.size > 0 : isRearranged(moved, positions, drawn.get())
    if (!glides || !remoteDrags.glide(moved, (id) => positions?.get(id), pace)) draw()
  }

  const followWorkspace = (): void => {
    if (workspace.get().seeing !== seeing) {
      seeing = workspace.get().seeing
      store()
    }
    if (isCovered()) return
    if (isStoredBehind) catchUpStored()
    if (isDrawnBehind) draw()
  }

  const ends = [
    workspace.subscribe(followWorkspace),
    editor.view.subscribe(store),
    gesture.subscribe(draw),
    draft.subscribe(draw),
    remoteDrags.centres.subscribe(draw),
  ]
  return {
    stored: {
      get: () => {
        if (isStoredBehind) catchUpStored()
        return stored.get()
      },
      subscribe: stored.subscribe,
    },
    drawn,
    showLoops: (choose) => {
      shownLoops = choose
      isStoredBehind = isDrawnBehind = true
      followWorkspace()
    },
    stop: () => {
      for (const end of ends) end()
    },
  }
}

type Centres = ReadonlyMap<ElementId, Point> | undefined
type Positions = ReadonlyMap<ElementId, Position> | undefined

/** Where elements were that are elsewhere now. What was resized as well is there at once: it would wobble. */
function findMoved(before: Positions, now: Positions): ReadonlyMap<ElementId, Point> {
  const moved = new Map<ElementId, Point>()
  if (before === now) return moved
  for (const [id, position] of now ?? []) {
    const old = before?.get(id)
    if (old === undefined || old === position || (old.x === position.x && old.y === position.y)) continue
    if (old.width === position.width && old.height === position.height) moved.set(id, { x: old.x, y: old.y })
  }
  return moved
}

const none: ReadonlyMap<ElementId, Point> = new Map()
/** A step of the arrow keys is shorter. */
const nudge = 48

/**
 * True if several elements have gone further than a nudge and one's own hand has not brought them
 * there: then they are still drawn where they were.
 */
function isRearranged(moved: ReadonlyMap<ElementId, Point>, positions: Positions, drawn: Scene): boolean {
  let far = 0
  for (const id of moved.keys()) {
    const [here, goal] = [drawn.elements.get(id)?.centre, positions?.get(id)]
    if (here !== undefined && goal !== undefined && Math.hypot(goal.x - here.x, goal.y - here.y) > nudge) far += 1
  }
  return far > 1
}

/** One's own hand wins over what others are said to drag. */
function mergeCentres(others: Centres, own: Centres): Centres {
  if (others === undefined) return own
  return own === undefined ? others : new Map([...others, ...own])
}
