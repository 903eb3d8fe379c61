'use client'
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import type { ElementId } from '../../lib/base/ids'
import type { Result } from '../../lib/base/result'
import type { Editor } from '../hooks/editor'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { readLostField } from '../hooks/lostField'
import { onceReleased } from '../hooks/onceReleased'
import { isPaused } from '../hooks/pause'
import { isLocked, isThere, type TypedText, type TypedTexts } from '../hooks/typedTexts'
import { followStored, isUntold, type Typed } from './draftText'

export interface Draft {
  readonly value: string
  readonly onChange: (event: { readonly target: { readonly value: string } }) => void
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  /** Of a field that was told whether it can be written in: what is typed already goes on, and is offered if it is refused. */
  readonly readOnly?: boolean
}

export interface DraftOptions extends Omit<TypedText, 'text'> {
  /** The text on the map. */
  readonly stored: string
  /**
   * Called with the text when the person pauses, leaves or presses Enter. Not called if nothing changed. What it
   * answers to be refused is offered.
   */
  readonly commit: (text: string) => Result<unknown, { readonly code: string }> | void
  /** Milliseconds of pause after which a long text is kept; a short one waits for Enter or leaving. */
  readonly pause?: number
  /** Enter keeps the text and leaves the field. */
  readonly oneLine?: boolean
  readonly readOnly?: boolean
}

interface Latest extends Omit<TypedText, 'text'> {
  draft: Typed | undefined
  readonly stored: string
  readonly commit: DraftOptions['commit']
}

/** What is typed and the map has not been told. */
function readTyped({ draft, stored, field, of, as }: Latest): TypedText | undefined {
  return draft === undefined || !isUntold(draft, stored) ? undefined : { field, text: draft.text, of, as }
}

/** To the map; what it does not take is kept to be offered. */
function bring(editor: Editor, typedTexts: TypedTexts, typed: TypedText, commit: DraftOptions['commit']): void {
  if (isPaused(editor)) {
    const end = typedTexts.follow(() => typed)
    onceReleased(editor, () => {
      end()
      bring(editor, typedTexts, typed, commit)
    })
    return
  }
  const view = editor.view.get()
  const canKeep = editor.self.get().mayEdit && isThere(view, typed.of) && !isLocked(view, typed.of)
  const done = canKeep ? commit(typed.text) : undefined
  const isRefused = done?.ok === false && done.reason.code !== 'nothing-to-do'
  if (!canKeep || isRefused) typedTexts.keep(typed)
}

/**
 * A text that is being typed and lives on the map. What others change meanwhile comes in; Esc takes
 * back what was not kept yet. Nothing typed is lost when the field goes away; what can no longer go
 * to the map, since it is closed or the record is gone, is handed to the workspace to be offered.
 */
export function useDraft({ stored, commit, pause, oneLine = false, readOnly, field, of, as }: DraftOptions): Draft {
  const editor = useEditor()
  const { typed: typedTexts } = useWorkspace()
  const [draft, setDraft] = useState<Typed | undefined>(undefined)
  if (draft !== undefined && draft.base !== stored) setDraft(followStored(draft, stored, oneLine))

  const latest = useRef<Latest>({ draft, stored, commit, field, of, as })
  useEffect(() => {
    latest.current = { draft, stored, commit, field, of, as }
  })

  const box = useRef<HTMLElement | undefined>(undefined)
  const keep = useCallback(() => {
    const now = latest.current
    if (now.draft === undefined) return
    const typed = readTyped(now)
    now.draft = undefined
    if (typed !== undefined) bring(editor, typedTexts, typed, now.commit)
    setDraft(undefined)
  }, [editor, typedTexts])
  useEffect(() => typedTexts.follow(() => readTyped(latest.current)), [typedTexts])

  // Who pauses goes on in the field as they left it: the map may keep the words without the blanks around them.
  const tell = useCallback(() => {
    const now = latest.current
    const typed = readTyped(now)
    if (now.draft === undefined || typed === undefined || isPaused(editor)) return
    now.draft = { ...now.draft, kept: typed.text }
    setDraft(now.draft)
    bring(editor, typedTexts, typed, now.commit)
  }, [editor, typedTexts])

  // Whoever reloads or closes the page has left the field, too. Before the page asks whether all is kept.
  useEffect(() => {
    addEventListener('beforeunload', tell, true)
    addEventListener('pagehide', tell)
    return () => {
      removeEventListener('beforeunload', tell, true)
      removeEventListener('pagehide', tell)
    }
  }, [tell])

  // Where changes pause, what is typed stays in its field, left or not.
  const leave = useCallback(() => {
    if (!isPaused(editor)) keep()
  }, [editor, keep])
  useEffect(
    () =>
      editor.self.subscribe(() => {
        if (editor.self.get().mayEdit && document.activeElement !== box.current) keep()
      }),
    [editor, keep],
  )

  const typed = draft?.text
  useEffect(() => {
    // What the map does not take now is typed on until the field is left.
    if (pause === undefined || typed === undefined || readOnly === true) return undefined
    const timer = setTimeout(tell, pause)
    return () => clearTimeout(timer)
  }, [typed, pause, tell, readOnly])

  // Whatever closes by Esc, such as a dialog, may take the field away before the field itself hears of the key.
  const hasEscaped = useRef(false)
  useLayoutEffect(() => {
    const hear = (event: globalThis.KeyboardEvent): void => {
      hasEscaped.current = event.key === 'Escape' && !event.isComposing && event.target === box.current
    }
    window.addEventListener('keydown', hear, true)
    return () => window.removeEventListener('keydown', hear, true)
  }, [])

  // The field may go away while it is being typed in: somebody deletes what it is of, the selection changes.
  const name = useRef('')
  useLayoutEffect(
    () => () => {
      const now = latest.current
      if (hasEscaped.current) {
        now.draft = undefined
        return
      }
      const lost = box.current && readLostField(box.current, now)
      if (lost === undefined) return
      now.draft = undefined
      const onDone = (text: string): void => {
        if (text !== now.stored)
          bring(editor, typedTexts, { field: now.field, text, of: now.of, as: now.as }, now.commit)
      }
      // Once it is known to be gone, and before the next key.
      queueMicrotask(() => {
        if (box.current?.isConnected !== true) typedTexts.goOn({ ...lost, name: name.current, onDone })
      })
    },
    [editor, typedTexts],
  )
  useEffect(() => keep, [keep])

  return {
    value: draft?.text ?? stored,
    onChange: (event) =>
      setDraft({
        base: stored,
        text: event.target.value,
        ...(draft?.kept === undefined ? {} : { kept: draft.kept }),
      }),
    onFocus: (event) => {
      box.current = event.currentTarget
      hasEscaped.current = false
      name.current = editor.view.get().elements.get(of as ElementId)?.label ?? ''
    },
    onBlur: leave,
    ...(readOnly === undefined ? {} : { readOnly: readOnly && draft === undefined }),
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
