'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { MeasureMove } from '../../../lib/analysis/learning/compareMeasures'
import type { MapView } from '../../../lib/model/mapView'
import { Button } from '../../ui/Button'

/** Sentences that are shown until somebody asks for all. */
const firstShown = 6

/** What measures differ by, the largest difference first, in words. */
export function MoveList({
  moves,
  elements,
  letters,
}: {
  readonly moves: readonly MeasureMove[]
  readonly elements: MapView['elements']
  readonly letters: { readonly first: string; readonly second: string }
}) {
  const t = useTranslations('compare.moves')
  const tChanges = useTranslations('versions.changes')
  const [isAll, setAll] = useState(false)
  if (moves.length === 0) return null
  const say = ({ id, measure, before, after }: MeasureMove): string => {
    const label = elements.get(id)?.label ?? ''
    const name = label === '' ? t('unnamed') : tChanges('quoted', { name: label })
    const per = measure === 'between' ? 100 : 1
    return t(measure, { name, before: before * per, after: after * per, ...letters })
  }
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-body font-semibold">{t('title')}</h3>
      <p className="text-meta text-muted">{t('hint')}</p>
      <ul className="flex flex-col gap-1 text-second">
        {moves.slice(0, isAll ? moves.length : firstShown).map((move) => (
          <li key={`${move.id} ${move.measure}`} className="break-words" dir="auto">
            {say(move)}
          </li>
        ))}
      </ul>
      {isAll || moves.length <= firstShown ? null : (
        <Button size="small" variant="quiet" className="self-start" onClick={() => setAll(true)}>
          {t('more', { count: moves.length })}
        </Button>
      )}
    </section>
  )
}
