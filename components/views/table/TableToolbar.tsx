'use client'
import { Columns3, Download, Plus, Search, Tags } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useMayEdit } from '../../hooks/useMayEdit'
import { Button } from '../../ui/Button'
import { Checkbox } from '../../ui/Checkbox'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import { Popover } from '../../ui/Popover'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { TextInput } from '../../ui/TextInput'
import { columnChoice, isShown, showColumn } from './columnChoice'
import { useObservable } from '../../hooks/useObservable'
import { tableTabs, type TableTab } from './columns'
import { ImportedColumns } from './ImportedColumns'
import type { TableRows } from './useRows'

/** Above the table: which elements, a search, columns, files, new rows and fields. */
export function TableToolbar({
  tab,
  rows,
  onTab,
  onAdd,
  onAddField,
  onSave,
}: {
  readonly tab: TableTab
  readonly rows: TableRows
  readonly onTab: (tab: TableTab) => void
  readonly onAdd: () => void
  readonly onAddField: () => void
  readonly onSave: (personal: boolean) => void
}) {
  const t = useTranslations('table')
  const tFields = useTranslations('fields')
  const mayEdit = useMayEdit()
  const choices = useObservable(columnChoice)
  const [isOpen, setOpen] = useState(false)
  const { place, total } = rows
  const hasPersonal = place.columns.some(({ personal }) => personal)
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SegmentedControl
        label={t('tabs.label')}
        value={tab}
        onChange={onTab}
        className="*:flex-auto max-sm:flex-1"
        segments={tableTabs.map((value) => ({ value, label: t(`tabs.${value}`) }))}
      />
      <span className="flex items-center gap-1 sm:order-last">
        <Popover
          label={t('columns')}
          align="end"
          open={isOpen}
          onOpenChange={setOpen}
          className="max-h-[60dvh] w-64 overflow-y-auto"
          trigger={
            <IconButton label={t('columns')} size="small">
              <Columns3 size={18} aria-hidden />
            </IconButton>
          }
        >
          <div className="flex flex-col gap-1.5">
            <p className="text-meta text-muted">{t('columnsHint')}</p>
            {rows.allColumns
              .filter(({ id }) => id !== 'label')
              .map((column) => (
                <Checkbox
                  key={column.id}
                  label={column.name}
                  checked={isShown(choices, tab, column)}
                  onChange={(on) => showColumn(tab, column.id, on)}
                />
              ))}
            {mayEdit ? <ImportedColumns /> : null}
            {mayEdit ? (
              <Button
                size="small"
                className="mt-1 self-start"
                icon={<Tags size={16} aria-hidden />}
                onClick={() => {
                  setOpen(false)
                  onAddField()
                }}
              >
                {tFields('add')}
              </Button>
            ) : null}
          </div>
        </Popover>
        {hasPersonal ? (
          <Menu
            trigger={
              <IconButton label={t('save')} size="small">
                <Download size={18} aria-hidden />
              </IconButton>
            }
            entries={[
              { kind: 'action', id: 'save', label: t('save'), onSelect: () => onSave(false) },
              { kind: 'action', id: 'personal', label: t('savePersonal'), onSelect: () => onSave(true) },
            ]}
          />
        ) : (
          <IconButton label={t('save')} size="small" onClick={() => onSave(false)}>
            <Download size={18} aria-hidden />
          </IconButton>
        )}
      </span>
      <div className="relative min-w-40 flex-1 sm:max-w-64">
        <Search size={16} aria-hidden className="absolute start-2.5 top-1/2 -translate-y-1/2 text-muted" />
        <TextInput
          type="search"
          aria-label={t('find')}
          placeholder={t('find')}
          value={rows.find}
          onChange={(event) => rows.setFind(event.target.value)}
          className="ps-8"
        />
      </div>
      <span className="text-second whitespace-nowrap text-muted max-sm:sr-only" role="status">
        {t('shown', { shown: place.rows.length, total: place.rows.length === total ? 0 : total })}
      </span>
      {mayEdit ? (
        <>
          <Button size="small" aria-label={t(`add.${tab}`)} icon={<Plus size={16} aria-hidden />} onClick={onAdd}>
            <span className="max-sm:hidden">{t(`add.${tab}`)}</span>
          </Button>
          <Button
            size="small"
            variant="quiet"
            className="max-sm:hidden"
            icon={<Tags size={16} aria-hidden />}
            onClick={onAddField}
          >
            {tFields('add')}
          </Button>
        </>
      ) : null}
    </div>
  )
}
