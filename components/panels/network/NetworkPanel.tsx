'use client'
import { ListChecks } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import { useNetwork } from '../../hooks/useNetwork'
import { tieSections } from '../../hooks/workspace'
import { Button } from '../../ui/Button'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { Spinner } from '../../ui/Spinner'
import type { AnalysisPartProps } from '../analysis/analysisPart'
import { HoldsSection } from '../holds/HoldsSection'
import { ActorsSection } from './ActorsSection'
import { BridgingSection } from './BridgingSection'
import { TieBaseLine } from './TieBaseLine'
import { WholeSection } from './WholeSection'

/** What the ties between stakeholders tell: which are missing, who stands where, and how the whole holds together. */
export function NetworkPanel({ onShow }: AnalysisPartProps) {
  const t = useTranslations('network')
  const section = useWorkspaceState((state) => state.tieSection)
  const { answer, searching } = useNetwork()
  const tInventory = useTranslations('inventory')
  const workspace = useWorkspace()
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-2 px-4 pb-3">
        <SegmentedControl
          label={t('section')}
          value={section}
          onChange={(tieSection) => workspace.update({ tieSection })}
          className="flex-1"
          segments={tieSections.map((value) => ({ value, label: t(`sections.${value}`) }))}
        />
        {searching ? <Spinner size={16} /> : null}
      </div>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-4 pb-4">
        {section === 'holds' ? null : (
          <Button
            size="small"
            className="mb-3 self-start"
            icon={<ListChecks size={16} aria-hidden />}
            onClick={() =>
              workspace.update({ panel: 'inventory', view: 'map', spotlight: undefined, overlay: undefined })
            }
          >
            {tInventory('open')}
          </Button>
        )}
        {section === 'holds' || answer === undefined || answer.whole.arcs === 0 ? null : (
          <TieBaseLine whole={answer.whole} />
        )}
        {section === 'holds' ? (
          <HoldsSection onShow={onShow} />
        ) : answer === undefined ? (
          <p className="text-body text-muted">{t('searching')}</p>
        ) : answer.whole.arcs === 0 ? (
          <p className="text-body text-muted">{t('noTies')}</p>
        ) : section === 'bridging' ? (
          <BridgingSection whole={answer.whole} actors={answer.actors} onShow={onShow} />
        ) : section === 'actors' ? (
          <ActorsSection actors={answer.actors} onShow={onShow} />
        ) : (
          <WholeSection whole={answer.whole} />
        )}
      </div>
    </div>
  )
}
