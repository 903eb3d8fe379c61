'use client'
import { Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useObservable } from '../../hooks/useObservable'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { IconButton } from '../../ui/IconButton'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { TextInput } from '../../ui/TextInput'
import { showColumn } from './columnChoice'
import { columnWidths, keepWidths, setWidth, widthBounds, widthStep } from './columnWidths'
import type { TableColumn, TableTab } from './columns'
import { readFilter, sayNumbers, type ColumnFilter } from './columnFilter'
import { useCellTexts } from './useColumns'
import type { TableRows } from './useRows'

export interface ColumnMenuProps extends Pick<TableRows, 'setSort' | 'setFilter'> {
  readonly tab: TableTab
  readonly column: TableColumn
  /** Pixels. */
  readonly width: number
  readonly sort: 'none' | 'up' | 'down'
  readonly filter: ColumnFilter
  readonly onEditField: ((column: TableColumn) => void) | undefined
  readonly onDone: () => void
}

/** What can be done with a column: sort and filter by it, make it wider, hide it, edit its field. */
export function ColumnMenu({
  tab,
  column,
  width,
  sort,
  filter,
  setSort,
  setFilter,
  onEditField,
  onDone,
}: ColumnMenuProps) {
  const t = useTranslations('table.header')
  const tFields = useTranslations('fields')
  const { type } = column
  const texts = useCellTexts()
  const read = readFilter(column, filter.text, texts)
  const numbers = sayNumbers(read)
  const set = (changes: Partial<ColumnFilter>): void => setFilter(column.id, { ...filter, ...changes })
  const close = (act: () => void): void => {
    onDone()
    act()
  }
  return (
    <div className="flex flex-col gap-3">
      <SegmentedControl
        label={t('open', { name: column.name })}
        value={sort}
        onChange={(next) => setSort(next === 'none' ? undefined : { column: column.id, down: next === 'down' })}
        segments={[
          { value: 'none' as const, label: t('unsorted') },
          { value: 'up' as const, label: t('up') },
          { value: 'down' as const, label: t('down') },
        ]}
      />
      <Field
        label={t('contains')}
        hint={
          numbers !== undefined
            ? t('readAs', { numbers })
            : type === 'number' || type === 'share' || type === 'date'
              ? t(`compare.${type}`)
              : undefined
        }
        error={read.kind === 'unclear' ? t('unclear', { text: filter.text.trim() }) : undefined}
      >
        {(control) => (
          <TextInput {...control} value={filter.text} onChange={(event) => set({ text: event.target.value })} />
        )}
      </Field>
      <SegmentedControl
        label={t('has')}
        value={filter.has}
        onChange={(has) => set({ has })}
        segments={(['any', 'filled', 'empty'] as const).map((value) => ({ value, label: t(value) }))}
      />
      <Width column={column.id} width={width} />
      {column.id === 'label' ? null : (
        <div className="flex flex-wrap gap-2">
          <Button size="small" onClick={() => close(() => showColumn(tab, column.id, false))}>
            {t('hide')}
          </Button>
          {column.custom === undefined || onEditField === undefined ? null : (
            <Button size="small" onClick={() => close(() => onEditField(column))}>
              {tFields('editShort')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function Width({ column, width }: { readonly column: string; readonly width: number }) {
  const t = useTranslations('table.header')
  const isChosen = Object.hasOwn(useObservable(columnWidths), column)
  const make = (next: number | undefined): void => {
    setWidth(column, next)
    keepWidths()
  }
  return (
    <div role="group" aria-label={t('width')} className="flex items-center gap-1">
      <span className="text-second text-muted">{t('width')}</span>
      <IconButton
        label={t('narrower')}
        size="small"
        disabled={width <= widthBounds.least}
        onClick={() => make(width - widthStep)}
      >
        <Minus size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={t('wider')}
        size="small"
        disabled={width >= widthBounds.most}
        onClick={() => make(width + widthStep)}
      >
        <Plus size={16} aria-hidden />
      </IconButton>
      {isChosen ? (
        <Button size="small" variant="quiet" onClick={() => make(undefined)}>
          {t('usualWidth')}
        </Button>
      ) : null}
    </div>
  )
}
