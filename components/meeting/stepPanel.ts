import { useTranslations } from 'next-intl'
import { stepPanels, type StepPanel } from '../../lib/practice/stepPanels'
import type { Workspace } from '../hooks/createWorkspace'
import {
  analysisPanels,
  practicePanels,
  tieSections,
  type AnalysisPanel,
  type PracticePanel,
  type TieSection,
} from '../hooks/workspace'

/** Where a step's panel is on this page. */
type PanelPlace =
  | { readonly kind: 'analysis'; readonly panel: AnalysisPanel; readonly section?: TieSection | undefined }
  | { readonly kind: 'practice'; readonly panel: PracticePanel }
  | { readonly kind: 'inventory'; readonly panel: 'inventory' }
  | { readonly kind: 'dialog'; readonly dialog: 'compare' | 'question' }

/** Where what a step opens is found; undefined for what this page does not have. */
export function placeOfPanel(name: string | undefined): PanelPlace | undefined {
  const known: StepPanel | undefined = stepPanels.find((one) => one === name)
  if (known === undefined) return undefined
  if (known === 'compare' || known === 'question') return { kind: 'dialog', dialog: known }
  if (known === 'inventory') return { kind: 'inventory', panel: 'inventory' }
  const [first, part] = known.split(':')
  const analysis = analysisPanels.find((one) => one === first)
  if (analysis !== undefined) {
    return { kind: 'analysis', panel: analysis, section: tieSections.find((one) => one === part) }
  }
  const practice = practicePanels.find((one) => one === first)
  return practice === undefined ? undefined : { kind: 'practice', panel: practice }
}

/**
 * Opens what the meeting's step opens, in place of what the step before opened by itself.
 * @param before what that was, and is told by this
 * @returns what is open by the step alone; undefined where it was open already, or nothing is
 */
export function changeStepPanel(
  workspace: Workspace,
  before: string | undefined,
  name: string | undefined,
): string | undefined {
  const [old, next] = [panelOf(before), panelOf(name)]
  const { panel } = workspace.get()
  if (old !== undefined && old === panel && old !== next) workspace.closePanel()
  openStepPanel(workspace, name)
  return next === undefined || (panel === next && old !== next) ? undefined : name
}

function panelOf(name: string | undefined): AnalysisPanel | PracticePanel | 'inventory' | undefined {
  const place = placeOfPanel(name)
  return place === undefined || place.kind === 'dialog' ? undefined : place.panel
}

/** Opens what a step opens, if this page has it. */
export function openStepPanel(workspace: Workspace, name: string | undefined): void {
  const place = placeOfPanel(name)
  if (place === undefined) return
  if (place.kind === 'dialog') {
    workspace.openDialog(place.dialog === 'compare' ? 'compare-start' : place.dialog)
    return
  }
  const isOpen = workspace.get().panel === place.panel
  const { section } = place.kind === 'analysis' ? place : {}
  if (section !== undefined) workspace.update({ tieSection: section })
  if (!isOpen) workspace.togglePanel(place.panel)
  // Who is asked about is marked on the map.
  if (place.kind === 'inventory') workspace.update({ view: 'map' })
}

/** What a step opens, as it is called on the screen; undefined for what this page does not have. */
export function useStepPanelName(): (name: string | undefined) => string | undefined {
  const tTabs = useTranslations('analysis.tabs')
  const tTies = useTranslations('network.actions')
  const tInventory = useTranslations('inventory')
  const tPractices = useTranslations('practices.panels')
  const tCompare = useTranslations('compare')
  const tQuestion = useTranslations('panels.question')
  return (name) => {
    const place = placeOfPanel(name)
    switch (place?.kind) {
      case 'analysis':
        return place.section === undefined ? tTabs(place.panel) : tTies(`${place.section}.name`)
      case 'practice':
        return tPractices(`${place.panel}.title`)
      case 'inventory':
        return tInventory('title')
      case 'dialog':
        return place.dialog === 'compare' ? tCompare('title') : tQuestion('title')
      case undefined:
        return undefined
    }
  }
}
