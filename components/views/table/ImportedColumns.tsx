'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { adoptField, listImportedColumns, type ImportedColumn } from '../../../lib/commands/adoptField'
import { readImported } from '../../../lib/commands/readImported'
import { useView } from '../../hooks/useMap'
import { useRun } from '../../hooks/useRun'
import { Button } from '../../ui/Button'
import { toast } from '../../ui/toast'
import { findBuiltIn, readAsColumn, type ImportedReading } from './importedReading'
import { useCellTexts, useColumns } from './useColumns'

/** What an import kept under names that Weft does not know: each can become a field of the map, and so a column. */
export function ImportedColumns() {
  const t = useTranslations('fields.imported')
  const run = useRun()
  const view = useView()
  const { all } = useColumns('all')
  const texts = useCellTexts()
  const columns = listImportedColumns(view)
  if (columns.length === 0) return null
  return (
    <section aria-label={t('title')} className="mt-1 flex flex-col gap-1 border-t border-hairline pt-2">
      <h3 className="text-second font-medium">{t('title')}</h3>
      <p className="text-meta text-muted">{t('hint')}</p>
      <ul className="flex flex-col">
        {columns.map((imported) => {
          const { name, count } = imported
          const own = findBuiltIn(all, name)
          if (own !== undefined) {
            return <OwnName key={name} imported={imported} reading={readAsColumn(view, name, own, texts)} />
          }
          return (
            <li key={name} className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
              <span className="min-w-0 flex-1 truncate text-body" dir="auto">
                {t('column', { name, count })}
              </span>
              <Button
                size="small"
                variant="quiet"
                aria-label={t('adopt', { name })}
                icon={<Plus size={14} aria-hidden />}
                onClick={() => run(adoptField, { name })}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Texts that do not fit are named, as many as can be read at a glance. */
const mostNamed = 3

/** One that is called as a field that Weft has: it can be read as that one, and what does not fit kept under another name. */
function OwnName({ imported, reading }: { readonly imported: ImportedColumn; readonly reading: ImportedReading }) {
  const t = useTranslations('fields.imported')
  const run = useRun()
  const { name, count } = imported
  const { column, fitting, staying, misfits } = reading
  const words = misfits
    .slice(0, mostNamed)
    .map((text) => t('word', { text: text.length > 24 ? `${text.slice(0, 23)}…` : text }))
    .join(', ')
  const as = t('otherName', { name })
  return (
    <li className="flex flex-col gap-1 py-1">
      <span className="truncate text-body" dir="auto">
        {t('column', { name, count })}
      </span>
      <span className="text-meta text-muted">
        {t('fits', { column: column.name, count: fitting })}
        {staying === 0 ? null : ` ${t('stays', { count: staying })}`}
        {words === '' ? null : ` ${t('misfits', { words, more: misfits.length > mostNamed ? 'yes' : 'no' })}`}
      </span>
      <span className="flex flex-wrap gap-2">
        {fitting === 0 ? (
          <Button size="small" onClick={() => run(adoptField, { name, as })}>
            {t('adoptAs', { as })}
          </Button>
        ) : (
          <Button
            size="small"
            onClick={() => {
              const done = run(readImported, { name, field: column.id, values: reading.values })
              if (done.ok) toast(t('wasRead', { column: column.name, count: fitting }))
            }}
          >
            {t('read', { column: column.name })}
          </Button>
        )}
      </span>
    </li>
  )
}
