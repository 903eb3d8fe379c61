'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { limits } from '../../lib/base/limits'
import { setTitle } from '../../lib/commands/setTitle'
import { useView } from '../hooks/useMap'
import { useMayEdit } from '../hooks/useMayEdit'
import { useRun } from '../hooks/useRun'
import { useDraft } from './useDraft'

export interface MapTitleProps {
  /** Opens as a field at once; told when that ends. */
  readonly editing: boolean
  readonly onEdit: (editing: boolean) => void
}

/** The map's title, edited where it stands. */
export function MapTitle({ editing, onEdit }: MapTitleProps) {
  const t = useTranslations('panels.top')
  const title = useView((view) => view.meta.title)
  const mayEdit = useMayEdit()
  const shown = title === '' ? t('untitled') : title
  if (editing && mayEdit) return <TitleField title={title} onDone={() => onEdit(false)} />
  return (
    <h1 className="max-w-64 min-w-0">
      {mayEdit ? (
        <button
          type="button"
          title={shown}
          aria-label={t('rename', { title: shown })}
          onClick={() => onEdit(true)}
          className="block h-9 max-w-full truncate rounded-button px-2 text-body font-semibold hover:bg-hover"
          dir="auto"
        >
          {shown}
        </button>
      ) : (
        <span className="block max-w-full truncate px-2 text-body font-semibold" dir="auto" title={shown}>
          {shown}
        </span>
      )}
    </h1>
  )
}

function TitleField({ title, onDone }: { readonly title: string; readonly onDone: () => void }) {
  const t = useTranslations('panels.top')
  const run = useRun()
  const [start] = useState(title)
  const draft = useDraft({
    field: t('title'),
    stored: title,
    oneLine: true,
    commit: (text) => run(setTitle, { title: text }),
  })
  return (
    <input
      aria-label={t('title')}
      value={draft.value}
      placeholder={t('untitled')}
      maxLength={limits.title}
      size={Math.min(32, Math.max(12, start.length + 2))}
      // The field appears because the person asked to rename.
      ref={(field) => {
        if (field !== null && document.activeElement !== field && !field.dataset['opened']) {
          field.dataset['opened'] = 'yes'
          field.focus()
          field.select()
        }
      }}
      onChange={draft.onChange}
      onKeyDown={draft.onKeyDown}
      onBlur={(event) => {
        draft.onBlur(event)
        onDone()
      }}
      className="h-8 max-w-72 min-w-0 rounded-button border border-accent bg-panel px-2 text-body font-semibold outline-none"
      dir="auto"
    />
  )
}
