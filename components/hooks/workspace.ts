import type { ElementId, LinkId } from '../../lib/base/ids'
import { createObservable, type Observable } from '../../lib/base/observable'
import { createTypedTexts, type TypedTexts } from './typedTexts'

export type Tool = 'select' | 'hand' | 'variable' | 'stakeholder' | 'note' | 'text' | 'frame' | 'link'

/** What can be asked of the map, one panel each, with tabs between them. */
export const analysisPanels = ['loops', 'leverage', 'paths', 'what-if', 'network'] as const
export type AnalysisPanel = (typeof analysisPanels)[number]

/** The same stakeholders in other ways; `map` is the canvas. */
export const viewNames = ['map', 'grid', 'rings'] as const
export type ViewName = (typeof viewNames)[number]

type PanelName = AnalysisPanel | 'find' | 'outline' | 'people' | 'issues'
type DialogName = 'share' | 'delete-map' | 'shortcuts' | 'palette' | 'export' | 'paste-list' | 'import' | 'about'

interface CanvasPoint {
  readonly x: number
  readonly y: number
}
interface CanvasRect extends CanvasPoint {
  readonly width: number
  readonly height: number
}

/** What the chrome may ask of the canvas. Set by the canvas when it mounts; all in canvas units. */
export interface CameraPort {
  /** Brings everything, or only these elements, into view. */
  fit(ids?: readonly ElementId[]): void
  zoomIn(): void
  zoomOut(): void
  zoomTo(scale: number): void
  centreOn(point: CanvasPoint, zoom?: number): void
  /** The rectangle that the person sees. */
  visible(): CanvasRect
  readonly zoom: Observable<number>
  /** The smallest move that brings elements and links clear of the panels; none if they are. */
  reveal?(ids: readonly (ElementId | LinkId)[]): void
  /** The smallest move that brings one out from under a box of the window; none if it is not under it. */
  uncover?(id: ElementId | LinkId, cover: CanvasRect): void
  /** The box of an element, or that around the middle of a link, in pixels of the window. */
  boxOf?(id: ElementId | LinkId): CanvasRect | undefined
  /** An overview would tell more than what is seen, and there is room for one. */
  readonly hasOverview?: Observable<boolean>
  /** Begins a frame around elements, with its name open on the map. */
  frame?(ids: readonly ElementId[]): void
  /** Gives the canvas the keyboard focus. */
  focus?(): void
}

/** State of one tab's screen that nobody else sees and that does not outlive the tab. */
export interface WorkspaceState {
  readonly tool: Tool
  /** A tool stays active after use until Esc or another tool is chosen. */
  readonly toolLocked: boolean
  /** The element whose label is being typed. */
  readonly naming: ElementId | undefined
  /** A link is being made without dragging: its start is chosen, its end is not. */
  readonly linking: { readonly from: ElementId } | undefined
  /** The link whose sign is being asked for. */
  readonly signFor: LinkId | undefined
  readonly panel: PanelName | undefined
  readonly view: ViewName
  /** Key of the loop that the panel of loops is at. */
  readonly loop: string | undefined
  readonly dialog: DialogName | undefined
  /** Text to start the paste-list or import dialog with. */
  readonly pastedText: string | undefined
  readonly droppedFile: File | undefined
  /** Id of the person whose view this tab follows. */
  readonly following: string | undefined
  /** Elements and links that match the search, or make up a loop: the rest is dimmed. */
  readonly spotlight: Spotlight | undefined
  /** Elements that a table or a chart points at: ringed, and nothing else is dimmed. */
  readonly pointed: readonly ElementId[] | undefined
  /** What an analysis shows at the elements. */
  readonly overlay: Overlay | undefined
  /** Variables can be pushed up and down on the map, by arrows beside them. */
  readonly pushing: boolean
  /** May be shown; it is when the map goes on outside the view and the window has room. */
  readonly minimap: boolean
  readonly camera: CameraPort | undefined
  /** The map is being arranged. Undo gives that up, and takes nothing back; the next arrangement replaces it. */
  readonly arranging: { readonly giveUp: () => void; readonly replace: () => void } | undefined
}

/** Figures of an analysis, drawn over the map on this screen alone. */
export interface Overlay {
  /** What they are, said where they are shown without their panel. */
  readonly name: string
  /** Key of what they are, where the panel may be at something else meanwhile: then the map says the name, panel or not. */
  readonly about?: string
  readonly elements: ReadonlyMap<ElementId, ElementOverlay>
}

export interface ElementOverlay {
  /** 0 to 1: the area of a disc behind the element. */
  readonly size?: number
  /** -1 (falls) to 1 (rises): the colour of a rim around the element, stronger with the distance from 0. */
  readonly tone?: number
  /** 0 to 1: the colour of a rim around the element, from hardly any to full. */
  readonly shade?: number
  /** A few characters on a chip at its upper right corner. */
  readonly text?: string
  /** The chip stands out: what it says is new. */
  readonly news?: boolean
}

interface Spotlight {
  /** What they are, said where they are shown without their panel: the tag of a loop, say. */
  readonly name?: string
  /** Key of what they are, for whoever lit them. */
  readonly about?: string
  readonly elements: ReadonlySet<ElementId>
  readonly links: ReadonlySet<LinkId>
}

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
  closeDialog(): void
  /** Opens the panel, or closes it if it is the one that is open. */
  togglePanel(panel: PanelName): void
  /** Closes the panel, and with it what it shows on the map. */
  closePanel(): void
  /** The canvas says that the person moved the view by their own hand: following ends. */
  movedByHand(): void
}

export const initialWorkspace: WorkspaceState = {
  tool: 'select',
  toolLocked: false,
  naming: undefined,
  linking: undefined,
  signFor: undefined,
  panel: undefined,
  view: 'map',
  loop: undefined,
  dialog: undefined,
  pastedText: undefined,
  droppedFile: undefined,
  following: undefined,
  spotlight: undefined,
  pointed: undefined,
  overlay: undefined,
  pushing: false,
  minimap: true,
  camera: undefined,
  arranging: undefined,
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
      update({ tool, toolLocked: options?.locked ?? false, linking: undefined, signFor: undefined, ...back })
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
    closeDialog: () => {
      update({ dialog: undefined, pastedText: undefined, droppedFile: undefined })
    },
    togglePanel: (panel) => {
      const open = state.get().panel === panel ? undefined : panel
      const isAnalysis = analysisPanels.some((name) => name === open)
      update(
        open === 'find'
          ? { panel: open }
          : { panel: open, loop: undefined, spotlight: undefined, overlay: undefined, ...(isAnalysis ? toMap : {}) },
      )
    },
    closePanel: () => {
      update({ panel: undefined, loop: undefined, spotlight: undefined, overlay: undefined })
    },
    movedByHand: () => {
      update({ following: undefined })
    },
  }
}
