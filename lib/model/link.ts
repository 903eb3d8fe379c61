import * as z from 'zod/mini'
import type { LinkId } from '../base/ids'
import type { JsonFields } from '../base/json'
import { causalLinkSchema } from './causalLink'
import { contributionSchema } from './contribution'
import type { Claim } from './claim'
import type { MapElement } from './element'
import type { Seal } from './seal'
import type { LinkPaint } from './paint'
import { relationSchema } from './relation'
import { tieSchema } from './tie'

/** Link schemas by kind: a record's fields without its id. */
export const linkSchemas = {
  causal: causalLinkSchema,
  tie: tieSchema,
  contribution: contributionSchema,
  relation: relationSchema,
} as const

export type LinkKind = keyof typeof linkSchemas
export const linkKinds = Object.keys(linkSchemas) as readonly LinkKind[]

/** Fields of a link as plain data, by kind. */
export const linkFieldsSchema = z.discriminatedUnion('kind', [
  causalLinkSchema,
  tieSchema,
  contributionSchema,
  relationSchema,
])
export type LinkFields = z.output<typeof linkFieldsSchema>

/** One connection of the map. Narrow by `kind`. */
export type MapLink = Readonly<LinkFields> & {
  readonly id: LinkId
  /** What people say of it, each once, in the order in which they spoke. Absent if nobody did. */
  readonly claims?: readonly Claim[]
  readonly unknown?: JsonFields
  /** How a look shows it; on no link of the map itself. */
  readonly paint?: LinkPaint
  readonly seal?: Seal
}
export type CausalLink = Extract<MapLink, { readonly kind: 'causal' }>
export type Tie = Extract<MapLink, { readonly kind: 'tie' }>

/** The kind of link that joining these two elements means, before anyone says otherwise. */
export function chooseLinkKind(from: MapElement, to: MapElement): LinkKind {
  if (from.kind === 'variable' && to.kind === 'variable') return 'causal'
  if (from.kind === 'stakeholder' && to.kind === 'stakeholder') return 'tie'
  if (from.kind === 'action' && to.kind !== 'note') return 'contribution'
  if (from.kind === 'stakeholder' && to.kind === 'action') return 'contribution'
  return 'relation'
}
