import type { ElementId, LinkId, ViewId } from '../base/ids'
import type { Json, JsonFields } from '../base/json'
import type { OpenRoot } from './openRoots'
import type { Position } from './position'

/** Roots of the document that hold records by id. */
export type RecordRoot = 'elements' | 'links' | OpenRoot

/** One change of one record. Fields left out stay as they are. */
export type RecordChange =
  | { readonly kind: 'create'; readonly root: RecordRoot; readonly id: string; readonly fields: JsonFields }
  /** `undefined` removes a field. `description` is merged as text, not replaced. */
  | {
      readonly kind: 'set'
      readonly root: RecordRoot
      readonly id: string
      readonly fields: Readonly<Record<string, Json | undefined>>
    }
  | { readonly kind: 'delete'; readonly root: RecordRoot; readonly id: string }
  /** `null` takes the element off that view. */
  | { readonly kind: 'place'; readonly view: ViewId; readonly id: ElementId; readonly position: Position | null }
  | { readonly kind: 'meta'; readonly fields: Readonly<Record<string, Json | undefined>> }

/**
 * What a command wants done: a list of record changes that are applied in one transaction and
 * undone in one step.
 */
export interface MapPatch {
  readonly changes: readonly RecordChange[]
  /** Names the step in "Undid: moved 4 variables". */
  readonly label: PatchLabel
  /** Elements and links to select afterwards, such as what a paste made. */
  readonly select?: { readonly elements: readonly ElementId[]; readonly links: readonly LinkId[] }
  /** What an import did not bring along, for people to be told. */
  readonly leftOut?: LeftOut
  /** Kinds of tie of which an import says something else than this map: they go on as they are, and its ties as they went. */
  readonly keptWords?: readonly string[]
  /** Is one thing made of several changes: nothing of it is done where one of them may not be. */
  readonly whole?: true
  /** Of what was asked for, what is locked and stayed as it was: the first that has a name, and how many more. */
  readonly stayed?: Stayed
}

/** What stayed as it was, and what kept it: where nothing is said, an ordinary lock. */
export interface Stayed {
  readonly code?: 'locked' | 'sealed' | 'layout' | 'not-yours' | 'hidden-here'
  readonly subject?: string
  readonly others?: number
}

/** How many of each were left out: links that are on the map already, and what belongs to the other map's own views. */
export interface LeftOut {
  readonly links: number
  /** Loops of which not everything that people said came along. */
  readonly loops: number
  readonly views: number
  readonly scenarios: number
  /** Positions of elements in other views than the board. */
  readonly positions: number
  /** What people on the other map said of its links. */
  readonly claims: number
}

/** A message key under `steps` in the catalogue, with its values. */
export interface PatchLabel {
  readonly step: StepName
  readonly count?: number
  /** A label or title: of what the step is about, or of the first of several. */
  readonly name?: string
  /** The name is the word of a sector, or of a kind of tie, that every map offers: each language has its own for it. */
  readonly wordOf?: 'sector' | 'tie'
  /** Labels of the ends of the link that the step is about, or of the first of several; of a loop, of its first link. */
  readonly ends?: readonly [from: string, to: string]
  /** What a renamed element was called before. */
  readonly before?: string
  /** The one field that the step changes. */
  readonly field?: string
  /** Who made the change that is taken back, if it was not oneself and they are known. */
  readonly by?: string
  /** What comes back is not as it was: it has what others made of it meanwhile. */
  readonly withOthers?: boolean
  /** Of a step that is taken back: what of it is locked now and stayed as it was. */
  readonly stayed?: MapPatch['stayed']
  /** With `stayed`: nothing else was in it, so nothing was taken back. */
  readonly isRefused?: boolean
  /** Of a step that was to be taken back: others have changed all of it since, so nothing was. */
  readonly isOvertaken?: boolean
}

export const stepNames = [
  'added',
  'linked',
  'moved',
  'resized',
  'renamed',
  'edited',
  'deleted',
  'pasted',
  'duplicated',
  'aligned',
  'arranged',
  'locked',
  'unlocked',
  'reordered',
  'imported',
  'set-sign',
  'set-delay',
  'reconnected',
  'bent',
  'titled',
  'added-field',
  'changed-field',
  'deleted-field',
  'saved-scenario',
  'deleted-scenario',
  'saved-practice',
  'deleted-practice',
  'saved-look',
  'deleted-look',
  'named-loop',
  'pinned-loop',
  'unpinned-loop',
  'moved-badge',
  'let-loop-go',
  'confirmed-archetype',
  'merged',
  'put-back',
  'brought-together',
  'taken',
  'agreed',
  'disagreed',
  'took-word-back',
] as const
export type StepName = (typeof stepNames)[number]
