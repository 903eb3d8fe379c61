'use client'
import { useTranslations } from 'next-intl'
import type { MapElement } from '../../lib/model/element'
import type { RoundKindName } from '../../lib/practice/round'
import { useWorkspace } from '../hooks/EditorProvider'
import { useRoundRights } from '../hooks/useRounds'
import type { MenuEntry } from '../ui/menuEntry'

/** Kinds that ask about elements: those that ask about nothing else first. */
export const kindsOfElements = [
  'challenge',
  'pulse',
  'dots',
  'scale',
  'point',
] as const satisfies readonly RoundKindName[]

/** Kinds that make sense of these: dots are spread over several, and power and interest are those of stakeholders. */
export function listAskKinds(elements: readonly Pick<MapElement, 'kind'>[]): readonly RoundKindName[] {
  return kindsOfElements.filter(
    (kind) =>
      (kind !== 'dots' || elements.length > 1) &&
      (kind !== 'point' || elements.every((element) => element.kind === 'stakeholder')),
  )
}

/** The row of a menu from which those who run the meeting ask the group about what is selected; none for others. */
export function useAskEntries(elements: readonly MapElement[]): readonly MenuEntry[] {
  const t = useTranslations('rounds')
  const workspace = useWorkspace()
  const { mayRun } = useRoundRights()
  if (!mayRun || elements.length === 0) return []
  return [
    {
      kind: 'submenu',
      id: 'ask',
      label: t('ask.aboutThese'),
      entries: listAskKinds(elements).map((kind) => ({
        kind: 'action',
        id: `ask-${kind}`,
        label: t(`kinds.${kind}`),
        onSelect: () => workspace.update({ dialog: 'ask', again: undefined, asking: kind }),
      })),
    },
  ]
}
