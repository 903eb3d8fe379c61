'use client'
import { Columns3 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useObservable } from '../../hooks/useObservable'
import { Button } from '../../ui/Button'
import { Checkbox } from '../../ui/Checkbox'
import { Popover } from '../../ui/Popover'
import { columns } from './leverageTable'
import { shownColumns, toggleColumn } from './shownColumns'
import type { LeverageWords } from './useLeverageWords'

/** Every column with what it means, to be shown or left out. */
export function ColumnsButton({ words }: { readonly words: LeverageWords }) {
  const t = useTranslations('leverage')
  const shown = useObservable(shownColumns)
  return (
    <Popover
      label={t('table.columns')}
      align="start"
      className="flex max-h-[min(30rem,var(--radix-popover-content-available-height))] w-88 flex-col gap-3 overflow-y-auto"
      trigger={
        <Button size="small" variant="quiet" icon={<Columns3 size={16} aria-hidden />}>
          {t('table.columns')}
        </Button>
      }
    >
      {columns.map((column) => (
        <div key={column}>
          <Checkbox
            label={words.name(column)}
            checked={shown.includes(column)}
            onChange={(on) => toggleColumn(column, on)}
          />
          <p className="ps-7 text-meta text-muted">
            {words.meaning(column)} {words.caution(column)}
          </p>
        </div>
      ))}
    </Popover>
  )
}
