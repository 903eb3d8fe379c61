import { isAtLeast } from '../../lib/protocol/role'
import { createObservable } from '../../lib/base/observable'
import type { ElementId } from '../../lib/base/ids'
import type { Editor } from '../hooks/editor'
import type { Point } from '../../lib/geometry/rect'
import { focusOnLink, keepFocus, surfaceFocus, type Focus } from '../../lib/gesture/focusWalk'
import type { GestureContext } from '../../lib/gesture/gestureContext'
import { idle, type GestureState } from '../../lib/gesture/gestureState'
import { hitSurface, onlyElement } from '../../lib/gesture/hitSurface'
import type { Draft } from '../../lib/gesture/preview'
import { reduceGesture } from '../../lib/gesture/reduceGesture'
import { createSceneContext } from '../../lib/gesture/sceneContext'
import { boardView } from '../../lib/model/position'
import type { Run } from '../hooks/useRun'
import type { Workspace } from '../hooks/createWorkspace'
import { isMakingLinks } from '../hooks/workspace'
import { createBadgeLight } from './badgeLight'
import { carryOut } from './carryOut'
import { createRemoteDrags } from './remoteDrags'
import { renameDraft } from './naming'
import { createSceneSource } from './sceneSource'
import { askNextSign } from './signQuestions'
import type { MenuRequest, Stage } from './stage'
import { createViewport } from './viewport'

interface StagePorts {
  readonly editor: Editor
  readonly workspace: Workspace
  readonly run: Run
  readonly isStill: () => boolean
}

/** Wires one canvas. Call `stop` when it goes. */
export function createStage({ editor, workspace, run, isStill }: StagePorts): Stage {
  const viewport = createViewport({
    isStill,
    // A journey begins with the next frame.
    afterJourney: (milliseconds, end) => setTimeout(end, milliseconds + 16),
  })
  const gesture = createObservable<GestureState>(idle)
  const focus = createObservable<Focus>(surfaceFocus)
  const draft = createObservable<Draft | undefined>(undefined)
  const hover = createObservable<ElementId | undefined>(undefined)
  const menu = createObservable<MenuRequest | undefined>(undefined)
  const linkPicker = createObservable<ElementId | undefined>(undefined)
  const remoteDrags = createRemoteDrags(isStill)
  const light = createBadgeLight(workspace)
  let lit: string | undefined
  let isFocusByKey = false
  const scenes = createSceneSource({ editor, workspace, gesture, draft, remoteDrags })
  let pointer: Point | undefined

  const context = (): GestureContext => {
    const { tool, linking } = workspace.get()
    return createSceneContext(scenes.stored.get(), {
      tool,
      mayEdit: stage.mayEdit(),
      marked: editor.selection.get(),
      linkingFrom: linking?.from,
      zoom: viewport.zoom.get(),
      visible: viewport.visible(),
    })
  }

  const followDrags = (): void => {
    const { positions, elements } = editor.view.get()
    remoteDrags.update(
      editor.people.get(),
      (id) => positions.get(boardView)?.get(id),
      (id, { role }) => elements.get(id)?.seal === undefined || (role !== undefined && isAtLeast(role, 'facilitator')),
    )
  }

  /** The workspace says what is being named; a name that somebody else began or ended is followed. */
  const followNaming = (): void => {
    const { naming } = workspace.get()
    if (naming === draft.get()?.id) return
    const element = naming === undefined ? undefined : editor.view.get().elements.get(naming)
    draft.set(element === undefined ? undefined : renameDraft(editor.view.get(), element))
    if (naming !== undefined && element === undefined) workspace.update({ naming: undefined })
  }

  const followMap = (): void => {
    focus.set(keepFocus(scenes.drawn.get(), focus.get()))
    if (lit !== undefined && !scenes.drawn.get().badges.has(lit)) stage.lightBadge(undefined)
  }

  /** What is selected alone, such as in a panel, is what one is at: the keyboard goes on from there. */
  const followSelection = (): void => {
    if (workspace.get().view !== 'map') return
    if (isFocusByKey && focus.get().kind !== 'surface') return
    const { elements, links } = editor.selection.get()
    const [element] = elements
    const [link] = links
    // By a press beside it, a link is let go altogether: its band would stay, and keys would change what nobody means.
    if (elements.length + links.length === 0 && !isFocusByKey && focus.get().kind === 'link') focus.set(surfaceFocus)
    if (elements.length + links.length !== 1) return
    if (element !== undefined) focus.set({ kind: 'element', id: element })
    if (link !== undefined) focus.set(focusOnLink(scenes.drawn.get(), link))
  }

  /** What was selected in another view has the focus once the map is seen again. */
  let view = workspace.get().view
  const followView = (): void => {
    if (workspace.get().view === view) return
    view = workspace.get().view
    followSelection()
  }

  /** One question at a time: a sign that is asked for takes the place of the list and of the menu. */
  const followQuestion = (): void => {
    if (workspace.get().signFor === undefined) return
    linkPicker.set(undefined)
    menu.set(undefined)
  }
  /** Taken back, or deleted by somebody, while it was asked about: the next of its chain, if there is one. */
  const followAsked = (): void => {
    const { signFor } = workspace.get()
    if (signFor !== undefined && !editor.view.get().links.has(signFor)) askNextSign(stage)
  }
  /** And they of it: the sign stays as it is, mostly not known yet. */
  const putQuestionAway = (): void => workspace.update({ signFor: undefined, signsLeft: undefined })

  const ends = [
    editor.people.subscribe(followDrags),
    editor.selection.subscribe(followSelection),
    workspace.subscribe(followView),
    workspace.subscribe(followNaming),
    workspace.subscribe(followQuestion),
    scenes.drawn.subscribe(followMap),
    editor.view.subscribe(followAsked),
  ]

  const stage: Stage = {
    editor,
    workspace,
    run,
    viewport,
    stored: scenes.stored,
    scene: scenes.drawn,
    gesture,
    focus,
    draft,
    hover,
    menu,
    linkPicker,
    mayEdit: () => editor.self.get().mayEdit,
    feed: (event) => {
      const before = gesture.get()
      const step = reduceGesture(before, event, context())
      // A tap elsewhere leaves the question open; moving the view to see more does not put it away.
      const isTap = event.kind === 'release' && before.kind === 'pressing'
      if (isTap && draft.get() === undefined && workspace.get().signFor !== undefined) putQuestionAway()
      gesture.set(step.state)
      for (const effect of step.effects) carryOut(stage, effect)
    },
    hit: (point, kind) =>
      hitSurface(scenes.drawn.get(), point, {
        zoom: viewport.zoom.get(),
        pointer: kind,
        marked: editor.selection.get(),
        dotsOf: stage.dotsOf(),
        mayEdit: stage.mayEdit(),
        isLinking: isMakingLinks(workspace.get()),
      }),
    dotsOf: () => hover.get() ?? onlyElement(editor.selection.get()),
    setFocus: (next, by = 'hand') => {
      isFocusByKey = by === 'key'
      focus.set(next)
    },
    takeByHand: () => {
      isFocusByKey = false
      followSelection()
    },
    focusLeads: () => {
      const here = focus.get()
      if (!isFocusByKey || here.kind === 'surface') return false
      if (here.kind === 'badge') return true
      const { elements, links } = editor.selection.get()
      return here.kind === 'element' ? !elements.includes(here.id) : !links.includes(here.id)
    },
    setDraft: (next) => {
      draft.set(next)
      workspace.update({ naming: next?.id })
      const isOnMap = next !== undefined && editor.view.get().elements.has(next.id)
      editor.present({ naming: isOnMap ? next.id : null })
    },
    setHover: (id) => hover.set(id),
    lightBadge: (key) => {
      lit = key
      light.show(key === undefined ? undefined : scenes.drawn.get().badges.get(key))
    },
    openMenu: (request) => {
      if (request !== undefined) putQuestionAway()
      menu.set(request)
    },
    openLinkPicker: (from) => {
      if (from !== undefined) putQuestionAway()
      linkPicker.set(from)
    },
    pointer: () => pointer,
    setPointer: (point) => {
      pointer = point
    },
    showLoops: scenes.showLoops,
    stop: () => {
      for (const end of ends) end()
      scenes.stop()
      remoteDrags.stop()
    },
  }
  followDrags()
  followNaming()
  return stage
}
