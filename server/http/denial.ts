import { grantedRole } from '../../lib/protocol/role'
import type { AccessDenial } from '../access/identity'
import type { PasscodeProblem } from '../access/passcodeGate'
import { refuse, refuseForNow } from './errors'

/** Says why somebody is not let in, and what a page needs to say so in its own words. */
export function refuseEntry(denial: AccessDenial | PasscodeProblem): Response {
  switch (denial.kind) {
    case 'link-ended': {
      const { endedAt } = denial
      return refuse('link-ended', {
        message: `This link ended on ${new Date(endedAt).toISOString()}. Ask whoever invited you for a new one.`,
        details: { endedAt },
      })
    }
    case 'passcode-needed':
      // The title and the rest are the map's, and not for who has not given the passcode.
      return refuse('passcode-needed', { details: { role: grantedRole(denial.link.grant) } })
    case 'too-many-passcodes': {
      const { waitSeconds } = denial
      return refuseForNow(
        'too-many-passcodes',
        waitSeconds,
        `Too many wrong passcodes for this link, or from your network. Try again in ${waitSeconds} s.`,
      )
    }
    default:
      return refuse(denial.kind)
  }
}
