'use client'
import { useTranslations } from 'next-intl'
import { surveySetKeys } from '../../../lib/practice/surveySets'
import { practicesHelp } from '../../help/practices'
import { useWorkspace } from '../../hooks/EditorProvider'
import { useRoundRights } from '../../hooks/useRounds'
import { practicePanels } from '../../hooks/workspace'
import type { MenuEntry } from '../../ui/menuEntry'

/**
 * The practices in a menu: those that keep something on the map, then those that ask the group, compare maps or lead
 * through a meeting, and where all of them are explained. Questions are offered to those who may ask.
 */
export function usePracticeEntries(): readonly MenuEntry[] {
  const t = useTranslations('practices')
  const tKinds = useTranslations('rounds.kinds')
  const tSets = useTranslations('surveys.sets')
  const workspace = useWorkspace()
  const { mayRun } = useRoundRights()
  const asks: readonly MenuEntry[] = [
    {
      ...{ kind: 'action', id: 'ask-challenge', label: tKinds('challenge') },
      onSelect: () => workspace.update({ dialog: 'ask', again: undefined, asking: 'challenge' }),
    },
    ...surveySetKeys.map((set): MenuEntry => ({
      ...{ kind: 'action', id: `ask-${set}`, label: tSets(`${set}.name`) },
      onSelect: () => workspace.update({ dialog: 'ask', again: undefined, asking: set }),
    })),
  ]
  return [
    ...practicePanels.map((panel): MenuEntry => ({
      ...{ kind: 'action', id: panel, label: t(`panels.${panel}.title`) },
      // Later, so that the menu has given the focus back before the panel takes it.
      onSelect: () => setTimeout(() => workspace.update({ panel }), 50),
    })),
    { kind: 'separator', id: 'after-panels' },
    ...(mayRun ? asks : []),
    {
      ...{ kind: 'action', id: 'agendas', label: t('menu.agendas') },
      onSelect: () => setTimeout(() => workspace.update({ panel: 'agenda' }), 50),
    },
    {
      ...{ kind: 'action', id: 'learning', label: t('menu.learning') },
      onSelect: () => workspace.openDialog('compare'),
    },
    { kind: 'separator', id: 'after-practices' },
    {
      ...{ kind: 'action', id: 'help', label: t('menu.help') },
      onSelect: () => window.open(practicesHelp, '_blank', 'noreferrer'),
    },
  ]
}
