'use client'
import { isPersonalRound } from '../../lib/practice/personalRound'
import { fileRounds, type FiledRound } from '../../lib/protocol/roundFile'
import { useRounds, useSeat } from '../hooks/useRounds'
import { roundsApi } from './roundsApi'

/** The rounds of this map for a file: how many there are, and they with what they came to, once it is asked for. */
export function useFiledRounds(): {
  readonly count: number
  /** What one of them came to is personal. */
  readonly isPersonal: boolean
  readonly fetch: (personal: boolean) => Promise<readonly FiledRound[]>
} {
  const heads = useRounds()
  const seat = useSeat()
  return {
    count: heads.length,
    isPersonal: heads.some(({ setup }) => isPersonalRound(setup)),
    async fetch(personal) {
      const found = await Promise.all(heads.map(async (head) => [head, await roundsApi.find(seat, head.id)] as const))
      // One that cannot be had now goes as it was told of last, without what it came to.
      return fileRounds(
        found.map(([head, answer]) => (answer.ok ? { head: answer.value, outcome: answer.value.result } : { head })),
        personal,
      )
    },
  }
}
