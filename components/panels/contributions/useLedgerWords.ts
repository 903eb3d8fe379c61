'use client'
import { useTranslations } from 'next-intl'
import { stateOf, type Aim, type Contribution } from '../../../lib/analysis/contributions'
import { isOverdue } from '../../../lib/analysis/overdue'
import type { ElementId } from '../../../lib/base/ids'
import { useView } from '../../hooks/useMap'
import { useDay } from './useDay'

/** What a line of the ledger says, in words. */
export function useLedgerWords() {
  const t = useTranslations('contributions')
  const tName = useTranslations('panels.inspector')
  const elements = useView((view) => view.elements)
  const { today, sayDay } = useDay()
  const nameOf = (id: ElementId): string => {
    const label = elements.get(id)?.label ?? ''
    return label === '' ? tName('unnamed') : label
  }
  const sayAim = ({ target, effect }: Aim): string =>
    t('ledger.aim', { name: nameOf(target), effect: effect ?? 'none' })
  const sayBy = ({ by }: Contribution): string => by.map(nameOf).join(', ')
  const sayAims = ({ aims }: Contribution): string => aims.map(sayAim).join(', ')
  const sayAct = ({ action }: Contribution): string => (action.act === undefined ? '' : t(`act.words.${action.act}`))
  return {
    nameOf,
    today,
    isLate: ({ action }: Contribution): boolean => isOverdue(action, today),
    sayBy,
    sayAims,
    sayAct,
    sayState: (one: Contribution): string => t(`state.words.${stateOf(one)}`),
    /** In lines: what, by whom, what for. */
    tell: (one: Contribution): readonly string[] => {
      const [act, by, aims] = [sayAct(one), sayBy(one), sayAims(one)]
      return [
        ...(act === '' ? [] : [t('ledger.act', { act })]),
        by === '' ? t('ledger.byNobody') : t('ledger.by', { names: by }),
        ...(aims === '' ? [] : [t('ledger.for', { names: aims })]),
      ]
    },
    sayDue: ({ action }: Contribution): string => {
      if (action.due === undefined) return ''
      return t('ledger.due', { day: sayDay(action.due), late: isOverdue(action, today) ? 'yes' : 'no' })
    },
  }
}

export type LedgerWords = ReturnType<typeof useLedgerWords>
