import * as z from 'zod/mini'
import { isId } from '../base/ids'
import type { JsonFields } from '../base/json'
import { limits } from '../base/limits'
import { authorField, timeField } from './fields'
import type { MapLink } from './link'

/** What a person may say of a link. */
export const claimWords = ['agree', 'disagree'] as const
export type ClaimWord = (typeof claimWords)[number]

/**
 * One person's word on one link, kept on the link's record as plain data under `claim:<participant id>`
 * (docs/decisions/0009): one field a person, so that nobody speaks twice and nobody's word is lost when
 * two speak at once.
 */
export const claimSchema = z.object({
  says: z.enum(claimWords),
  name: authorField,
  at: timeField,
  /** What the link said then, as `statementOf` tells it. Absent: what it says now. */
  about: z.optional(z.string().check(z.maxLength(limits.label * 2))),
})

/** A claim with the participant whose it is. */
export type Claim = Readonly<z.output<typeof claimSchema>> & { readonly person: string }

const prefix = 'claim:'

/** Name of the field that holds a participant's claim. */
export function claimField(person: string): string {
  return prefix + person
}

/** The participant whose claim a field of a link holds; undefined for any other field. */
export function claimantOf(field: string): string | undefined {
  const person = field.startsWith(prefix) ? field.slice(prefix.length) : ''
  return isId(person) ? person : undefined
}

const namedPrefix = 'named-'

/** Who stands for a person of whom a table tells nothing but the name: the first of them is 1. */
export function namedPerson(number: number): string {
  return namedPrefix + String(number).padStart(4, '0')
}

/** True for a claim that a table brought by name, of nobody who ever joined. */
export function isByNameOnly({ person }: Claim): boolean {
  return person.startsWith(namedPrefix)
}

/** A claim as it is stored. */
export function toStoredClaim({ says, name, at, about }: Claim): JsonFields {
  return { says, name, at, ...(about === undefined ? {} : { about }) }
}

/** What a link claims, as far as people agree or disagree with it: ends, and sign or type. Compared, never shown. */
export function statementOf(link: MapLink): string {
  const what = link.kind === 'causal' ? (link.polarity ?? '?') : 'type' in link ? (link.type ?? '') : ''
  return `${link.kind} ${link.from} ${link.to} ${what}`
}

/** Who stands where on a link, by name, in the order in which they spoke. */
export interface ClaimSpread {
  /** Those who agree; who added the link stands first, unless they said otherwise. */
  readonly agree: readonly string[]
  readonly disagree: readonly string[]
  /** Those who spoke of it when it said something else. They are counted on neither side. */
  readonly earlier: readonly string[]
  /** True if at least one person agrees and at least one disagrees. */
  readonly contested: boolean
}

/**
 * Weighs the claims on a link. Who added it claims it by having added it, until they say something of it
 * themselves; they are known by name, which is one person's alone among the participants of a map.
 */
export function weighClaims(link: MapLink): ClaimSpread {
  const said = statementOf(link)
  const agree: string[] = []
  const disagree: string[] = []
  const earlier: string[] = []
  for (const { says, name, about } of link.claims ?? []) {
    if (about !== undefined && about !== said) earlier.push(name)
    else if (says === 'agree') agree.push(name)
    else disagree.push(name)
  }
  const author = link.createdBy
  if (author !== undefined && author !== '') {
    const at = agree.indexOf(author)
    if (at > 0) agree.splice(at, 1)
    if (at !== 0 && !disagree.includes(author) && !earlier.includes(author)) agree.unshift(author)
  }
  return { agree, disagree, earlier, contested: agree.length > 0 && disagree.length > 0 }
}

/** True if people differ on the link. Cheap for a link that nobody spoke of. */
export function isContested(link: MapLink): boolean {
  return link.claims !== undefined && weighClaims(link).contested
}
