import type { ElementId } from '../base/ids'
import type { Hue } from './hue'

/** Steps from hardly any to as much as it gets: the shades of a measure. */
export const shades = [1, 2, 3, 4, 5] as const
export type Shade = (typeof shades)[number]

/** How a look shows an element on one screen. Only on elements of a view that a look was applied to; never stored. */
export interface ElementPaint {
  /** What it is coloured by says so. */
  readonly hue?: Hue
  /** How strong the one colour of a measure is. Outweighs `hue`. */
  readonly shade?: Shade
  /** One to three characters that say what the colour says. */
  readonly tag?: string
  /** Times as large as usual; 1 unless told. */
  readonly scale?: number
  /** A star before the name: what the look is about besides its colours, such as who is a formal leader. */
  readonly starred?: boolean
  /** The look is about others: drawn faintly. */
  readonly faded?: boolean
  /** It stands for these, and is on no map. */
  readonly group?: { readonly key: string; readonly members: readonly ElementId[] }
}

/** The same of a link. Colour, characters and dashes are drawn in pictures alone. */
export interface LinkPaint {
  readonly faded?: boolean
  /** It stands for several, and its label says how many: that stands with its letters, where it has any. */
  readonly counts?: boolean
  readonly hue?: Hue
  /** One to three characters on its line that say what the colour says. */
  readonly tag?: string
  readonly dashed?: boolean
}
