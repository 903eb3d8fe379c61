'use client'
import { useTranslations } from 'next-intl'
import { startTransition, useDeferredValue, useState } from 'react'
import { SegmentedControl } from '../../ui/SegmentedControl'
import type { AnalysisPartProps } from '../analysis/analysisPart'
import { InfluenceChart } from './InfluenceChart'
import { MeasuresSection, useTableState } from './MeasuresSection'
import { PlacesSection } from './PlacesSection'
import { useLeverageSource } from './useLeverageSource'

const sections = ['table', 'chart', 'places'] as const

/** Where to act: what can be measured of each variable, and what people say of it. */
export function LeveragePanel({ onShow }: AnalysisPartProps) {
  const t = useTranslations('leverage')
  const { source: fresh, searching } = useLeverageSource()
  // Long tables and charts are drawn in slices: whoever draws meanwhile does not wait.
  const source = useDeferredValue(fresh)
  const table = useTableState(source)
  const [section, setSection] = useState<(typeof sections)[number]>('table')
  const isEmpty = source.measures?.variables.length === 0
  return (
    <div className={onShow === undefined ? 'flex min-h-0 flex-1 flex-col' : 'flex flex-col'}>
      <p className="px-4 pb-2 text-second text-muted">{t('honest')}</p>
      <div className="shrink-0 px-4 pb-3">
        <SegmentedControl
          label={t('sections.label')}
          value={section}
          onChange={(next) => startTransition(() => setSection(next))}
          segments={sections.map((value) => ({ value, label: t(`sections.${value}`) }))}
        />
      </div>
      <p role="status" className="sr-only">
        {source.measures === undefined ? t('working') : searching ? t('updating') : ''}
      </p>
      {section === 'places' ? (
        <PlacesSection onShow={onShow} />
      ) : isEmpty ? (
        <p className="px-4 pb-4 text-body text-muted">{t('empty')}</p>
      ) : section === 'table' ? (
        <MeasuresSection source={source} table={table} onShow={onShow} />
      ) : (
        <InfluenceChart source={source} words={table.words} onShow={onShow} />
      )}
    </div>
  )
}
