import type { LinkId } from '../base/ids'
import { limits } from '../base/limits'
import { succeed } from '../base/result'
import { claimField, isByNameOnly, toStoredClaim, type Claim, type ClaimWord } from '../model/claim'
import { statementOf } from '../model/claimSpread'
import type { StepName } from '../model/mapPatch'
import type { Command } from './command'
import { findLink, nameStep, refuse } from './findRecords'

const steps: Readonly<Record<ClaimWord, StepName>> = { agree: 'agreed', disagree: 'disagreed' }

/**
 * Says that the person agrees or disagrees with what a link claims, in place of what they said of it
 * before; null takes their word back. Others' words stay. Refused with `no-name` for whoever has not
 * joined with a name, since a claim is a named statement.
 *
 * @example
 * editor.run(claimLink, { link: id, says: 'disagree' })
 */
export const claimLink: Command<{ readonly link: LinkId; readonly says: ClaimWord | null }> = (
  view,
  { link: id, says },
  { participant, author, now },
) => {
  const found = findLink(view, id)
  if (!found.ok) return found
  if (participant === undefined || author === undefined) return refuse('no-name')
  const link = found.value
  const before = link.claims?.find(({ person }) => person === participant)
  const about = statementOf(link)
  const isSame = before?.says === says && (before.about === undefined || before.about === about)
  // What a table brought under their name was their word until now.
  const older = (link.claims ?? []).filter((claim) => isByNameOnly(claim) && claim.name === author)
  const claim: Claim | undefined =
    says === null
      ? undefined
      : {
          person: participant,
          says,
          name: author.slice(0, limits.name),
          at: Math.max(0, Math.trunc(now)),
          about,
        }
  if (isSame || (before === undefined && says === null && older.length === 0)) return refuse('nothing-to-do')
  return succeed({
    changes: [
      {
        kind: 'set',
        root: 'links',
        id,
        fields: {
          ...Object.fromEntries(older.map(({ person }) => [claimField(person), undefined])),
          [claimField(participant)]: claim && toStoredClaim(claim),
        },
      },
    ],
    label: nameStep(says === null ? 'took-word-back' : steps[says], [link]),
  })
}
