import type { Clock } from '../../lib/base/clock'
import { fail, succeed, type Result } from '../../lib/base/result'
import type { AccessLink } from '../store/mapStore'
import { createAllowance } from './allowance'
import { isPasscode } from './passcodes'
import { createTurns } from './turns'

export type PasscodeProblem =
  | { readonly kind: 'passcode-needed'; readonly link: AccessLink }
  | { readonly kind: 'passcode-wrong' }
  | { readonly kind: 'too-many-passcodes'; readonly waitSeconds: number }

/** Asks for the passcode of a link that has one. */
export interface PasscodeGate {
  /**
   * Succeeds if the link has no passcode, or `typed` is it. Wrong ones are counted by address and by
   * link; while either budget is spent, a right one is not told from a wrong one.
   * Cost: some 40 ms off the main thread where there is something to compare, one at a time per address.
   */
  pass(link: AccessLink, typed: string | undefined, address: string): Promise<Result<undefined, PasscodeProblem>>
}

/** Makes a gate. What it counts is kept in memory only. */
export function createPasscodeGate(clock: Clock): PasscodeGate {
  const inTurn = createTurns()
  // A hall behind one address mistypes a few times; four digits take whoever guesses days, from however many addresses.
  const byAddress = createAllowance({ clock, burst: 10, perSecond: 1 / 30 })
  const byLink = createAllowance({ clock, burst: 40, perSecond: 1 / 30 })

  return {
    async pass(link, typed, address) {
      const { id, passcodeHash } = link
      if (passcodeHash === undefined) return succeed(undefined)
      if (typed === undefined || typed.trim() === '') return fail({ kind: 'passcode-needed', link })
      const findWait = (): number | undefined => {
        const waits = [
          ...(byAddress.has(address) ? [] : [byAddress.waitSeconds(address)]),
          ...(byLink.has(id) ? [] : [byLink.waitSeconds(id)]),
        ]
        return waits.length === 0 ? undefined : Math.max(...waits)
      }
      return inTurn(address, async () => {
        const before = findWait()
        if (before !== undefined) return fail({ kind: 'too-many-passcodes', waitSeconds: before })
        const isRight = await isPasscode(typed, passcodeHash)
        // Other addresses may have spent the link's budget meanwhile: judged again, and in one go.
        const after = findWait()
        if (after !== undefined) return fail({ kind: 'too-many-passcodes', waitSeconds: after })
        if (isRight) return succeed(undefined)
        byAddress.take(address)
        byLink.take(id)
        return fail({ kind: 'passcode-wrong' })
      })
    },
  }
}
