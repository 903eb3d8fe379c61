'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useWorkspace } from '../../hooks/EditorProvider'
import { latePart } from '../../ui/latePart'
import { SegmentedControl } from '../../ui/SegmentedControl'
import type { AnalysisPartProps } from '../analysis/analysisPart'
import { PushPart } from './push/PushPart'

// Charts and sliders are not needed to push a variable.
const ScenariosPart = latePart(async () => (await import('./scenarios/ScenariosPart')).ScenariosPart)

const parts = ['push', 'scenarios'] as const
type Part = (typeof parts)[number]

/** Which part was looked at last, on this page: a panel that gave way to the map comes back as it was. */
let lastPart: Part = 'push'

/** What if: a push that one watches, and scenarios that one compares. */
export function WhatIfPanel({ onShow }: AnalysisPartProps) {
  const t = useTranslations('whatif')
  const workspace = useWorkspace()
  const [part, setPart] = useState(lastPart)
  const choose = (next: Part): void => {
    lastPart = next
    setPart(next)
    workspace.update({ overlay: undefined })
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="shrink-0 px-4 pb-3">
        <SegmentedControl
          label={t('parts')}
          value={part}
          onChange={choose}
          segments={parts.map((value) => ({ value, label: t(`part.${value}`) }))}
        />
      </div>
      {part === 'push' ? <PushPart onShow={onShow} /> : <ScenariosPart onShow={onShow} />}
    </div>
  )
}
