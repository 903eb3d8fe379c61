'use client'
import { useTranslations } from 'next-intl'
import { Tabs } from 'radix-ui'
import { useWorkspace } from '../../hooks/EditorProvider'
import { useView } from '../../hooks/useMap'
import { analysisPanels, type AnalysisPanel as PanelName } from '../../hooks/workspace'
import { latePart, type LatePart } from '../../ui/latePart'
import type { AnalysisPartProps } from './analysisPart'

const parts: Readonly<Record<PanelName, LatePart<AnalysisPartProps>>> = {
  loops: latePart(async () => (await import('../loops/LoopsPanel')).LoopsPanel),
  leverage: latePart(async () => (await import('../leverage/LeveragePanel')).LeveragePanel),
  paths: latePart(async () => (await import('../paths/PathsPanel')).PathsPanel),
  network: latePart(async () => (await import('../network/NetworkPanel')).NetworkPanel),
  'what-if': latePart(async () => (await import('../whatif/WhatIfPanel')).WhatIfPanel),
}

/** What can be asked of the map: one question at a time, the others a tab away. */
export function AnalysisPanel({ panel, onShow }: { readonly panel: PanelName } & AnalysisPartProps) {
  const t = useTranslations('analysis')
  const workspace = useWorkspace()
  const Part = parts[panel]
  const hasStakeholders = useView(({ elements }) => [...elements.values()].some(({ kind }) => kind === 'stakeholder'))
  return (
    <Tabs.Root
      value={panel}
      onValueChange={(value) => {
        const next = analysisPanels.find((name) => name === value)
        if (next !== undefined) workspace.update({ panel: next, spotlight: undefined, overlay: undefined })
      }}
      className="flex min-h-0 flex-1 flex-col"
    >
      <Tabs.List aria-label={t('questions')} className="mb-2 flex shrink-0 border-b border-hairline px-2">
        {analysisPanels
          .filter((name) => name !== 'network' || hasStakeholders || panel === name)
          .map((name) => (
            <Tabs.Trigger
              key={name}
              value={name}
              className="-mb-px h-9 min-w-0 flex-auto truncate border-b-2 border-transparent px-1.5 text-second text-muted hover:text-ink data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-accent pointer-coarse:h-11"
            >
              {t(`tabs.${name}`)}
            </Tabs.Trigger>
          ))}
      </Tabs.List>
      <Tabs.Content value={panel} className="flex min-h-0 flex-1 flex-col outline-none">
        <Part onShow={onShow} />
      </Tabs.Content>
    </Tabs.Root>
  )
}
