'use client'
import { useTranslations } from 'next-intl'
import { useState, type ClipboardEvent } from 'react'
import type { ElementKind } from '../../../lib/model/element'
import { TextInput } from '../../ui/TextInput'
import { planRows, readSheet } from './plan'
import type { TableRows } from './useRows'
import type { TableWriting } from './useWriting'

/** An empty row below the last: what is typed or pasted there becomes new rows. */
export function AddRows({
  rows: { place, allColumns },
  writing,
  kind,
}: {
  readonly rows: TableRows
  readonly writing: TableWriting
  readonly kind: ElementKind
}) {
  const t = useTranslations('table.addRows')
  const [name, setName] = useState('')
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain')
    // One word is pasted into what is being typed.
    if (!text.includes('\t') && !text.trim().includes('\n')) return
    event.preventDefault()
    const room = writing.room()
    const sheet = readSheet(text, room + 1)
    const plan = sheet && planRows(place, sheet, kind, allColumns)
    if (plan === undefined || plan.added.length > room) writing.sayTooMuch(room)
    else writing.propose(plan)
  }
  return (
    <TextInput
      aria-label={t('label')}
      placeholder={t('hint')}
      value={name}
      className="shrink-0"
      onChange={({ target }) => setName(target.value)}
      onPaste={paste}
      onKeyDown={({ key, nativeEvent }) => {
        if (key !== 'Enter' || nativeEvent.isComposing || name.trim() === '') return
        if (writing.room() === 0) writing.sayTooMuch(0)
        else {
          writing.write(planRows(place, [[name]], kind, allColumns))
          setName('')
        }
      }}
    />
  )
}
