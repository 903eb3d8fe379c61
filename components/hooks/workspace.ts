import type { ElementId, LinkId } from '../../lib/base/ids'
import type { Observable } from '../../lib/base/observable'
import type { LoopBadge } from '../../lib/geometry/loopBadge'
import type { SeenMap } from '../../lib/look/applyLook'
import type { Look } from '../../lib/look/look'
import type { LookMeasures } from '../../lib/look/lookValue'
import type { MapView } from '../../lib/model/mapView'
import type { CommentAnchor } from '../../lib/practice/comment'
import type { RoundKindName } from '../../lib/practice/round'
import type { SurveySetKey } from '../../lib/practice/surveySets'
import type { Selection } from './editor'

export type Tool = 'select' | 'hand' | 'variable' | 'stakeholder' | 'note' | 'text' | 'frame' | 'link'

/** What can be asked of the map, one panel each, with tabs between them. */
export const analysisPanels = ['loops', 'leverage', 'paths', 'what-if', 'network'] as const
export type AnalysisPanel = (typeof analysisPanels)[number]

/** What practices keep on the map, one panel each; each is reached from the map's menu, too. */
export const practicePanels = ['contributions', 'pulse', 'results', 'experiments', 'coalition'] as const
export type PracticePanel = (typeof practicePanels)[number]

/** Questions about the ties between stakeholders. */
export const tieSections = ['bridging', 'actors', 'whole', 'holds'] as const
export type TieSection = (typeof tieSections)[number]

/** The same stakeholders in other ways; `map` is the canvas. */
export const viewNames = ['map', 'grid', 'rings', 'columns', 'matrix', 'table'] as const
export type ViewName = (typeof viewNames)[number]

export type PanelName =
  | AnalysisPanel
  | PracticePanel
  | 'versions'
  | 'comments'
  | 'looks'
  | 'rounds'
  | 'agenda'
  | 'find'
  | 'outline'
  | 'issues'
  | 'inventory'
export type DialogName =
  | 'share'
  | 'delete-map'
  | 'shortcuts'
  | 'palette'
  | 'export'
  | 'compare'
  /** The same, with the map as it was when the meeting began. */
  | 'compare-start'
  | 'report'
  | 'paste-list'
  | 'import'
  | 'about'
  | 'question'
  | 'sectors'
  | 'tie-kinds'
  | 'round'
  | 'ask'
  | 'check-in'

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
  /**
   * Brings everything, or only these elements, into view.
   * @param room leaves free where a toast stands that is said with it
   */
  fit(ids?: readonly ElementId[], room?: 'besideToast'): void
  zoomIn(): void
  zoomOut(): void
  zoomTo(scale: number): void
  centreOn(point: CanvasPoint, zoom?: number): void
  /** Shows all of a rectangle, larger or smaller as the window needs it. */
  show(rect: CanvasRect): void
  /** The rectangle that the person sees. */
  visible(): CanvasRect
  readonly zoom: Observable<number>
  /** The smallest move that brings elements and links clear of the panels; none if they are. */
  reveal?(ids: readonly (ElementId | LinkId)[]): void
  /** The smallest change that brings all of these clear of the panels, with what stands at their corners: drawn smaller only if need be. */
  revealWhole?(ids: readonly ElementId[]): void
  /** The smallest move that brings one out from under a box of the window; none if it is not under it. */
  uncover?(id: ElementId | LinkId, cover: CanvasRect): void
  /** The box of an element, or that around the middle of a link, in pixels of the window. */
  boxOf?(id: ElementId | LinkId): CanvasRect | undefined
  /** The badges of loops, where they stand. */
  badges?(): ReadonlyMap<string, LoopBadge>
  /** An overview would tell more than what is seen, and there is room for one. */
  readonly hasOverview?: Observable<boolean>
  /** Begins a frame around elements, with its name open on the map. */
  frame?(ids: readonly ElementId[]): void
  /** Begins an action that contributes to an element, with its name open on the map. */
  contribute?(id: ElementId): void
  /** Gives the canvas the keyboard focus. */
  focus?(): void
}

/** State of one tab's screen that nobody else sees and that does not outlive the tab. */
export interface WorkspaceState {
  readonly tool: Tool
  /** A tool stays active after use until Esc or another tool is chosen. */
  readonly toolLocked: boolean
  /** The tools that the meeting's step offers this person; undefined: all. */
  readonly stepTools: readonly Tool[] | undefined
  /** The element whose label is being typed. */
  readonly naming: ElementId | undefined
  /** A link is being made without dragging: its start is chosen, its end is not. */
  readonly linking: { readonly from: ElementId } | undefined
  /** The link whose sign is being asked for. */
  readonly signFor: LinkId | undefined
  /** Links whose signs are asked for next, once that `after` which they come is answered. */
  readonly signsLeft: { readonly after: LinkId; readonly links: readonly LinkId[] } | undefined
  /** Several links are made in a row: the link tool has made one since it was chosen. */
  readonly linkMade: boolean
  /** What undo, redo, the link tool or a push has selected last, or found selected: it is shown, and nobody has asked what is written about it. */
  readonly unasked: Selection | undefined
  readonly panel: PanelName | undefined
  /** What the panel shows wants more room than lists do: a table of many columns. */
  readonly broad: boolean
  /** Who is here is listed, beside whatever panel is open. */
  readonly people: boolean
  /** What is typed on this page waits until the map is released. */
  readonly wordsWait: boolean
  readonly view: ViewName
  /** Which question about ties their panel is at. */
  readonly tieSection: TieSection
  /** Key of the loop that the panel of loops is at. */
  readonly loop: string | undefined
  /** What the panel of comments is at; undefined: the list of all. */
  readonly comment: CommentPlace | undefined
  /** Threads with something that this person has not read. */
  readonly unread: number
  readonly dialog: DialogName | undefined
  /** Id of the round that its dialog shows. */
  readonly round: string | undefined
  /** Id of the round that is asked again, about those that were tied. */
  readonly again: string | undefined
  /** The kind in which the group is to be asked about what is selected, or the set of questions that it is asked. */
  readonly asking: RoundKindName | SurveySetKey | undefined
  /** Text to start the paste-list or import dialog with. */
  readonly pastedText: string | undefined
  readonly droppedFile: File | undefined
  /** Id of the person whose view this tab follows. */
  readonly following: string | undefined
  /** Elements and links that match the search, or make up a loop: the rest is dimmed. */
  readonly spotlight: Spotlight | undefined
  /** Elements that a table or a chart points at: ringed, and nothing else is dimmed. */
  readonly pointed: readonly ElementId[] | undefined
  /** How this tab looks at the map; undefined for plainly. */
  readonly look: Look | undefined
  /** Id of the saved look that it was, as far as one knows. */
  readonly lookFrom: string | undefined
  /** What the look makes of a map; set by the part of the page that comes with looks. */
  readonly seeing: ((map: MapView) => SeenMap) | undefined
  /** What the look measures, once all of it is worked out; undefined for a look without measures, too. */
  readonly measured: LookMeasures | undefined
  /** What a facilitator shows everyone, as this tab took it up; and how one looked at the map before. */
  readonly brought: Brought | undefined
  /** What an analysis shows at the elements. */
  readonly overlay: Overlay | undefined
  /** Variables can be pushed up and down on the map, by arrows beside them; what is selected opens nothing meanwhile. */
  readonly pushing: boolean
  /** What was selected when the push began that runs: it opens nothing in front of the run. */
  readonly pushedFrom: Selection | undefined
  /** The view goes along with the signal of a push, until a hand moves it. */
  readonly followsSignal: boolean
  /** Where the inspector stands on a wide screen, in pixels of the window, while it is open. */
  readonly inspectorBox: CanvasRect | undefined
  /** The same of the legend of a look. */
  readonly legendBox: CanvasRect | undefined
  /** May be shown; it is when the map goes on outside the view and the window has room. */
  readonly minimap: boolean
  /** The title of the map is being typed. */
  readonly renamingMap: boolean
  /** Presses on the map point with a laser, until it is put away. */
  readonly laser: boolean
  readonly camera: CameraPort | undefined
  /** The map is being arranged. Undo gives that up, and takes nothing back; the next arrangement replaces it. */
  readonly arranging: { readonly giveUp: () => void; readonly replace: () => void } | undefined
  /** What one did to the map last, where that is no step of its undo: undo is for it, once, and takes nothing back itself. */
  readonly putBack: { readonly undo: () => void } | undefined
}

/** A thread, what is written about one thing, or what the discussion as a whole is like. */
export type CommentPlace =
  | { readonly kind: 'thread'; readonly id: string }
  | {
      readonly kind: 'about'
      readonly anchor: CommentAnchor
      /** A thread beside one that is there. */
      readonly another?: true
    }
  | { readonly kind: 'balance' }

/** A look and a view that came from a facilitator. */
export interface Brought extends OwnLook {
  readonly id: string
  readonly own: OwnLook
}
export interface OwnLook extends Pick<WorkspaceState, 'look' | 'lookFrom' | 'view'> {}

/** Figures of an analysis, drawn over the map on this screen alone. */
export interface Overlay {
  /** What they are, said where they are shown without their panel. */
  readonly name: string
  /** Key of what they are, where the panel may be at something else meanwhile: then the map says the name, panel or not. */
  readonly about?: string
  readonly elements: ReadonlyMap<ElementId, ElementOverlay>
  /** Id of the experiment whose before and after they are: its marks stand on the map, and what is selected can be marked. */
  readonly experiment?: string
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

export interface Spotlight {
  /** What they are, said where they are shown without their panel: the tag of a loop, say. */
  readonly name?: string
  /** Key of what they are, for whoever lit them. */
  readonly about?: string
  readonly elements: ReadonlySet<ElementId>
  readonly links: ReadonlySet<LinkId>
}

export const initialWorkspace: WorkspaceState = {
  tool: 'select',
  toolLocked: false,
  stepTools: undefined,
  naming: undefined,
  linking: undefined,
  signFor: undefined,
  signsLeft: undefined,
  linkMade: false,
  unasked: undefined,
  panel: undefined,
  broad: false,
  people: false,
  wordsWait: false,
  view: 'map',
  tieSection: 'bridging',
  loop: undefined,
  comment: undefined,
  unread: 0,
  dialog: undefined,
  round: undefined,
  again: undefined,
  asking: undefined,
  pastedText: undefined,
  droppedFile: undefined,
  following: undefined,
  spotlight: undefined,
  look: undefined,
  lookFrom: undefined,
  seeing: undefined,
  measured: undefined,
  brought: undefined,
  pointed: undefined,
  overlay: undefined,
  pushing: false,
  pushedFrom: undefined,
  followsSignal: false,
  inspectorBox: undefined,
  legendBox: undefined,
  minimap: true,
  renamingMap: false,
  laser: false,
  camera: undefined,
  arranging: undefined,
  putBack: undefined,
}

/** Links are being made by taps: with the tool for it, or from an element that was chosen. */
export function isMakingLinks({ tool, linking }: Pick<WorkspaceState, 'tool' | 'linking'>): boolean {
  return tool === 'link' || linking !== undefined
}

/** Nothing is to open in front of a push: neither inspector nor bar nor sheet of what is selected. */
export function isMakingRoom(
  { pushing, pushedFrom }: Pick<WorkspaceState, 'pushing' | 'pushedFrom'>,
  selection: Selection,
): boolean {
  return pushing || selection === pushedFrom
}

/** Whether the meeting's step offers a tool. What it leaves out is out of sight, and not forbidden. */
export function isOffered({ stepTools }: Pick<WorkspaceState, 'stepTools'>, tool: Tool): boolean {
  return stepTools === undefined || tool === 'select' || tool === 'hand' || stepTools.includes(tool)
}
