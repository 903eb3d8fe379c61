'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { ElementId } from '../../lib/base/ids'
import { placeElements } from '../../lib/commands/placeElements'
import type { ArrangeStyle } from '../../lib/layout/arrangeStyle'
import { whyUnarranged } from '../../lib/editor/refusals'
import { isTooDense } from '../../lib/layout/countRounds'
import { toast } from '../ui/toast'
import { useEditor, useWorkspace } from './EditorProvider'
import type { Arranged } from './layoutWorker'
import { problemValues } from './problemWords'
import { useRun } from './useRun'
import { dismissUndone } from './useUndo'

export type Arrange = (style: ArrangeStyle, only?: readonly ElementId[]) => void

/** Before it is said that work is going on, milliseconds. */
const patience = 400

/**
 * Arranges the map, or only some of its elements, as one step that can be undone. The places are
 * worked out in a worker; what others do meanwhile stays as they did it, but for where things stand.
 */
export function useArrange(): Arrange {
  const t = useTranslations('arrange')
  const tProblems = useTranslations('problems')
  const editor = useEditor()
  const workspace = useWorkspace()
  const run = useRun()
  return useCallback(
    function arrange(style, only) {
      // Nobody waits for what would be in vain.
      const view = editor.view.get()
      const problem = whyUnarranged(view, only ?? view.elements.keys(), editor.attempt)
      if (problem !== undefined) {
        toast.error(tProblems(problem.code, problemValues(problem)), { id: problem.code })
        return
      }
      const worker = new Worker(new URL('./layoutWorker.ts', import.meta.url), { type: 'module' })
      const said = 'arranged'
      // Apart from what comes of it: that one has no button that cancels, and does not stay as long.
      const atWork = 'arranging'
      // Asked for anew, it begins anew: the first answer would be a step of its own.
      workspace.get().arranging?.replace()
      const waiting = setTimeout(() => {
        toast(t('working'), { id: atWork, duration: 60_000, action: { label: t('cancel'), onClick: () => giveUp() } })
      }, patience)
      const end = (): void => {
        clearTimeout(waiting)
        toast.dismiss(atWork)
        worker.terminate()
        if (workspace.get().arranging === arranging) workspace.update({ arranging: undefined })
      }
      const giveUp = (): void => {
        end()
        toast.anew(said, t('cancelled'))
      }
      const arranging = { giveUp, replace: end }
      workspace.update({ arranging })
      worker.addEventListener('error', end)
      worker.addEventListener('message', ({ data: { positions, rounds, hidden } }: MessageEvent<Arranged>) => {
        end()
        dismissUndone()
        const done = run(placeElements, { positions, step: 'arranged' })
        const count = done.ok ? (done.value.label?.count ?? positions.size) : 0
        if (!done.ok && done.reason.code !== 'nothing-to-do') return
        if (rounds !== undefined && isTooDense(rounds)) {
          // Not every map has room for its loops; what has come of it is said, and what may tell more is at hand.
          toast.anew(said, t('tooDense', { ...rounds }), {
            duration: 12_000,
            action: { label: t('styles.order'), onClick: () => arrange('order', only) },
          })
        } else if (!done.ok) toast.anew(said, t('nothing'))
        else {
          const isAll = rounds === undefined || rounds.round === rounds.asked
          const what = isAll ? t('done', { count }) : t('doneSome', { count, ...rounds })
          if (hidden === 0) toast.anew(said, what)
          else toast.anew(said, t('hidden', { what, count: hidden }), { duration: 12_000 })
        }
        if (done.ok) workspace.get().camera?.fit(only === undefined ? undefined : [...positions.keys()], 'besideToast')
      })
      worker.postMessage({ view, style, only: only === undefined ? undefined : new Set(only) })
    },
    [editor, run, t, tProblems, workspace],
  )
}
