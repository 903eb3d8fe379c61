'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { addElement } from '../../../lib/commands/addElement'
import { writeCsvCells } from '../../../lib/formats/csvWriter'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useView } from '../../hooks/useMap'
import { useMayEdit } from '../../hooks/useMayEdit'
import { findPlaceForNew } from '../../hooks/placeNew'
import { useRun } from '../../hooks/useRun'
import { downloadFile, fileNameOf } from '../../panels/download'
import { FieldDialog } from '../../panels/fields/FieldDialog'
import { Button } from '../../ui/Button'
import type { TableTab } from './columns'
import { AddRows } from './AddRows'
import { PastePreview } from './PastePreview'
import { toast } from '../../ui/toast'
import { tableMemory } from './tableMemory'
import { tableCells } from './tableFile'
import { TableGrid } from './TableGrid'
import { TableToolbar } from './TableToolbar'
import { useCells } from './useCells'
import { useHiddenNew } from './useHiddenNew'
import { useRows } from './useRows'
import { useWriting } from './useWriting'

/** All elements as a table that is edited like a spreadsheet, and is the same map. */
export function TableView({ endRoom }: { readonly endRoom: number }) {
  const t = useTranslations('table')
  const editor = useEditor()
  const workspace = useWorkspace()
  const run = useRun()
  const mayEdit = useMayEdit()
  const title = useView(({ meta }) => meta.title)
  const [tab, setTab] = useState<TableTab>(
    () => tableMemory(workspace).tab ?? firstTab(editor.view.get().elements.values()),
  )
  const [field, setField] = useState<{ readonly id: string | undefined }>()
  const rows = useRows(tab)
  const writing = useWriting()
  const cells = useCells(rows, writing)
  useHiddenNew(tab, rows, writing)
  const editField = useMemo(
    () =>
      mayEdit
        ? (column: { readonly custom?: { readonly id: string } }) => setField({ id: column.custom?.id })
        : undefined,
    [mayEdit],
  )
  const isFiltered = rows.total > 0 && rows.place.rows.length === 0

  const add = (): void => {
    const kind = tab === 'all' ? 'variable' : tab
    const made = run(addElement, {
      kind,
      at: findPlaceForNew(editor, workspace.get().camera),
      label: t(`newName.${kind}`),
    })
    const [id] = made.ok ? (made.value.select?.elements ?? []) : []
    if (id === undefined) return
    // It stands below the others until one has left it, however they are sorted and whatever is looked for.
    rows.hold({ id, index: rows.place.rows.length })
    if (rows.isNarrowed)
      toast(t('addedBeyond'), { id: 'table', action: { label: t('showAll'), onClick: rows.showAll } })
    cells.open({ row: id, column: 'label' })
  }
  const save = (personal: boolean): void => {
    const text = writeCsvCells(tableCells(rows.place, personal))
    // With a mark at its beginning, by which spreadsheets know the letters.
    downloadFile(new Blob(['\uFEFF', text], { type: 'text/csv' }), fileNameOf(`${title} ${t(`tabs.${tab}`)}`, 'csv'))
  }
  return (
    <section aria-label={t('label')} className="flex min-w-0 flex-1 flex-col gap-2">
      <TableToolbar
        tab={tab}
        rows={rows}
        onTab={(next) => {
          rows.hold(undefined)
          setTab(next)
          tableMemory(workspace).tab = next
        }}
        onAdd={add}
        onAddField={() => setField({ id: undefined })}
        onSave={save}
      />
      <TableGrid tab={tab} rows={rows} cells={cells} writing={writing} endRoom={endRoom} onEditField={editField} />
      {rows.place.rows.length > 0 ? null : (
        <p className="flex items-center gap-3 text-body text-muted">
          {t(isFiltered ? 'emptyFound' : rows.hidden > 0 ? 'emptyLook' : 'empty')}
          {isFiltered ? (
            <Button size="small" onClick={rows.showAll}>
              {t('showAll')}
            </Button>
          ) : null}
        </p>
      )}
      {mayEdit ? <AddRows rows={rows} writing={writing} kind={tab === 'all' ? undefined : tab} /> : null}
      {writing.asked === undefined ? null : <PastePreview proposal={writing.asked} onDecide={writing.decide} />}
      {field === undefined ? null : (
        <FieldDialog id={field.id} kind={tab === 'all' ? undefined : tab} onClose={() => setField(undefined)} />
      )}
    </section>
  )
}

function firstTab(elements: Iterable<{ readonly kind: string }>): TableTab {
  let [variables, stakeholders] = [0, 0]
  for (const { kind } of elements) {
    if (kind === 'variable') variables += 1
    else if (kind === 'stakeholder') stakeholders += 1
  }
  return stakeholders > variables ? 'stakeholder' : 'variable'
}
