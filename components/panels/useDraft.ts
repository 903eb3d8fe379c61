'use client'
import { useCallback, useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { mergeText } from '../hooks/editor'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { isThere, type TypedText } from '../hooks/typedTexts'

export interface Draft {
  readonly value: string
  readonly onChange: (event: { readonly target: { readonly value: string } }) => void
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** What is typed and not kept yet, and the text on the map that it began with. */
interface Typed {
  readonly base: string
  readonly text: string
}

export interface DraftOptions extends Omit<TypedText, 'text'> {
  /** The text on the map. */
  readonly stored: string
  /** Called with the text when the person pauses, leaves or presses Enter. Not called if nothing changed. */
  readonly commit: (text: string) => void
  /** Milliseconds of pause after which a long text is kept; a short one waits for Enter or leaving. */
  readonly pause?: number
  /** Enter keeps the text and leaves the field. */
  readonly oneLine?: boolean
}

interface Latest extends Omit<TypedText, 'text'> {
  draft: Typed | undefined
  readonly stored: string
  readonly commit: (text: string) => void
}

/** What is typed and differs from what is on the map. */
function readTyped({ draft, stored, field, of, as }: Latest): TypedText | undefined {
  return draft === undefined || draft.text === stored ? undefined : { field, text: draft.text, of, as }
}

/**
 * A text that is being typed and lives on the map. What others change meanwhile comes in; Esc takes
 * back what was not kept yet. Nothing typed is lost when the field goes away; what can no longer go
 * to the map, since it is closed or the record is gone, is handed to the workspace to be offered.
 */
export function useDraft({ stored, commit, pause, oneLine = false, field, of, as }: DraftOptions): Draft {
  const editor = useEditor()
  const { typed: typedTexts } = useWorkspace()
  const [draft, setDraft] = useState<Typed | undefined>(undefined)
  if (draft !== undefined && draft.base !== stored) {
    setDraft({ base: stored, text: mergeText(draft.base, draft.text, stored) })
  }

  const latest = useRef<Latest>({ draft, stored, commit, field, of, as })
  useEffect(() => {
    latest.current = { draft, stored, commit, field, of, as }
  })

  const keep = useCallback(() => {
    const now = latest.current
    if (now.draft === undefined) return
    const typed = readTyped(now)
    now.draft = undefined
    if (typed !== undefined) {
      const canKeep = editor.self.get().mayEdit && isThere(editor.view.get(), typed.of)
      if (canKeep) now.commit(typed.text)
      else typedTexts.keep(typed)
    }
    setDraft(undefined)
  }, [editor, typedTexts])
  useEffect(() => typedTexts.follow(() => readTyped(latest.current)), [typedTexts])

  const typed = draft?.text
  useEffect(() => {
    if (pause === undefined || typed === undefined) return undefined
    const timer = setTimeout(keep, pause)
    return () => clearTimeout(timer)
  }, [typed, pause, keep])

  // The field may go away while it is being typed in: the selection changes, a panel closes.
  useEffect(() => keep, [keep])

  return {
    value: draft?.text ?? stored,
    onChange: (event) => setDraft({ base: stored, text: event.target.value }),
    onBlur: keep,
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Enter' && oneLine) {
        event.preventDefault()
        event.currentTarget.blur()
      }
      if (event.key === 'Escape') {
        event.stopPropagation()
        latest.current.draft = undefined
        setDraft(undefined)
        event.currentTarget.blur()
      }
    },
  }
}
