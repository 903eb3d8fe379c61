import type { ElementId } from '../base/ids'
import { textOf } from '../base/json'
import type { MapLink } from './link'

/** What of a link its statement is made of. */
const statementFields = ['kind', 'from', 'to', 'polarity', 'type'] as const
type Statement = Pick<MapLink, 'kind' | 'from' | 'to'> & { readonly polarity?: unknown; readonly type?: unknown }

/** What a link claims, as far as people agree or disagree with it: ends, and sign or type. Compared, never shown. */
export function statementOf(link: Statement): string {
  const what = textOf(link.kind === 'causal' ? (link.polarity ?? '?') : link.type)
  return `${link.kind} ${link.from} ${link.to} ${what}`
}

/** What a link would claim with these fields changed; undefined takes one away. */
export function statementAfter(link: MapLink, fields: Readonly<Record<string, unknown>>): string {
  const said: Statement = link
  const changed = statementFields.filter((field) => field in fields)
  return statementOf({ ...said, ...Object.fromEntries(changed.map((field) => [field, fields[field]])) })
}

/** The same claim of other ends: what a link said, where one of its ends is another element now. */
export function moveStatement(statement: string, follow: (id: ElementId) => ElementId): string {
  const [kind = '', from = '', to = '', ...what] = statement.split(' ')
  return [kind, follow(from as ElementId), follow(to as ElementId), ...what].join(' ')
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
 * Weighs the claims on a link. Who added it claims what it said by having added it, until they say something of it
 * themselves; once somebody else has made something else of it, that was earlier. They are known by name, which is one person's alone among the participants of a map.
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
    if (at > 0) agree.unshift(...agree.splice(at, 1))
    const hasSpoken = at >= 0 || disagree.includes(author) || earlier.includes(author)
    const isAsAdded = link.createdAs === undefined || link.createdAs === said
    if (!hasSpoken) (isAsAdded ? agree : earlier).unshift(author)
  }
  return { agree, disagree, earlier, contested: agree.length > 0 && disagree.length > 0 }
}

/** True if people differ on the link. Cheap for a link that nobody spoke of. */
export function isContested(link: MapLink): boolean {
  return link.claims !== undefined && weighClaims(link).contested
}
