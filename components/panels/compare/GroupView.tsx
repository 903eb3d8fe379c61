'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useMemo, useState, type ReactNode } from 'react'
import { joinMaps } from '../../../lib/analysis/learning/joinMaps'
import { measureAgreement, standings } from '../../../lib/analysis/learning/mapAgreement'
import { defaultLoopBounds } from '../../../lib/analysis/loopSet'
import { TagSwatch } from '../versions/TagSwatch'
import { VersionPicture } from '../versions/VersionPicture'
import { AgreementList } from './AgreementList'
import { CompareFrame } from './CompareFrame'
import { contestedTag, paintAgreement, standingLooks } from './overlay'
import type { ComparedSide } from './sides'

/** Milliseconds for each phase of the search for loops: the page must not stand still. */
const loopTime = 150
/** Loops searched: of more nobody reads. */
const bounds = { ...defaultLoopBounds, maxListed: 500, maxCounted: 20_000 }

/** What several maps have in common. */
export function GroupView({
  sides,
  choice,
}: {
  readonly sides: readonly [ComparedSide, ComparedSide, ...ComparedSide[]]
  readonly choice: ReactNode
}) {
  const t = useTranslations('compare')
  const format = useFormatter()
  const views = useSame(sides.map(({ view }) => view))
  const { joined, agreement, picture } = useMemo(() => {
    const [first, ...others] = views
    if (first === undefined) throw new Error('There is no map.')
    const maps = joinMaps([first, ...others])
    const agreed = measureAgreement(maps, bounds, () => {
      const end = performance.now() + loopTime
      return () => performance.now() > end
    })
    return { joined: maps, agreement: agreed, picture: paintAgreement(maps, agreed) }
  }, [views])
  const { kappa, compared, emergent, isAll } = agreement
  const nameOf = (id: (typeof emergent)[number]['variables'][number]): string =>
    joined.all.elements.get(id)?.label ?? ''
  const { length } = sides
  // As they stand in the picture: what most have, and what a few have.
  const some = String(Math.max(2, Math.floor(length / 2)))
  const tags = { core: String(length), contested: contestedTag, some, unique: '1' }
  const occurring = standings.filter((standing) => agreement.links.some((link) => link.standing === standing))
  return (
    <CompareFrame
      choice={choice}
      pictures={
        <>
          <ul aria-label={t('legend.label')} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-meta">
            {occurring.map((standing) => (
              <li key={standing} className="flex items-center gap-1.5">
                <TagSwatch hue={standingLooks[standing].hue} tag={tags[standing]} />
                {t(`legend.${standing}`)}
              </li>
            ))}
            <li className="basis-full text-muted">{t('legend.numbers')}</li>
          </ul>
          <div className="h-[48dvh] overflow-hidden rounded-card border border-hairline md:h-auto md:min-h-0 md:flex-1">
            <VersionPicture
              view={picture}
              isFree
              label={t('agreementAlt', { count: sides.length })}
              region={t('region')}
            />
          </div>
        </>
      }
    >
      <section className="flex flex-col gap-1.5">
        <h3 className="text-body font-semibold">{t('agreement.title', { count: sides.length })}</h3>
        {Number.isNaN(kappa) ? (
          <p className="text-second">{t('agreement.noKappa')}</p>
        ) : (
          <>
            <p role="status" className="text-second">
              {t('agreement.kappa', { kappa })}
            </p>
            <p className="text-meta text-muted">{t('agreement.kappaName', { count: compared })}</p>
          </>
        )}
        <p className="text-meta text-muted">{t('agreement.notAgainst')}</p>
      </section>
      {standings.map((standing) => (
        <AgreementList
          key={standing}
          standing={standing}
          agreement={agreement}
          labelOf={nameOf}
          lettersOf={(places) => format.list(places.map((place) => sides[place]?.letter ?? ''))}
        />
      ))}
      <section className="flex flex-col gap-1.5">
        <h3 className="text-body font-semibold">{t('agreement.emergent')}</h3>
        <p className="text-meta text-muted">
          {t(`agreement.${emergent.length > 0 ? 'emergentHint' : isAll ? 'noEmergent' : 'noneYet'}`)}
        </p>
        <ul className="flex flex-col gap-1 text-second">
          {emergent.slice(0, 20).map((loop) => (
            <li key={loop.key} className="break-words" dir="auto">
              {loop.variables.map(nameOf).join(' → ')}
            </li>
          ))}
        </ul>
        {isAll ? null : <p className="text-meta text-muted">{t('agreement.partly')}</p>}
      </section>
    </CompareFrame>
  )
}

/** The same list as long as the same things are in it. */
function useSame<One>(list: readonly One[]): readonly One[] {
  const [kept, setKept] = useState(list)
  const isSame = kept.length === list.length && kept.every((one, place) => one === list[place])
  if (!isSame) setKept(list)
  return isSame ? kept : list
}
