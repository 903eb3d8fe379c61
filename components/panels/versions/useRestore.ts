'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import type { Version } from '../../../lib/protocol/version'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useApiProblem } from '../../hooks/useApiProblem'
import { useSeat } from '../../hooks/useRounds'
import { toast } from '../../ui/toast'
import { ownRestore } from './ownRestore'
import { versionsApi } from './versionsApi'

/** Milliseconds that it is offered, and that undo is for it. */
const duration = 15_000

/**
 * Puts a version back, and offers to undo it.
 * @param onKept is given what was kept just before
 */
export function useRestore(onKept: (version: Version) => void): {
  /** True if the map is another now. */
  readonly restore: (version: Version, when: string) => Promise<boolean>
  /** Undoes it by the version that was kept just before. */
  readonly takeBack: (before: string) => Promise<void>
  readonly isBusy: boolean
} {
  const t = useTranslations('versions')
  const say = useApiProblem()
  const seat = useSeat()
  const editor = useEditor()
  const workspace = useWorkspace()
  const [isBusy, setBusy] = useState(false)

  const putBack = useCallback(
    async (id: string): Promise<{ readonly before?: Version | undefined; readonly changed: boolean } | undefined> => {
      const done = await ownRestore.during(() => versionsApi.restore(seat, id))
      if (!done.ok) {
        toast.error(say(done.reason), { id: 'versions' })
        return undefined
      }
      if (done.value.before !== undefined) onKept(done.value.before)
      return done.value
    },
    [seat, say, onKept],
  )
  const takeBack = useCallback(
    async (before: string): Promise<void> => {
      workspace.update({ putBack: undefined })
      if ((await putBack(before)) !== undefined) toast(t('undone'), { id: 'versions' })
    },
    [putBack, t, workspace],
  )
  const restore = useCallback(
    async (version: Version, when: string): Promise<boolean> => {
      setBusy(true)
      const done = await putBack(version.id)
      setBusy(false)
      if (done?.before === undefined) {
        if (done !== undefined) toast(t('restoredSame'), { id: 'versions' })
        return false
      }
      const { id } = done.before
      const since = performance.now()
      const step = {
        // Later others have gone on from what was put back.
        undo: () =>
          performance.now() - since < duration ? void takeBack(id) : void toast(t('undoBehind'), { id: 'versions' }),
      }
      workspace.update({ putBack: step })
      const end = editor.view.subscribe(() => {
        const isOver = workspace.get().putBack !== step
        if (!isOver && !editor.isOwnChange()) return
        if (!isOver) workspace.update({ putBack: undefined })
        end()
      })
      toast(t('restored', { when }), {
        id: 'versions',
        duration,
        action: { label: t('undo'), onClick: () => void takeBack(id) },
      })
      return true
    },
    [t, editor, workspace, putBack, takeBack],
  )
  return { restore, takeBack, isBusy }
}
