'use client'
import { useTranslations } from 'next-intl'
import { toast } from '../ui/toast'
import { useEditor } from './EditorProvider'
import { useUndoActions } from './useUndo'

/** Says what was just done, with the way back as long as it is the last thing that one has done. */
export function useSayDone(id: string): (text: string) => void {
  const t = useTranslations('steps')
  const editor = useEditor()
  const { undo } = useUndoActions()
  return (text) => {
    const shown = toast(text, { id, duration: 12_000, action: { label: t('takeBack'), onClick: undo } })
    const end = editor.view.subscribe(() => {
      if (!editor.isOwnChange()) return
      toast.dismiss(shown)
      end()
    })
  }
}
