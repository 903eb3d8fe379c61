import type { JsonFields } from '../base/json'
import { limits } from '../base/limits'
import { claimantOf, claimField, namedPerson, type ClaimWord } from '../model/claim'
import { statementOf, weighClaims } from '../model/claimSpread'
import type { MapLink } from '../model/link'
import { readLink } from '../model/readRecord'
import { clip } from './report'

/** A link's record without what people said of it, and who said what, by name. */
export interface ClaimNames {
  readonly rest: JsonFields
  readonly agreed: readonly string[]
  readonly disagreed: readonly string[]
  /** How many spoke of the link before it was changed: tables have no place for them. */
  readonly earlier: number
}

/** Takes what people said of a link out of its record, for formats that tell it by names. */
export function takeClaimNames(id: string, fields: JsonFields): ClaimNames {
  const entries = Object.entries(fields)
  const isSaid = (field: string): boolean => claimantOf(field) !== undefined || field === 'createdAs'
  if (!entries.some(([field]) => isSaid(field))) return { rest: fields, agreed: [], disagreed: [], earlier: 0 }
  const rest = Object.fromEntries(entries.filter(([field]) => !isSaid(field)))
  const { record } = readLink(id, fields)
  if (record === undefined) return { rest, agreed: [], disagreed: [], earlier: 0 }
  // Who added the link has a column of their own.
  const { createdBy: _, ...link } = record
  const { agree, disagree } = weighClaims(link)
  return { rest, agreed: agree, disagreed: disagree, earlier: weighClaims(record).earlier.length }
}

/** The fields that names in a table stand for: claims of people of whom nothing else is known. */
export function readClaimNames(agreed: readonly string[], disagreed: readonly string[]): JsonFields {
  const said: readonly (readonly [string, ClaimWord])[] = [
    ...agreed.map((name) => [name, 'agree'] as const),
    ...disagreed.map((name) => [name, 'disagree'] as const),
  ]
  const fields: Record<string, JsonFields> = {}
  const heard = new Set<string>()
  for (const [typed, says] of said) {
    const name = clip(typed.trim(), limits.name)
    if (name === '' || heard.has(name)) continue
    heard.add(name)
    fields[claimField(namedPerson(heard.size))] = { says, name, at: 0 }
  }
  return fields
}

/** The link with each claim about what the link says now, where it does not tell what it is about. */
export function dateClaims(link: MapLink): MapLink {
  if (link.claims === undefined) return link
  const about = statementOf(link)
  return { ...link, claims: link.claims.map((claim) => ({ about, ...claim })) }
}
