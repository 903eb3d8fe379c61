import { limits } from '../base/limits'
import type { Json } from '../base/json'
import { claimField, isByNameOnly, namedPerson, toStoredClaim, type Claim, type ClaimWord } from '../model/claim'
import { statementOf, weighClaims } from '../model/claimSpread'
import type { MapLink } from '../model/link'

/** Who says what of a link: a group, by its name. */
export interface GroupWord {
  readonly name: string
  readonly says: ClaimWord
}

/**
 * The fields that write groups' words on a link as claims by name. What a group has said of this statement already stays as
 * it is. If nobody stands for what the link says, `defender` does.
 * @param link as it is going to be
 */
export function contestFields(
  link: MapLink,
  words: readonly GroupWord[],
  defender: string,
  now: number,
): Readonly<Record<string, Json>> {
  const about = statementOf(link)
  const claims = [...(link.claims ?? [])]
  const fields: Record<string, Json> = {}
  const say = ({ name: whole, says }: GroupWord): void => {
    const name = whole.slice(0, limits.name)
    const at = claims.findIndex((claim) => isByNameOnly(claim) && claim.name === name)
    const known = claims[at]
    if (known?.says === says && known.about === about) return
    const claim: Claim = {
      person: known?.person ?? freePerson(claims),
      says,
      name,
      at: Math.max(0, Math.trunc(now)),
      about,
    }
    claims.splice(at < 0 ? claims.length : at, at < 0 ? 0 : 1, claim)
    fields[claimField(claim.person)] = toStoredClaim(claim)
  }
  for (const word of words) say(word)
  if (weighClaims({ ...link, claims }).agree.length === 0) say({ name: defender, says: 'agree' })
  return fields
}

function freePerson(claims: readonly Claim[]): string {
  for (let number = 1; ; number += 1) {
    const person = namedPerson(number)
    if (claims.every((claim) => claim.person !== person)) return person
  }
}
