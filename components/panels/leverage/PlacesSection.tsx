'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useView } from '../../hooks/useMap'
import { NameChip } from './FieldLists'
import { profilePlaces } from './placesProfile'
import { useVariableActs } from './useVariableActs'

/** How the tags that people set spread over Meadows' twelve places. */
export function PlacesSection({ onShow }: { readonly onShow: (() => void) | undefined }) {
  const t = useTranslations('leverage.places')
  const elements = useView((view) => view.elements)
  const acts = useVariableActs(onShow)
  const { groups, count, most, isShallow } = useMemo(() => profilePlaces(elements.values()), [elements])
  return (
    <div
      role="group"
      aria-label={t('title')}
      // Scrolls without a button in it: the keyboard has to get hold of it.
      tabIndex={onShow === undefined ? 0 : undefined}
      className={onShow === undefined ? 'min-h-0 flex-1 overflow-y-auto px-4 pb-4' : 'px-4 pb-4'}
    >
      <p className="text-second text-muted">{t('about')}</p>
      <p role="status" className="pt-2 text-second font-medium">
        {t('count', { count })} {count === 0 ? <span className="font-normal text-muted">{t('how')}</span> : null}
      </p>
      {isShallow ? <p className="mt-2 rounded-button bg-warn-tint px-3 py-2 text-second">{t('only')}</p> : null}
      {groups.map(({ name, places, count: inGroup }) => (
        <section key={name} aria-label={t('groupRow', { group: t(`groups.${name}`), count: inGroup })} className="pt-4">
          <div className="flex items-baseline gap-2 border-b border-hairline pb-1">
            <h3 className="flex-1 text-second font-semibold">{t(`groups.${name}`)}</h3>
            <span aria-hidden className="text-second font-semibold tabular-nums">
              {inGroup}
            </span>
          </div>
          <ol>
            {places.map(({ place, tagged }) => (
              <li key={place} className="pt-1.5">
                <p className="sr-only">{t('row', { place, words: t(`words.p${place}`), count: tagged.length })}</p>
                <div aria-hidden className="flex items-center gap-2 text-second">
                  <span className="w-5 shrink-0 text-end text-muted tabular-nums">{place}</span>
                  <span className="min-w-0 flex-1">{t(`words.p${place}`)}</span>
                  <span className="h-2 w-16 shrink-0 rounded-full bg-hover">
                    <span
                      className="block h-full rounded-full bg-accent"
                      style={{ width: `${most === 0 ? 0 : (tagged.length / most) * 100}%` }}
                    />
                  </span>
                  <span className="w-6 shrink-0 text-end tabular-nums">{tagged.length}</span>
                </div>
                {tagged.length === 0 ? null : (
                  <ul className="flex flex-wrap gap-1 ps-7 pt-1 pb-1" onPointerLeave={() => acts.light([])}>
                    {tagged.map(({ id, label }) => (
                      <NameChip key={id} id={id} name={label} acts={acts} />
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
