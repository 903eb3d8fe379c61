'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useState, type ReactNode } from 'react'
import { compareMaps } from '../../../lib/analysis/compareMaps'
import { alignMap } from '../../../lib/analysis/learning/alignMaps'
import { compareMeasures } from '../../../lib/analysis/learning/compareMeasures'
import { measureLoopDistance } from '../../../lib/analysis/learning/loopDistance'
import { measureDistance } from '../../../lib/analysis/learning/mapDistance'
import { tellChanges } from '../../../lib/analysis/tellChanges'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { ChangeGroups } from '../versions/ChangeGroups'
import { FateLegend } from '../versions/FateLegend'
import { VersionPicture } from '../versions/VersionPicture'
import { CompareFrame } from './CompareFrame'
import { DistanceWords } from './DistanceWords'
import { MoveList } from './MoveList'
import { paintPair } from './overlay'
import type { ComparedSide } from './sides'

/** Milliseconds for the loops of a comparison: the page must not stand still. */
const loopTime = 300

/** What is different between two maps. */
export function PairView({
  first,
  second,
  choice,
}: {
  readonly first: ComparedSide
  readonly second: ComparedSide
  readonly choice: ReactNode
}) {
  const t = useTranslations('compare')
  const [picture, setPicture] = useState<'overlaid' | 'beside'>('overlaid')
  const isOneMap = isMoment(first) && isMoment(second)
  const compared = useMemo(() => {
    const aligned = alignMap(first.view, second.view, isOneMap ? 'id' : undefined)
    const end = performance.now() + loopTime
    const comparison = compareMaps(first.view, aligned.view, { isOver: () => performance.now() > end })
    return {
      by: aligned.by,
      comparison,
      told: tellChanges(first.view, aligned.view, comparison),
      distance: measureDistance(first.view, aligned.view),
      loops: measureLoopDistance(first.view, aligned.view, () => {
        const over = performance.now() + loopTime
        return () => performance.now() > over
      }),
      moves: compareMeasures(first.view, aligned.view).moves,
      labels: aligned.view.elements,
      pictures: paintPair(first.view, aligned, comparison),
    }
  }, [first.view, second.view, isOneMap])
  const { comparison, told, pictures } = compared
  const letters = { first: first.letter, second: second.letter }
  const draw = (side: ComparedSide, view: typeof pictures.first): ReactNode => (
    <figure className="flex min-h-0 min-w-0 flex-1 flex-col">
      <figcaption className="truncate pb-1 text-second font-medium" dir="auto">
        {side.letter} · {side.name}
      </figcaption>
      <div className="h-[42dvh] rounded-card border border-hairline md:h-auto md:flex-1">
        <VersionPicture
          view={view}
          isFree
          label={t('sideAlt', { letter: side.letter, name: side.name })}
          region={t('region')}
        />
      </div>
    </figure>
  )
  return (
    <CompareFrame
      choice={choice}
      pictures={
        <>
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <SegmentedControl
              label={t('picture')}
              value={picture}
              onChange={setPicture}
              segments={[
                { value: 'overlaid', label: t('overlaid') },
                { value: 'beside', label: t('beside') },
              ]}
            />
            <FateLegend
              label={t('legend.label')}
              words={{
                added: t('legend.added', letters),
                removed: t('legend.removed', letters),
                changed: t('legend.changed'),
              }}
            />
          </div>
          {picture === 'overlaid' ? (
            <div className="h-[48dvh] overflow-hidden rounded-card border border-hairline md:h-auto md:min-h-0 md:flex-1">
              <VersionPicture view={pictures.overlaid} isFree label={t('overlaidAlt', letters)} region={t('region')} />
            </div>
          ) : (
            <div className="flex flex-col gap-3 md:min-h-0 md:flex-1 md:flex-row">
              {draw(first, pictures.first)}
              {draw(second, pictures.second)}
            </div>
          )}
        </>
      }
    >
      <DistanceWords distance={compared.distance} loops={compared.loops} by={compared.by} />
      <section className="flex flex-col gap-2">
        <h3 className="text-body font-semibold">{t('changes.title', letters)}</h3>
        {told.length === 0 ? (
          <p className="text-second">{t('changes.same')}</p>
        ) : (
          <p className="text-meta text-muted">{t('changes.titleHint', letters)}</p>
        )}
        <ChangeGroups told={told} loops={comparison.loops} heading="h4" />
      </section>
      <MoveList moves={compared.moves} elements={compared.labels} letters={letters} />
    </CompareFrame>
  )
}

/** A moment of the map that is open: ids mean the same in all of them. */
function isMoment({ key }: ComparedSide): boolean {
  return key === 'now' || key.startsWith('version:')
}
