import * as z from 'zod/mini'
import type { ElementId } from '../base/ids'
import type { JsonFields } from '../base/json'
import { actionSchema } from './action'
import { frameSchema } from './frame'
import type { Seal } from './seal'
import { imageSchema } from './image'
import { inkSchema } from './ink'
import { noteSchema } from './note'
import type { ElementPaint } from './paint'
import { stakeholderSchema } from './stakeholder'
import { textSchema } from './text'
import { variableSchema } from './variable'

/** Element schemas by kind: a record's fields without its id. */
export const elementSchemas = {
  variable: variableSchema,
  stakeholder: stakeholderSchema,
  action: actionSchema,
  note: noteSchema,
  text: textSchema,
  frame: frameSchema,
  image: imageSchema,
  ink: inkSchema,
} as const

export type ElementKind = keyof typeof elementSchemas
export const elementKinds = Object.keys(elementSchemas) as readonly ElementKind[]

/** Fields of an element as plain data, by kind. */
export const elementFieldsSchema = z.discriminatedUnion('kind', [
  variableSchema,
  stakeholderSchema,
  actionSchema,
  noteSchema,
  textSchema,
  frameSchema,
  imageSchema,
  inkSchema,
])
export type ElementFields = z.output<typeof elementFieldsSchema>

interface Identified {
  readonly id: ElementId
  /** Fields this version of Weft does not know, kept as they came. */
  readonly unknown?: JsonFields
  /** How a look shows it; on no element of the map itself. */
  readonly paint?: ElementPaint
  readonly seal?: Seal
  /** On a frame that is hidden from others, for those who see it: the word that marks it. On no element of the map itself. */
  readonly veil?: string
}

/** One thing on the map. Narrow by `kind`. */
export type MapElement = Readonly<ElementFields> & Identified
export type ElementOfKind<Kind extends ElementKind> = Extract<MapElement, { readonly kind: Kind }>

export type Variable = ElementOfKind<'variable'>
export type Stakeholder = ElementOfKind<'stakeholder'>
export type Frame = ElementOfKind<'frame'>

/** Kinds that a link may join. Frames, text, images and ink are scenery. */
export const linkableKinds: readonly ElementKind[] = ['variable', 'stakeholder', 'action', 'note']

export function isLinkable(element: MapElement): boolean {
  return linkableKinds.includes(element.kind) && element.paint?.group === undefined
}
