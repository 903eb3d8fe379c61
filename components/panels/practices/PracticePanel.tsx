'use client'
import { AboutPractice } from '../../help/AboutPractice'
import { practiceOfPanel } from '../../help/practices'
import type { PracticePanel as PanelName } from '../../hooks/workspace'
import { latePart, type LatePart } from '../../ui/latePart'

export interface PracticePartProps {
  /** Called once something of it is shown on the map, where the panel covers the map. */
  readonly onShow?: (() => void) | undefined
}

const parts: Readonly<Record<PanelName, LatePart<PracticePartProps>>> = {
  contributions: latePart(async () => (await import('../contributions/ContributionsPanel')).ContributionsPanel),
  experiments: latePart(async () => (await import('../experiments/ExperimentsPanel')).ExperimentsPanel),
  coalition: latePart(async () => (await import('../coalition/CoalitionPanel')).CoalitionPanel),
  results: latePart(async () => (await import('../results/ResultsPanel')).ResultsPanel),
  pulse: latePart(async () => (await import('../going/PulsePanel')).PulsePanel),
}

/** What one practice keeps on the map, with the way to where it is explained. */
export function PracticePanel({ panel, onShow }: { readonly panel: PanelName } & PracticePartProps) {
  const Part = parts[panel]
  return (
    <>
      <Part onShow={onShow} />
      <footer className="flex shrink-0 border-t border-hairline px-4 py-2">
        <AboutPractice practice={practiceOfPanel[panel]} />
      </footer>
    </>
  )
}
