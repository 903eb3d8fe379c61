'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Result } from '../../lib/base/result'
import type { Command, CommandProblem } from '../../lib/commands/command'
import type { MapPatch } from '../../lib/model/mapPatch'
import { toast } from '../ui/toast'
import { useEditor } from './EditorProvider'
import { problemValues, stayedKey } from './problemWords'
import { useDeletionToast } from './useDeletionToast'

export type Run = <Input>(command: Command<Input>, input: Input) => Result<MapPatch, CommandProblem>

/**
 * Runs commands on the open map. A problem is shown to the person as a toast, and returned as well; what a
 * deletion took is shown too, with a way to take it back.
 */
export function useRun(): Run {
  const editor = useEditor()
  const sayDeleted = useDeletionToast()
  const t = useTranslations('problems')
  return useCallback(
    <Input>(command: Command<Input>, input: Input) => {
      const before = editor.view.get()
      const result = editor.run(command, input)
      if (!result.ok && result.reason.code !== 'nothing-to-do') {
        const { code } = result.reason
        // One toast per kind of problem: repeating the act does not pile them up.
        toast.error(t(code, problemValues(result.reason)), { id: code })
      }
      if (result.ok) sayDeleted(before, result.value)
      if (result.ok && result.value.stayed !== undefined) {
        const { stayed } = result.value
        toast(t(stayedKey(stayed), problemValues(stayed)), { id: 'locked' })
      }
      return result
    },
    [editor, sayDeleted, t],
  )
}
