'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useNetwork } from '../../hooks/useNetwork'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { Spinner } from '../../ui/Spinner'
import type { AnalysisPartProps } from '../analysis/analysisPart'
import { ActorsSection } from './ActorsSection'
import { BridgingSection } from './BridgingSection'
import { WholeSection } from './WholeSection'

const sections = ['bridging', 'actors', 'whole'] as const
type Section = (typeof sections)[number]

/** What the ties between stakeholders tell: which are missing, who stands where, and how the whole holds together. */
export function NetworkPanel({ onShow }: AnalysisPartProps) {
  const t = useTranslations('network')
  const [section, setSection] = useState<Section>('bridging')
  const { answer, searching } = useNetwork()
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-2 px-4 pb-3">
        <SegmentedControl
          label={t('section')}
          value={section}
          onChange={setSection}
          className="flex-1"
          segments={sections.map((value) => ({ value, label: t(`sections.${value}`) }))}
        />
        {searching ? <Spinner size={16} /> : null}
      </div>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-4 pb-4">
        {answer === undefined ? (
          <p className="text-body text-muted">{t('searching')}</p>
        ) : answer.whole.arcs === 0 ? (
          <p className="text-body text-muted">{t('noTies')}</p>
        ) : section === 'bridging' ? (
          <BridgingSection whole={answer.whole} onShow={onShow} />
        ) : section === 'actors' ? (
          <ActorsSection actors={answer.actors} onShow={onShow} />
        ) : (
          <WholeSection whole={answer.whole} />
        )}
      </div>
    </div>
  )
}
