'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { MatchBy } from '../../../lib/analysis/learning/alignMaps'
import type { LoopDistance } from '../../../lib/analysis/learning/loopDistance'
import type { MapDistance } from '../../../lib/analysis/learning/mapDistance'

const most = ({ shared, onlyFirst, onlySecond }: MapDistance['links']): number => shared + onlyFirst + onlySecond

/** How far two maps are from each other, in plain words with the figure. */
export function DistanceWords({
  distance,
  loops,
  by,
}: {
  readonly distance: MapDistance
  readonly loops: LoopDistance
  readonly by: MatchBy
}) {
  const t = useTranslations('compare.distance')
  const format = useFormatter()
  const { elements, links, signs, ratio, elementRatio } = distance
  const figure = (number: number): string => format.number(number, { maximumSignificantDigits: 2 })
  const loopCount = loops.matched.length * 2 + loops.onlyFirst.length + loops.onlySecond.length
  const both = signs.same + signs.opposite + signs.open
  const hundredths = ratio === 0 ? 'none' : ratio < 0.01 ? 'few' : String(Math.round(ratio * 100))
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="text-body font-semibold">{t('title')}</h3>
      <p role="status" className="text-second">
        {t('shared', {
          ...{ elements: elements.shared, allElements: most(elements) },
          ...{ links: links.shared, allLinks: most(links) },
        })}{' '}
        {both === 0 ? '' : t('signs', { ...signs })}
      </p>
      {Number.isNaN(ratio) ? (
        <p className="text-second text-muted">{t('undefined')}</p>
      ) : (
        <>
          <p className="text-second">{t('ratio', { hundredths })}</p>
          <p className="text-meta text-muted">
            {t('figure', { ratio: figure(ratio), elementRatio: figure(elementRatio) })}
          </p>
        </>
      )}
      {loopCount === 0 ? null : (
        <>
          <p className="text-second">
            {t('loops', {
              matched: loops.matched.length,
              same: loops.matched.filter((pair) => pair.ratio === 0).length,
              ...{ first: loops.onlyFirst.length, second: loops.onlySecond.length },
            })}
          </p>
          <p className="text-meta text-muted">
            {t('loopFigure', { ratio: figure(loops.ratio), all: loops.isAll ? 'yes' : 'no' })}
          </p>
        </>
      )}
      <p className="text-meta text-muted">{t('matched', { by })}</p>
    </section>
  )
}
