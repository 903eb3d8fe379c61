'use client'
import { useTranslations } from 'next-intl'
import type { ElementReading } from '../../lib/formats/readAs'
import { SegmentedControl } from '../ui/SegmentedControl'
import type { ImportReportProps } from './ImportReport'

/**
 * Says what the elements of a file are where the file does not, and lets people say otherwise: then it is read again.
 * Nothing where the file says it itself.
 */
export function ReadAsChoice({
  report: { read, notCarried },
  as,
  onChange,
}: {
  readonly report: ImportReportProps['report']
  /** What they were asked to be read as, if they were. */
  readonly as: ElementReading | undefined
  readonly onChange: (as: ElementReading) => void
}) {
  const t = useTranslations('formats.readAs')
  if (as === undefined && !notCarried.some(({ code }) => code === 'kind-guessed')) return null
  const guess = (read['stakeholders'] ?? 0) > (read['variables'] ?? 0) ? 'stakeholders' : 'variables'
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-second font-medium">{t(as === undefined ? 'guessed' : 'said')}</p>
      <SegmentedControl
        label={t('label')}
        value={as ?? guess}
        onChange={onChange}
        segments={[
          { value: 'variables', label: t('variables') },
          { value: 'stakeholders', label: t('stakeholders') },
        ]}
      />
    </div>
  )
}
