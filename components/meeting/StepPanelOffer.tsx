'use client'
import { PanelTopOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Step } from '../../lib/practice/agenda'
import { useWorkspace } from '../hooks/EditorProvider'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { openStepPanel, useStepPanelName } from './stepPanel'

/** Opens what the step opens, by one press; nothing where it opens nothing that this page has. */
export function StepPanelOffer({ step, brief = false }: { readonly step: Step; readonly brief?: boolean }) {
  const t = useTranslations('agenda.steps')
  const workspace = useWorkspace()
  const name = useStepPanelName()(step.panel)
  if (name === undefined) return null
  const label = t('openPanel', { name })
  const open = (): void => openStepPanel(workspace, step.panel)
  return brief ? (
    <IconButton label={label} size="small" onClick={open}>
      <PanelTopOpen size={18} aria-hidden />
    </IconButton>
  ) : (
    <Button size="small" icon={<PanelTopOpen size={16} aria-hidden />} onClick={open}>
      {label}
    </Button>
  )
}
