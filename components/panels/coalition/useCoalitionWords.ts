'use client'
import { useTranslations } from 'next-intl'
import type { CoalitionMember } from '../../../lib/analysis/coalition'
import type { ElementId } from '../../../lib/base/ids'
import { memberRoles, type MemberState } from '../../../lib/model/practice/coalition'
import { useView } from '../../hooks/useMap'
import { useSectorName } from '../../hooks/useSectors'
import { useDay } from '../contributions/useDay'
import { foldText } from '../searchMap'

/** Stand before the word, so that colour is not needed. */
export const stateMarks: Readonly<Record<MemberState, string>> = {
  in: '✓',
  asked: '…',
  'to-ask': '+',
  'not-now': '✗',
}

/** What is said of members, in words. */
export function useCoalitionWords() {
  const t = useTranslations('coalition')
  const tName = useTranslations('panels.inspector')
  const elements = useView((view) => view.elements)
  const sectorName = useSectorName()
  const { sayDay } = useDay()
  const nameOf = (id: ElementId): string => {
    const label = elements.get(id)?.label ?? ''
    return label === '' ? tName('unnamed') : label
  }
  const known = memberRoles.map((role) => {
    const name = t(`roles.${role}.name`)
    return { role, name, words: t('roleAbout', { name, about: t(`roles.${role}.about`) }) }
  })
  return {
    nameOf,
    namesOf: (ids: readonly ElementId[]): string => ids.map(nameOf).join(', '),
    sectorName,
    /** The sector's name; '' for nobody's. */
    sectorOf: (id: ElementId): string => {
      const element = elements.get(id)
      return element?.kind === 'stakeholder' && element.sector !== undefined ? sectorName(element.sector) : ''
    },
    /** What somebody does of the map, and by which day. */
    sayContribution: ({ id, due }: CoalitionMember['contributions'][number]): string =>
      t('members.contribution', {
        ...{ name: nameOf(id), has: due === undefined ? 'no' : 'yes' },
        day: due === undefined ? '' : sayDay(due),
      }),
    sayState: (state: MemberState): string => t(`states.${state}`),
    sayRole: (role: string): string => known.find((one) => one.role === role)?.name ?? role,
    /** What is kept of a role that was typed: the key of one that is offered, or people's own words. */
    readRole: (typed: string): string => {
      const folded = foldText(typed)
      return (
        known.find(({ name, words }) => [name, words].some((one) => foldText(one) === folded))?.role ?? typed.trim()
      )
    },
    /** Those that are offered: what stands in the field, and what it means. */
    roles: known.map(({ name, words }) => ({ name, words })),
  }
}

export type CoalitionWords = ReturnType<typeof useCoalitionWords>
