import type { ElementId } from '../../lib/base/ids'
import type { Editor } from '../hooks/editor'
import type { Observable } from '../../lib/base/observable'
import type { Point } from '../../lib/geometry/rect'
import type { Scene } from '../../lib/geometry/scene'
import type { Focus } from '../../lib/gesture/focusWalk'
import type { GestureEvent } from '../../lib/gesture/gestureEvent'
import type { GestureState } from '../../lib/gesture/gestureState'
import type { Hit } from '../../lib/gesture/hit'
import type { Draft } from '../../lib/gesture/preview'
import type { Run } from '../hooks/useRun'
import type { Workspace } from '../hooks/createWorkspace'
import type { ChooseLoops } from './sceneSource'
import type { Viewport } from './viewport'

/** Where the menu is open and for what; `keyboard` when a key asked for it. */
export interface MenuRequest {
  readonly screen: Point
  readonly point: Point
  readonly hit: Hit
}

/**
 * Everything of the canvas that is not React: the scenes, the gesture in progress, what has the
 * focus, the view. Components follow its observables and draw; events are fed to it.
 */
export interface Stage {
  readonly editor: Editor
  readonly workspace: Workspace
  readonly run: Run
  readonly viewport: Viewport
  readonly stored: Observable<Scene>
  readonly scene: Observable<Scene>
  readonly gesture: Observable<GestureState>
  readonly focus: Observable<Focus>
  readonly draft: Observable<Draft | undefined>
  /** The element on which a mouse has rested long enough. */
  readonly hover: Observable<ElementId | undefined>
  readonly menu: Observable<MenuRequest | undefined>
  /** The element for which "Link to…" is open. */
  readonly linkPicker: Observable<ElementId | undefined>

  /** By role, and by what this page can write. */
  mayEdit(): boolean
  feed(event: GestureEvent): void
  hit(point: Point, pointer: 'mouse' | 'touch'): Hit
  /** The element whose dots show. */
  dotsOf(): ElementId | undefined
  /** By key: what has it is what keys lead on from, whatever is selected. */
  setFocus(focus: Focus, by?: 'key' | 'hand'): void
  /** A hand is on the map: keys lead on from the selection again, and what is selected alone has the focus. */
  takeByHand(): void
  /** The focus was given by key, the keyboard is still on the map, and what has it is not selected. */
  focusLeads(): boolean
  setDraft(draft: Draft | undefined): void
  setHover(id: ElementId | undefined): void
  /** Lights the loop of a badge for as long as one points at it; undefined gives back what was lit before. */
  readonly lightBadge: (key: string | undefined) => void
  openMenu(request: MenuRequest | undefined): void
  openLinkPicker(from: ElementId | undefined): void
  /** Where the pointer is over the canvas, if it is. */
  pointer(): Point | undefined
  setPointer(point: Point | undefined): void
  /** Gives the badges of loops what chooses them. */
  readonly showLoops: (choose: ChooseLoops) => void
  stop(): void
}
