'use client'
import { useCallback, useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { mergeText } from '../hooks/editor'

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

export interface DraftOptions {
  /** The text on the map. */
  readonly stored: string
  /** Called with the text when the person pauses, leaves or presses Enter. Not called if nothing changed. */
  readonly commit: (text: string) => void
  /** Milliseconds of pause after which a long text is kept; a short one waits for Enter or leaving. */
  readonly pause?: number
  /** Enter keeps the text and leaves the field. */
  readonly oneLine?: boolean
}

/**
 * A text that is being typed and lives on the map. What others change meanwhile comes in; Esc takes
 * back what was not kept yet. Nothing typed is lost when the field goes away.
 */
export function useDraft({ stored, commit, pause, oneLine = false }: DraftOptions): Draft {
  const [draft, setDraft] = useState<Typed | undefined>(undefined)
  if (draft !== undefined && draft.base !== stored) {
    setDraft({ base: stored, text: mergeText(draft.base, draft.text, stored) })
  }

  const latest = useRef<{ draft: Typed | undefined; readonly stored: string; readonly commit: (text: string) => void }>(
    {
      draft,
      stored,
      commit,
    },
  )
  useEffect(() => {
    latest.current = { draft, stored, commit }
  })

  const keep = useCallback(() => {
    const now = latest.current
    if (now.draft === undefined) return
    const { text } = now.draft
    now.draft = undefined
    if (text !== now.stored) now.commit(text)
    setDraft(undefined)
  }, [])

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
