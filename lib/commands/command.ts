import type { Random } from '../base/random'
import type { Result } from '../base/result'
import type { MapPatch } from '../model/mapPatch'
import type { MapView } from '../model/mapView'

/**
 * One intention of a person, as a pure function: looks at the map and answers with the patch that
 * carries it out, or with the reason why not. It changes nothing itself.
 */
export type Command<Input> = (view: MapView, input: Input, context: CommandContext) => Result<MapPatch, CommandProblem>

/** What a command may need besides the map. */
export interface CommandContext {
  readonly random: Random
  /** Milliseconds since the Unix epoch. */
  readonly now: number
  /** First name of who does it, kept on what they add. */
  readonly author: string | undefined
  /** Their id on this map; absent for those who have none, such as a script with a bare key. */
  readonly participant?: string | undefined
}

/** Why a command was not carried out. The message key `problems.<code>` says it to a person. */
export interface CommandProblem {
  readonly code: ProblemCode
  /** A label, number or id for the message. */
  readonly subject?: string
  /** How many more it is about, if there are any. */
  readonly others?: number
}

export type ProblemCode =
  | 'not-found'
  | 'locked'
  /** By a facilitator, whose lock this person cannot lift. */
  | 'sealed'
  | 'layout'
  | 'not-yours'
  /** Where something stands that is hidden from this person. */
  | 'hidden-here'
  | 'nothing-to-do'
  | 'label-too-long'
  | 'too-many-elements'
  | 'too-many-links'
  | 'cannot-link'
  | 'already-linked'
  | 'not-a-causal-link'
  | 'needs-two'
  | 'needs-three'
  | 'not-alike'
  | 'bad-input'
  /** Of a map's own fields. */
  | 'too-many-fields'
  | 'field-there'
  | 'look-there'
  /** Of sectors and kinds of tie. */
  | 'name-taken'
  | 'tag-taken'
  /** An address that no browser may open. */
  | 'bad-address'
  /** What is said by name needs one. */
  | 'no-name'
  /** The person's role, or a map made by a newer Weft, does not allow changes. */
  | 'read-only'
  /** Somebody who runs the meeting holds the map: changes pause. */
  | 'held'
