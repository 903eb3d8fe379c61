'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { adoptField, listImportedColumns } from '../../../lib/commands/adoptField'
import { useView } from '../../hooks/useMap'
import { useRun } from '../../hooks/useRun'
import { Button } from '../../ui/Button'

/** What an import kept under names that Weft does not know: each can become a field of the map, and so a column. */
export function ImportedColumns() {
  const t = useTranslations('fields.imported')
  const run = useRun()
  const view = useView()
  const columns = listImportedColumns(view)
  if (columns.length === 0) return null
  return (
    <section aria-label={t('title')} className="mt-1 flex flex-col gap-1 border-t border-hairline pt-2">
      <h3 className="text-second font-medium">{t('title')}</h3>
      <p className="text-meta text-muted">{t('hint')}</p>
      <ul className="flex flex-col">
        {columns.map(({ name, count }) => (
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
        ))}
      </ul>
    </section>
  )
}
