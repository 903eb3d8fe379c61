'use client'
import * as z from 'zod/mini'
import { useCallback, useMemo, useState } from 'react'
import { noProtection, type Protection, type ProtectionAct } from '../../../lib/practice/protection'
import { protectionAnswerSchema } from '../../../lib/protocol/protection'
import { useEditor } from '../../hooks/EditorProvider'
import { useApiProblem } from '../../hooks/useApiProblem'
import { useObservable } from '../../hooks/useObservable'
import { useSeat } from '../../hooks/useRounds'
import { toast } from '../../ui/toast'
import { protectionApi } from './protectionApi'

/** What those who run the meeting keep others from, as far as this page has heard. */
export function useProtection(): Protection {
  const told = useObservable(useEditor().meetingNews.protection)
  return useMemo(() => z.safeParse(protectionAnswerSchema, told).data?.protection ?? noProtection, [told])
}

/** Changes it, for everyone. What goes wrong is said. */
export function useProtect(): { readonly busy: boolean; act(act: ProtectionAct): Promise<boolean> } {
  const { meetingNews } = useEditor()
  const seat = useSeat()
  const say = useApiProblem()
  const [busy, setBusy] = useState(false)
  const act = useCallback(
    async (wanted: ProtectionAct): Promise<boolean> => {
      setBusy(true)
      const done = await protectionApi.act(seat, wanted)
      setBusy(false)
      if (done.ok) meetingNews.takeProtection(done.value)
      else toast.error(say(done.reason))
      return done.ok
    },
    [meetingNews, seat, say],
  )
  return { busy, act }
}
