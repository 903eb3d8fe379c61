import { useEffect } from 'react'
import * as z from 'zod/mini'
import { useSeat } from '../hooks/useRounds'
import { answered, noteAnswered } from './answered'

const saidSchema = z.object({ participant: z.string(), round: z.string(), has: z.boolean() })

/** What one answers in one tab is known to one's other tabs in this browser at once. */
export function useOtherTabs(): void {
  const { participant } = useSeat()
  useEffect(() => {
    if (participant === undefined) return undefined
    const channel = new BroadcastChannel('weft-answered')
    const told = new Map<string, boolean>()
    const tell = (): void => {
      for (const [round, has] of answered.get()) {
        if (told.get(round) === has) continue
        told.set(round, has)
        channel.postMessage({ participant, round, has })
      }
    }
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const said = saidSchema.safeParse(data).data
      if (said?.participant !== participant) return
      // Heard from another tab, and not told back to it.
      told.set(said.round, said.has)
      noteAnswered(said.round, said.has)
    })
    tell()
    const end = answered.subscribe(tell)
    return () => {
      end()
      channel.close()
    }
  }, [participant])
}
