'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { listPutBackTexts, type PutBackText } from '../../hooks/protectionCover'
import { shortName } from '../../hooks/shortName'
import { isLocked } from '../../hooks/typedTexts'
import { lastDeletion } from '../../hooks/useDeletionToast'
import { toast } from '../../ui/toast'

/** Milliseconds after which what is locked has been heard of, also by a page that has just come back. */
const patience = 3_000

/** Says what was put back, and why; the words that went with it, too. */
export function usePutBackWords(): void {
  const t = useTranslations('people.protection.putBack')
  const tField = useTranslations('panels.inspector')
  const editor = useEditor()
  const { typed } = useWorkspace()
  useEffect(() => {
    const waiting = new Set<() => void>()
    /** Tells words once this page knows of the lock: what is offered with them hangs on whether it can be lifted. */
    const tellTexts = (texts: readonly PutBackText[]): void => {
      const isKnown = (): boolean => texts.every(({ of }) => isLocked(editor.view.get(), of))
      const tell = (): void => {
        end()
        for (const { of, as, text } of texts) {
          typed.keep({ of, as, text, field: tField(as === 'label' ? 'name' : 'description'), wasPutBack: true })
        }
      }
      const timer = setTimeout(tell, isKnown() ? 0 : patience)
      const stop = editor.covering.subscribe(() => {
        if (isKnown()) tell()
      })
      const end = (): void => {
        clearTimeout(timer)
        stop()
        waiting.delete(end)
      }
      waiting.add(end)
    }
    const stop = editor.meetingNews.onPutBack((event) => {
      // Whatever was said of it before is no longer so.
      const back = new Set([...event.elements, ...event.links])
      if (lastDeletion.changes.some((one) => one.kind === 'delete' && back.has(one.id))) lastDeletion.putAway()
      const texts = listPutBackTexts(event, event.before, editor.view.get())
      tellTexts(texts)
      const told = new Set<string>(texts.map(({ of }) => of))
      // What is told with the words that went is not told once more.
      const links = event.links.filter((id) => !told.has(id))
      const ids = [...new Set([...event.elements, ...event.places])].filter((id) => !told.has(id))
      if (told.size > 0 && ids.length + links.length === 0) return
      const labels = ids.map((id) => editor.view.get().elements.get(id as ElementId)?.label ?? '')
      const name = shortName(labels.find((label) => label.trim() !== '') ?? '', 60)
      const count = Math.max(ids.length, ids.length === 0 ? links.length : 0)
      const values = { named: name === '' ? 'no' : 'yes', name, others: Math.max(0, count - 1) }
      const reason = event.reason === 'layout' || event.reason === 'not-yours' ? event.reason : 'locked'
      toast(t(reason, values), { duration: 15_000 })
    })
    return () => {
      stop()
      for (const end of waiting) end()
    }
  }, [editor, t, tField, typed])
}
