'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import type { MapView } from '../../../lib/model/mapView'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { listPutBackTexts, type PutBackText } from '../../hooks/protectionCover'
import { shortName } from '../../hooks/shortName'
import { isLocked } from '../../hooks/typedTexts'
import { lastDeletion } from '../../hooks/useDeletionToast'
import { toast } from '../../ui/toast'

/** Milliseconds after which what is locked has been heard of, also by a page that has just come back. */
const patience = 3_000

/** A lock of any kind is on it, as far as this page has heard. */
function isKept(view: MapView, id: string): boolean {
  return isLocked(view, id as ElementId) || view.links.get(id as LinkId)?.seal?.keeps === true
}

/** Says what was put back, and why; the words that went with it, too. */
export function usePutBackWords(): void {
  const t = useTranslations('people.protection.putBack')
  const tField = useTranslations('panels.inspector')
  const editor = useEditor()
  const { typed } = useWorkspace()
  useEffect(() => {
    const waiting = new Set<() => void>()
    /** Not to be seen here, though the map has it. */
    const isHidden = (id: string, after: MapView | undefined): boolean => {
      const here = editor.view.get()
      const isThere = (map: MapView | undefined): boolean =>
        map?.elements.has(id as ElementId) === true || map?.links.has(id as LinkId) === true
      return isThere(after) && !isThere(here)
    }
    /** Once this page knows of the lock, or that it is hidden: what is said and offered hangs on that. */
    const whenKnown = (ids: readonly string[], after: MapView | undefined, then: () => void): void => {
      const isKnown = (): boolean => ids.every((id) => isKept(editor.view.get(), id) || isHidden(id, after))
      const tell = (): void => {
        end()
        then()
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
    const tellTexts = (texts: readonly PutBackText[], after: MapView | undefined): void => {
      const ids = texts.map(({ of }) => of)
      whenKnown(ids, after, () => {
        for (const { of, as, text } of texts) {
          const field = tField(as === 'label' ? 'name' : 'description')
          const wasHidden = isHidden(of, after)
          typed.keep({ of, as, text, field, wasPutBack: true, ...(wasHidden && { wasHidden }) })
        }
      })
    }
    const stop = editor.meetingNews.onPutBack((event) => {
      // Whatever was said of it before is no longer so.
      const back = new Set([...event.elements, ...event.links])
      if (lastDeletion.changes.some((one) => one.kind === 'delete' && back.has(one.id))) lastDeletion.putAway()
      const { after } = event
      const texts = listPutBackTexts(event, event.before, after ?? editor.view.get())
      tellTexts(texts, after)
      const told = new Set<string>(texts.map(({ of }) => of))
      // What is told with the words that went is not told once more.
      const links = event.links.filter((id) => !told.has(id))
      const ids = [...new Set([...event.elements, ...event.places])].filter((id) => !told.has(id))
      if (told.size > 0 && ids.length + links.length === 0) return
      const say = (): void => {
        const labels = ids.map((id) => editor.view.get().elements.get(id as ElementId)?.label ?? '')
        const name = shortName(labels.find((label) => label.trim() !== '') ?? '', 60)
        const count = Math.max(ids.length, ids.length === 0 ? links.length : 0)
        const values = { named: name === '' ? 'no' : 'yes', name, others: Math.max(0, count - 1) }
        const isLock = event.reason !== 'layout' && event.reason !== 'not-yours'
        const areHidden = isLock && [...ids, ...links].every((id) => isHidden(id, after))
        toast(t(areHidden ? 'hidden' : isLock ? 'locked' : event.reason, values), { duration: 15_000 })
      }
      if (event.reason === 'layout' || event.reason === 'not-yours') say()
      else whenKnown(ids, after, say)
    })
    return () => {
      stop()
      for (const end of waiting) end()
    }
  }, [editor, t, tField, typed])
}
