'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useMemo } from 'react'
import type { RoundKindName } from '../../lib/practice/round'
import { useSectorChoices, useSectorName } from '../hooks/useSectors'
import type { AskDraft } from './askDraft'
import type { KindWords } from './askKinds'

/** Words that a round is set up with, in the page's language, and the sectors of this map. */
export function useKindWords(): KindWords {
  const t = useTranslations('rounds.ask')
  const tSets = useTranslations('surveys.sets')
  const choices = useSectorChoices()
  const nameOf = useSectorName()
  return useMemo(
    () => ({
      power: t('power'),
      interest: t('interest'),
      saySet: (set, place) => tSets(`${set}.${place}` as never),
      sectors: choices.map((id) => ({ id, name: nameOf(id) })),
    }),
    [t, tSets, choices, nameOf],
  )
}

/** What a kind is mostly asked with; of a set of questions the words of the set that the draft is at. */
export function useUsualQuestion(draft: Pick<AskDraft, 'set'> | undefined): (kind: RoundKindName) => string {
  const t = useTranslations('rounds.ask')
  const tSets = useTranslations('surveys.sets')
  const set = draft === undefined || draft.set === 'own' ? 'collectiveImpact' : draft.set
  return useCallback((kind) => (kind === 'survey' ? tSets(`${set}.question`) : t(`example.${kind}`)), [t, tSets, set])
}
