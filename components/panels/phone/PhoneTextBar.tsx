'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { limits } from '../../../lib/base/limits'
import type { ElementId } from '../../../lib/base/ids'
import { addElement } from '../../../lib/commands/addElement'
import { renameElement } from '../../../lib/commands/renameElement'
import { announce } from '../../hooks/announcer'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { onceReleased } from '../../hooks/onceReleased'
import { isPaused } from '../../hooks/pause'
import { findPlaceForNew } from '../../hooks/placeNew'
import { useRun } from '../../hooks/useRun'
import { isLocked, isThere } from '../../hooks/typedTexts'
import { useTyped } from '../../hooks/useTyped'
import { Button } from '../../ui/Button'
import { latePart } from '../../ui/latePart'
import { countSheet } from '../../ui/openSheets'
import { TextInput } from '../../ui/TextInput'
import { usualKind, type AddedKind } from './usualKind'

/** What is being written in the bar. */
export type TextTask =
  { readonly kind: 'add' } | { readonly kind: 'note' } | { readonly kind: 'rename'; readonly id: ElementId }

// The field and its keyboard do not wait for the choice beside them.
const AddKind = latePart(async () => (await import('./AddKind')).AddKind)

const noteSize = { width: 160, height: 120 }

/** A text field above the keyboard: a new variable or note, or another name. */
export function PhoneTextBar({ task, onDone }: { readonly task: TextTask; readonly onDone: () => void }) {
  const t = useTranslations('panels.phone')
  const editor = useEditor()
  const workspace = useWorkspace()
  const run = useRun()
  const [start] = useState(() => (task.kind === 'rename' ? (editor.view.get().elements.get(task.id)?.label ?? '') : ''))
  const [text, setText] = useState(start)
  const [kind, setKind] = useState<AddedKind | 'note'>(() =>
    task.kind === 'note' ? 'note' : usualKind(editor.view.get()),
  )
  const title = t(`tasks.${task.kind === 'rename' ? 'rename' : kind}`)
  const isChanged = text !== start
  const target = task.kind === 'rename' ? ({ of: task.id, as: 'label' } as const) : undefined
  useTyped(title, isChanged ? text : '', target)
  const renamed = target?.of
  useEffect(() => {
    if (renamed === undefined) return undefined
    editor.present({ naming: renamed })
    return () => editor.present({ naming: null })
  }, [editor, renamed])
  const label = text.trim()
  const field = useRef<HTMLInputElement>(null)

  /** True if it is kept, or if there was nothing to keep. */
  const keep = (): boolean => {
    if (task.kind === 'rename') {
      const view = editor.view.get()
      if (!isThere(view, task.id) || isLocked(view, task.id)) {
        // Somebody deleted or locked it meanwhile: the words are offered.
        if (isChanged) workspace.typed.keep({ field: title, text: label, ...target })
        return true
      }
      const result = run(renameElement, { id: task.id, label })
      return result.ok || result.reason.code === 'nothing-to-do'
    }
    if (label === '') return true
    const at = findPlaceForNew(editor, workspace.get().camera, kind === 'note' ? noteSize : undefined)
    const made = run(addElement, { kind, label, at })
    if (made.ok) {
      // It is selected, without a sheet about it that would hide the bar that adds the next.
      workspace.update({ unasked: editor.selection.get() })
      announce(t('added', { name: label }))
    }
    return made.ok
  }
  /** What was pressed while the map is held: it counts at the release, unless one types on. */
  const pressed = useRef<HTMLElement>(undefined)
  const pressAgain = (what: HTMLElement, press: () => void): void => {
    if (!isPaused(editor)) return
    pressed.current = what
    onceReleased(editor, () => {
      if (pressed.current !== what || !what.isConnected) return
      pressed.current = undefined
      press()
    })
  }
  const finish = (): boolean => {
    const isKept = keep()
    if (isKept) onDone()
    return isKept
  }

  return (
    <form
      ref={countSheet}
      data-region="inspector"
      aria-label={title}
      className="absolute inset-x-0 bottom-0 z-30 flex flex-col gap-2 rounded-t-[14px] border-t border-hairline bg-panel px-3 pt-3 pb-[calc(12px+env(safe-area-inset-bottom))] shadow-float"
      onSubmit={(event) => {
        event.preventDefault()
        const form = event.currentTarget
        if (task.kind === 'rename' || label === '') {
          if (!finish()) pressAgain(form, () => form.requestSubmit())
        } else if (keep()) {
          setText('')
          // The keyboard stays up for the next name, whatever was pressed.
          field.current?.focus()
        } else pressAgain(form, () => form.requestSubmit())
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
      }}
    >
      {task.kind === 'add' ? (
        <AddKind
          value={kind === 'stakeholder' ? 'stakeholder' : 'variable'}
          onChange={(next) => {
            setKind(next)
            field.current?.focus()
          }}
        />
      ) : null}
      <TextInput
        ref={field}
        tall
        autoFocus
        aria-label={title}
        placeholder={title}
        maxLength={limits.label}
        enterKeyHint={task.kind === 'rename' ? 'done' : 'next'}
        value={text}
        onChange={(event) => {
          pressed.current = undefined
          setText(event.target.value)
        }}
      />
      <div className="flex gap-2">
        <Button size="large" className="flex-1" onClick={onDone}>
          {t('cancel')}
        </Button>
        {task.kind === 'rename' ? (
          <Button size="large" variant="primary" className="flex-1" type="submit">
            {t('save')}
          </Button>
        ) : (
          <>
            <Button size="large" className="flex-1" type="submit" disabled={label === ''}>
              {t('addNext')}
            </Button>
            <Button
              size="large"
              variant="primary"
              className="flex-1"
              onClick={({ currentTarget }) => {
                if (!finish()) pressAgain(currentTarget, () => currentTarget.click())
              }}
            >
              {t('done')}
            </Button>
          </>
        )}
      </div>
    </form>
  )
}
