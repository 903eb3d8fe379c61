'use client'
import type { RoundHead } from '../../../lib/protocol/round'
import { soleTarget } from '../soleTarget'
import { useTargetName } from './useTargetName'

/** What the one element is called that this round is about; undefined where its question says what it is about. */
export function useSoleTarget(round: RoundHead): string | undefined {
  const name = useTargetName(round)
  const target = soleTarget(round.setup)
  return target === undefined ? undefined : name(target)
}
