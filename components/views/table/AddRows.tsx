'use client'
import { useTranslations } from 'next-intl'
import { useState, type ClipboardEvent } from 'react'
import type { ElementKind } from '../../../lib/model/element'
import { labelKey } from '../../../lib/model/label'
import { TextInput } from '../../ui/TextInput'
import { planRows, readSheet } from './plan'
import { planByName } from './planByName'
import { proposeSheet } from './proposeSheet'
import type { TableRows } from './useRows'
import type { TableWriting } from './useWriting'

/** An empty row below the last: what is typed or pasted there becomes new rows. */
export function AddRows({
  rows: { place, allColumns, listed },
  writing,
  kind: of,
}: {
  readonly rows: TableRows
  readonly writing: TableWriting
  /** What the table is of; absent: all kinds, and new rows are variables. */
  readonly kind: 'variable' | 'stakeholder' | undefined
}) {
  const kind: ElementKind = of ?? 'variable'
  const t = useTranslations('table.addRows')
  const [name, setName] = useState('')
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain')
    // One word is pasted into what is being typed.
    if (!text.includes('\t') && !text.trim().includes('\n')) return
    event.preventDefault()
    const room = writing.room()
    const sheet = readSheet(text, listed.length + room + 1)
    if (sheet === undefined) return writing.sayTooMuch(room)
    const usual = place.columns
    const proposal = proposeSheet({ ...place, offers: writing.offers(of) }, (to) => ({
      plan: planRows(to, sheet, kind, allColumns),
      byName: planByName(to, sheet, kind, { all: allColumns, pool: listed, usual }),
      other: 'add',
    }))
    if ((proposal.byName ?? proposal).plan.added.length > room) writing.sayTooMuch(room)
    else writing.propose(proposal)
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
