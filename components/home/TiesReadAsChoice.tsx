'use client'
import { useTranslations } from 'next-intl'
import { tieReadings, type TieReading } from '../../lib/formats/readAs'
import { SegmentedControl } from '../ui/SegmentedControl'
import type { ImportReportProps } from './ImportReport'

/**
 * Says which way ties were read as going of which neither the file nor their kind says one, and lets people say otherwise:
 * then the file is read again. Nothing where there are none.
 */
export function TiesReadAsChoice({
  report: { notCarried },
  ties,
  onChange,
}: {
  readonly report: ImportReportProps['report']
  /** As what they were asked to be read, if they were. */
  readonly ties: TieReading | undefined
  readonly onChange: (ties: TieReading) => void
}) {
  const t = useTranslations('formats.tiesReadAs')
  const guessed = notCarried.find(({ code }) => code === 'way-guessed')
  if (ties === undefined && guessed === undefined) return null
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-second font-medium">
        {ties === undefined ? t('guessed', { count: guessed?.count ?? 0 }) : t('said')}
      </p>
      <SegmentedControl
        label={t('label')}
        value={ties ?? 'one-way'}
        onChange={onChange}
        segments={tieReadings.map((value) => ({ value, label: t(value) }))}
      />
    </div>
  )
}
