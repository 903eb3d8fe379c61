'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { ElementId } from '../../lib/base/ids'
import { placeElements } from '../../lib/commands/placeElements'
import type { ArrangeStyle } from '../../lib/layout/arrangeStyle'
import type { Position } from '../../lib/model/position'
import { toast } from '../ui/toast'
import { useEditor, useWorkspace } from './EditorProvider'
import { useRun } from './useRun'

export type Arrange = (style: ArrangeStyle, only?: readonly ElementId[]) => void

/** Before it is said that work is going on, milliseconds. */
const patience = 400

/**
 * Arranges the map, or only some of its elements, as one step that can be undone. The places are
 * worked out in a worker; what others do meanwhile stays as they did it, but for where things stand.
 */
export function useArrange(): Arrange {
  const t = useTranslations('arrange')
  const editor = useEditor()
  const workspace = useWorkspace()
  const run = useRun()
  return useCallback(
    (style, only) => {
      const worker = new Worker(new URL('./layoutWorker.ts', import.meta.url), { type: 'module' })
      const said = 'arrange'
      const waiting = setTimeout(() => {
        toast(t('working'), { id: said, duration: 60_000, action: { label: t('cancel'), onClick: () => end() } })
      }, patience)
      const end = (): void => {
        clearTimeout(waiting)
        toast.dismiss(said)
        worker.terminate()
      }
      worker.addEventListener('error', end)
      worker.addEventListener('message', (event: MessageEvent<ReadonlyMap<ElementId, Position>>) => {
        end()
        const done = run(placeElements, { positions: event.data, step: 'arranged' })
        if (!done.ok) {
          if (done.reason.code === 'nothing-to-do') toast(t('nothing'), { id: said })
          return
        }
        toast(t('done', { count: done.value.label?.count ?? event.data.size }), { id: said })
        workspace.get().camera?.fit(only === undefined ? undefined : [...event.data.keys()])
      })
      worker.postMessage({ view: editor.view.get(), style, only: only === undefined ? undefined : new Set(only) })
    },
    [editor, run, t, workspace],
  )
}
