'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import type { Version } from '../../../lib/protocol/version'
import { useApiProblem } from '../../hooks/useApiProblem'
import { useSeat } from '../../hooks/useRounds'
import { toast } from '../../ui/toast'
import { versionsApi } from './versionsApi'

/**
 * Puts a version back, and offers to undo it.
 * @param onKept is given what was kept just before
 */
export function useRestore(onKept: (version: Version) => void): {
  readonly restore: (version: Version, when: string) => Promise<void>
  readonly isBusy: boolean
} {
  const t = useTranslations('versions')
  const say = useApiProblem()
  const seat = useSeat()
  const [isBusy, setBusy] = useState(false)

  const restore = useCallback(
    async (version: Version, when: string): Promise<void> => {
      const putBack = async (
        id: string,
      ): Promise<{ readonly before: Version; readonly changed: boolean } | undefined> => {
        const done = await versionsApi.restore(seat, id)
        if (!done.ok) {
          toast.error(say(done.reason), { id: 'versions' })
          return undefined
        }
        onKept(done.value.before)
        return done.value
      }
      const undo = async (before: Version): Promise<void> => {
        if ((await putBack(before.id)) !== undefined) toast(t('undone'), { id: 'versions' })
      }
      setBusy(true)
      const done = await putBack(version.id)
      setBusy(false)
      if (done === undefined) return
      if (!done.changed) toast(t('restoredSame'), { id: 'versions' })
      else {
        toast(t('restored', { when }), {
          id: 'versions',
          duration: 15_000,
          action: { label: t('undo'), onClick: () => void undo(done.before) },
        })
      }
    },
    [t, say, seat, onKept],
  )
  return { restore, isBusy }
}
