'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { RenderTexts } from '../../../lib/render/texts'

/** The words that a picture itself says, in the page's language. */
export function useRenderTexts(): RenderTexts {
  const t = useTranslations('panels.picture')
  const tSectors = useTranslations('panels.sectors')
  const tStances = useTranslations('panels.inspector.stances')
  const tLeverage = useTranslations('leverage')
  const tTies = useTranslations('panels.inspector.tieTypes')
  const tHolds = useTranslations('holds')
  const tMarks = useTranslations('archetypes.marks')
  const tClaims = useTranslations('claims')
  return useMemo(
    () => ({
      untitled: t('untitled'),
      describe: (elements, links) => t('describe', { elements, links }),
      signs: { '+': t('plus'), '-': t('minus'), '?': t('open') },
      signWords: { '+': t('more'), '-': t('less'), '?': '?' },
      delay: t('delayed'),
      marks: { symptom: tMarks('symptom'), goal: tMarks('goal'), result: tMarks('result') },
      contested: tClaims('legend'),
      chosen: tLeverage('chosen'),
      ties: {
        authority: tTies('authority'),
        money: tTies('money'),
        information: tTies('information'),
        collaboration: tTies('collaboration'),
        conflict: tTies('conflict'),
        influence: tTies('influence'),
      },
      loops: { reinforcing: t('reinforcing'), balancing: t('balancing'), undetermined: t('undetermined') },
      relation: t('relation'),
      holds: {
        'can-move': tHolds('legend.can-move'),
        'affected-by': tHolds('legend.affected-by'),
        decides: tHolds('legend.decides'),
        measures: tHolds('legend.measures'),
      },
      contribution: t('contribution'),
      effects: { rise: t('effects.rise'), fall: t('effects.fall'), hold: t('effects.hold') },
      sectors: {
        government: tSectors('government'),
        health: tSectors('health'),
        community: tSectors('community'),
        business: tSectors('business'),
        research: tSectors('research'),
        funder: tSectors('funder'),
        media: tSectors('media'),
        other: tSectors('other'),
      },
      stances: {
        supports: tStances('supports'),
        neutral: tStances('neutral'),
        opposes: tStances('opposes'),
        mixed: tStances('mixed'),
      },
    }),
    [t, tSectors, tStances, tTies, tHolds, tLeverage, tMarks, tClaims],
  )
}
