'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { limits } from '../../lib/base/limits'
import { addElement } from '../../lib/commands/addElement'
import { announce } from '../hooks/announcer'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { findPlaceForNew } from '../hooks/placeNew'
import { useRun } from '../hooks/useRun'
import { useTyped } from '../hooks/useTyped'
import { IconButton } from '../ui/IconButton'
import { TextInput } from '../ui/TextInput'

/** Adds a variable by its name; the field stays open for the next. */
export function OutlineAdd() {
  const t = useTranslations('panels.outline')
  const editor = useEditor()
  const workspace = useWorkspace()
  const run = useRun()
  const [label, setLabel] = useState('')
  useTyped(t('addField'), label)
  const add = (): void => {
    const name = label.trim()
    if (name === '') return
    const at = findPlaceForNew(editor, workspace.get().camera)
    if (!run(addElement, { kind: 'variable', label: name, at }).ok) return
    setLabel('')
    announce(t('added', { name }))
  }
  return (
    <form
      className="flex shrink-0 items-center gap-1 px-4 pb-2"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextInput
        aria-label={t('addField')}
        placeholder={t('addField')}
        maxLength={limits.label}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
      />
      <IconButton type="submit" label={t('add')} aria-disabled={label.trim() === '' ? true : undefined}>
        <Plus size={20} aria-hidden />
      </IconButton>
    </form>
  )
}
