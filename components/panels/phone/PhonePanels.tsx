'use client'
import { useTranslations } from 'next-intl'
import { useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import { latePart } from '../../ui/latePart'
import { Sheet } from '../../ui/Sheet'
import { FindPanel } from '../FindPanel'
import { IssuesPanel } from '../IssuesPanel'

const LoopsPanel = latePart(async () => (await import('../loops/LoopsPanel')).LoopsPanel)
const Outline = latePart(async () => (await import('../../outline/Outline')).Outline)

/** Find, outline and faults, over the whole screen. */
export function PhonePanels() {
  const t = useTranslations('panels')
  const workspace = useWorkspace()
  const panel = useWorkspaceState((state) => state.panel)
  if (panel === undefined || panel === 'people') return null
  const close = (): void => workspace.update({ panel: undefined, spotlight: undefined })
  return (
    <Sheet open modal height="full" title={t(`${panel}.title`)} onOpenChange={(open) => (open ? undefined : close())}>
      <div className="-mx-4 flex h-full flex-col">
        {panel === 'find' ? <FindPanel onDone={close} /> : null}
        {panel === 'loops' ? <LoopsPanel onShow={close} /> : null}
        {panel === 'outline' ? <Outline onShow={close} /> : null}
        {panel === 'issues' ? <IssuesPanel /> : null}
      </div>
    </Sheet>
  )
}
