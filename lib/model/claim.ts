import * as z from 'zod/mini'
import { isId } from '../base/ids'
import type { JsonFields } from '../base/json'
import { authorField, statementField, timeField } from './fields'

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
  about: z.optional(statementField),
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
