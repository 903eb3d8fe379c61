'use client'
import { useTranslations } from 'next-intl'
import { useState, type ClipboardEvent } from 'react'
import type { ElementKind } from '../../../lib/model/element'
import { labelKey } from '../../../lib/model/label'
import { TextInput } from '../../ui/TextInput'
import { planByName, planRows, readSheet } from './plan'
import type { TableRows } from './useRows'
import type { TableWriting } from './useWriting'

/** An empty row below the last: what is typed or pasted there becomes new rows. */
export function AddRows({
  rows: { place, allColumns, listed },
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
    const sheet = readSheet(text, listed.length + room + 1)
    const plan = sheet && planRows(place, sheet, kind, allColumns)
    const usual = place.columns
    const byName = sheet && planByName(place, sheet, kind, { all: allColumns, pool: listed, usual })
    if (plan === undefined || (byName ?? plan).added.length > room) writing.sayTooMuch(room)
    else writing.propose(plan, byName === undefined ? undefined : { plan: byName, other: 'add' })
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
          const isThere = listed.some(({ label }) => labelKey(label) === labelKey(name))
          writing.write(planRows(place, [[name]], kind, allColumns))
          if (isThere) writing.sayAgain(name.trim())
          setName('')
        }
      }}
    />
  )
}
