'use client'
import { useTranslations } from 'next-intl'
import { isSameJson } from '../../../lib/base/json'
import { useView } from '../../hooks/useMap'
import type { NetworkAnswer } from '../../hooks/useNetwork'
import { countTies } from './tieBase'

/** How many ties there are and how they are counted: the same above every question about them. */
export function TieBaseLine({ whole }: { readonly whole: NetworkAnswer['whole'] }) {
  const t = useTranslations('network')
  const { ties, conflicts, pairs } = useView(countTies, isSameBase)
  return (
    <p className="mb-3 text-second text-muted">
      {t('counted', { actors: whole.actors, arcs: whole.arcs, ties, conflicts, pairs })}
      {whole.reachedPairs < (whole.actors * (whole.actors - 1)) / 2 ? ` ${t('inPieces')}` : ''}
      {whole.selfTies > 0 ? ` ${t('selfTies', { count: whole.selfTies })}` : ''}
    </p>
  )
}

function isSameBase(one: ReturnType<typeof countTies>, other: ReturnType<typeof countTies>): boolean {
  return isSameJson({ ...one }, { ...other })
}
