'use client'
import { useTranslations } from 'next-intl'
import { partReport } from '../../lib/formats/report'
import { ColumnLines, type ColumnLine } from './ColumnLines'
import { ReportLines, type ReportLine } from './ReportLines'

export interface ImportReportProps {
  /** As a reader of files gives it, here or on the server. */
  readonly report: {
    readonly read: Readonly<Record<string, number>>
    readonly notCarried: readonly ReportLine[]
    readonly columns?: readonly ColumnLine[] | undefined
  }
  /** The losses stand there at once, where there is nothing else to see. */
  readonly open?: boolean
}

/** What came out of a file: what could not be carried over, and what came over but is worth a look, each with its reason. */
export function ImportReport({ report, open = false }: ImportReportProps) {
  const t = useTranslations('formats.report')
  const { read, notCarried, columns = [] } = report
  const { losses, remarks, kept } = partReport(notCarried, columns)
  return (
    <div className="flex flex-col gap-2">
      <p className="text-body font-medium">
        {t('read', { elements: read['elements'] ?? 0, links: read['links'] ?? 0, rounds: read['rounds'] ?? 0 })}
      </p>
      <ColumnLines columns={columns} open={open} />
      <ReportLines title={t('notCarried', { count: losses.length })} lines={losses} open={open} />
      <ReportLines title={t('remarks', { count: remarks.length })} lines={remarks} open={open} />
      <ReportLines title={t('kept', { count: kept.length })} lines={kept} open={open} />
    </div>
  )
}
