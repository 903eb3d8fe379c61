'use client'
import { useState } from 'react'
import { isSameJson } from '../../lib/base/json'
import { useEditor } from './EditorProvider'
import { forgetForm, keepForm, readKeptForm } from './keptForms'

interface FormDraft<Draft> {
  /** As the form was opened. */
  readonly opened: Draft
  readonly draft: Draft
  readonly isChanged: boolean
  /** What stands in it was left there before. */
  readonly isBack: boolean
  set(changes: Partial<Draft>): void
  /** Nothing of it is wanted any more: it was kept on the map, or given up. */
  forget(): void
}

/**
 * What stands in a form, kept in this tab until it is on the map or given up: whoever leaves the form by Esc, by a press
 * beside it or by a reload finds it again.
 * @param form tells the forms of one map apart, such as `reading r1`
 * @param open what stands in it to begin with; plain data, every field named
 */
export function useKeptForm<Draft extends object>(form: string, open: () => Draft): FormDraft<Draft> {
  const { mapId } = useEditor()
  const place = `${mapId} ${form}`
  const [{ opened, draft, isBack }, setForm] = useState(() => {
    const fresh = open()
    const kept = readKeptForm(place, fresh)
    return { ...(kept ?? { opened: fresh, draft: fresh }), isBack: kept !== undefined }
  })
  return {
    ...{ opened, draft, isBack, isChanged: !isSameJson(opened, draft) },
    set: (changes) => {
      const next = { opened, draft: { ...draft, ...changes } }
      setForm({ ...next, isBack })
      keepForm(place, next)
    },
    forget: () => forgetForm(place),
  }
}
