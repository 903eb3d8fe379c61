import { type ClaimWord } from '../../../lib/model/claim'
import { statementOf, weighClaims } from '../../../lib/model/claimSpread'
import type { MapLink } from '../../../lib/model/link'

/** More names than this are counted: two hundred of them would be read by nobody. */
export const mostNames = 24

/** What a person says of the link as it is now; undefined if nothing, or if they said it of another. */
export function ownWord(link: MapLink, person: string | undefined): ClaimWord | undefined {
  const claim = link.claims?.find((one) => one.person === person)
  return claim === undefined || (claim.about !== undefined && claim.about !== statementOf(link))
    ? undefined
    : claim.says
}

/** "Ana 2" is one name: no line breaks within it. */
function joined(name: string): string {
  return name.replaceAll(' ', '\u00a0')
}

/** One side of the spread, ready for words. */
export interface Side {
  readonly count: number
  readonly names: readonly string[]
  /** How many more there are than the names. */
  readonly others: number
}

/** The sides of a link's spread. `sayAuthor` dresses the name of who added the link. */
export function listSides(
  link: MapLink,
  sayAuthor: (name: string) => string,
): { readonly agree: Side; readonly disagree: Side; readonly earlier: Side; readonly contested: boolean } {
  const spread = weighClaims(link)
  const side = (all: readonly string[]): Side => ({
    count: all.length,
    names: all.slice(0, mostNames).map((name) => (name === link.createdBy ? sayAuthor(joined(name)) : joined(name))),
    others: Math.max(0, all.length - mostNames),
  })
  return {
    agree: side(spread.agree),
    disagree: side(spread.disagree),
    earlier: side(spread.earlier),
    contested: spread.contested,
  }
}
