import type { ElementId } from '../../lib/base/ids'
import { createObservable, type Observable } from '../../lib/base/observable'
import type { Look } from '../../lib/look/look'
import { createTypedTexts, type TypedTexts } from './typedTexts'
import {
  analysisPanels,
  initialWorkspace,
  type CommentPlace,
  type DialogName,
  type PanelName,
  type Tool,
  type ViewName,
  type WorkspaceState,
} from './workspace'

/** The screen state of one tab, and all that changes it. */
export interface Workspace extends Observable<WorkspaceState> {
  /** What is being typed, or could not be kept. */
  readonly typed: TypedTexts
  /** Merges `changes`; tells nobody if nothing changed. */
  update(changes: Partial<WorkspaceState>): void
  chooseTool(tool: Tool, options?: { readonly locked: boolean }): void
  startNaming(id: ElementId): void
  startLinking(from: ElementId): void
  /** Shows this view here. What is half done on the map is dropped. */
  showView(view: ViewName): void
  openDialog(dialog: DialogName): void
  /** Opens a round: to answer, to run or to read. */
  openRound(id: string): void
  closeDialog(): void
  /** Opens the panel, or closes it if it is the one that is open. */
  togglePanel(panel: PanelName): void
  /** Opens the panel of comments: at one place, or the list of all. */
  openComments(at?: CommentPlace): void
  /** Closes the panel, and with it what it shows on the map. */
  closePanel(): void
  /** Looks at the map in this way, or plainly; where it was saved says its id. */
  lookAt(look: Look | undefined, from?: string): void
  /** The canvas says that the person moved the view by their own hand: following, a person or a signal, ends. */
  movedByHand(): void
}

/** What is done by hand on the map, or shown on it, needs it in view. */
const toMap = { view: 'map' } as const

/** Makes the screen state of one tab. */
export function createWorkspace(initial: Partial<WorkspaceState> = {}): Workspace {
  const state = createObservable<WorkspaceState>({ ...initialWorkspace, ...initial })

  const update = (changes: Partial<WorkspaceState>): void => {
    const current = state.get()
    const keys = Object.keys(changes) as (keyof WorkspaceState)[]
    if (keys.every((key) => Object.is(changes[key], current[key]))) return
    state.set({ ...current, ...changes })
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    typed: createTypedTexts(),
    update,
    chooseTool: (tool, options) => {
      // A half-made link belongs to the link tool; leaving the tool drops it.
      const back = tool === 'select' ? {} : toMap
      update({
        tool,
        toolLocked: options?.locked ?? false,
        linking: undefined,
        linkMade: false,
        signFor: undefined,
        ...back,
      })
    },
    startNaming: (id) => {
      update({ naming: id, linking: undefined, signFor: undefined, ...toMap })
    },
    startLinking: (from) => {
      update({ linking: { from }, naming: undefined, signFor: undefined, ...toMap })
    },
    showView: (view) => {
      update({ view, tool: 'select', naming: undefined, linking: undefined, signFor: undefined })
    },
    openDialog: (dialog) => {
      update({ dialog })
    },
    openRound: (id) => {
      update({ dialog: 'round', round: id })
    },
    closeDialog: () => {
      update({ dialog: undefined, again: undefined, asking: undefined, pastedText: undefined, droppedFile: undefined })
    },
    togglePanel: (panel) => {
      const open = state.get().panel === panel ? undefined : panel
      const isAnalysis = analysisPanels.some((name) => name === open)
      update(
        open === 'find'
          ? { panel: open }
          : {
              panel: open,
              comment: undefined,
              loop: undefined,
              spotlight: undefined,
              overlay: undefined,
              ...(isAnalysis ? toMap : {}),
            },
      )
    },
    openComments: (comment) => {
      update({ panel: 'comments', comment, loop: undefined, spotlight: undefined, overlay: undefined })
    },
    closePanel: () => {
      update({ panel: undefined, comment: undefined, loop: undefined, spotlight: undefined, overlay: undefined })
    },
    lookAt: (look, from) => {
      update({ look, lookFrom: look === undefined ? undefined : from })
    },
    movedByHand: () => {
      update({ following: undefined, followsSignal: false })
    },
  }
}
