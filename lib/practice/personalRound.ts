import type { RoundSetup } from './round'

/**
 * True for a round whose outcome says of stakeholders what is personal: where the group sees their power and interest.
 * Files and reports take it along only where what is personal is asked for.
 */
export function isPersonalRound(setup: RoundSetup): boolean {
  return setup.kind === 'point' && setup.fields === 'power-interest'
}
