import type { Coalition, CoalitionMember } from '../../../lib/analysis/coalition'
import type { CoalitionGround } from './useCoalitions'
import type { CoalitionWords } from './useCoalitionWords'

/** What a member's row is told from, and its fields. */
export interface MemberRowProps {
  readonly coalition: Coalition
  readonly member: CoalitionMember
  readonly members: readonly CoalitionMember[]
  readonly ground: CoalitionGround
  readonly mayEdit: boolean
  readonly words: CoalitionWords
  readonly onShow: () => void
}
