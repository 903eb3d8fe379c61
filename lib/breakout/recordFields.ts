import { isSameJson, type Json, type JsonFields } from '../base/json'
import { claimantOf } from '../model/claim'
import type { MapElement } from '../model/element'
import type { MapLink } from '../model/link'
import { toRecordFields } from '../model/mapFile'

/** Who made it, what holds it and how it is drawn: nothing that a group says with its map. */
const apart: ReadonlySet<string> = new Set(['createdBy', 'createdAt', 'createdAs', 'locked', 'z', 'curvature'])
/** Compared by rows of their own. */
const linkApart: ReadonlySet<string> = new Set(['kind', 'from', 'to', 'polarity', 'delay'])

/** What a record says, as far as groups' maps are compared by it: without what is empty, which says nothing. */
export function saidFields(record: MapElement | MapLink): JsonFields {
  const isLink = 'from' in record
  return Object.fromEntries(
    Object.entries(toRecordFields(record)).filter(
      ([field, value]) =>
        !apart.has(field) && !(isLink && linkApart.has(field)) && claimantOf(field) === undefined && isSaid(value),
    ),
  )
}

function isSaid(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== '' && value !== false
}

/** Fields of the other that the one says nothing of. */
export function missingFields(one: MapElement | MapLink, other: MapElement | MapLink): JsonFields {
  const [ours, theirs] = [saidFields(one), saidFields(other)]
  const isEnd = 'from' in one ? () => false : (field: string) => field === 'kind' || field === 'label'
  return Object.fromEntries(Object.entries(theirs).filter(([field]) => ours[field] === undefined && !isEnd(field)))
}

/** Fields of which both say something, and not the same; names apart. */
export function differingFields(one: MapElement | MapLink, other: MapElement | MapLink): readonly string[] {
  const [ours, theirs] = [saidFields(one), saidFields(other)]
  return Object.keys(theirs).filter(
    (field) =>
      field !== 'kind' && field !== 'label' && ours[field] !== undefined && !isSameJson(ours[field], theirs[field]),
  )
}

export interface Sign {
  readonly polarity: string
  readonly delay: boolean
}

/** The sign of a causal link; undefined for others. */
export function signOf(link: MapLink): Sign | undefined {
  return link.kind === 'causal' ? { polarity: link.polarity ?? '?', delay: link.delay === true } : undefined
}

export function isSameSign(one: Sign | undefined, other: Sign | undefined): boolean {
  return one?.polarity === other?.polarity && one?.delay === other?.delay
}

/** True if both say the same, ends and signs included. */
export function saysSame(one: MapElement | MapLink, other: MapElement | MapLink): boolean {
  if ('from' in one && 'from' in other) {
    const isSameEnds = one.kind === other.kind && one.from === other.from && one.to === other.to
    if (!isSameEnds || !isSameSign(signOf(one), signOf(other))) return false
  }
  return isSameJson(saidFields(one), saidFields(other))
}

/** Equal for links that say the same but for sign and delay, when they lead from and to these. */
export function linkKey(link: MapLink, from: string, to: string): string {
  return JSON.stringify([link.kind, from, to, 'type' in link ? (link.type ?? null) : null])
}

/** The fields of a link that say so; a sign that is open and a delay that there is not are said by none. */
export function signFields(
  sign: { readonly polarity?: string | undefined; readonly delay?: boolean | undefined } | MapLink,
): Readonly<Record<string, Json | undefined>> {
  const { polarity, delay } = sign as { readonly polarity?: string; readonly delay?: boolean }
  return { polarity: polarity === '?' ? undefined : polarity, delay: delay === true ? true : undefined }
}
