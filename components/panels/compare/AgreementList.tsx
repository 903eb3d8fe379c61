'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { AgreedLink, AgreementStanding, MapAgreement } from '../../../lib/analysis/learning/mapAgreement'
import type { ElementId } from '../../../lib/base/ids'
import { Button } from '../../ui/Button'

/** Rows that are shown until somebody asks for all. */
const firstShown = 8

/** What of several maps is of one standing: elements, then links, each with how many maps have it and which. */
export function AgreementList({
  standing,
  agreement: { elements, links },
  labelOf,
  lettersOf,
}: {
  readonly standing: AgreementStanding
  readonly agreement: MapAgreement
  readonly labelOf: (id: ElementId) => string
  readonly lettersOf: (places: readonly number[]) => string
}) {
  const t = useTranslations('compare.agreement')
  const tMoves = useTranslations('compare.moves')
  const [isAll, setAll] = useState(false)
  const named = (id: ElementId): string => (labelOf(id) === '' ? tMoves('unnamed') : labelOf(id))
  const inMaps = (maps: readonly number[]): string => t('inMaps', { count: maps.length, letters: lettersOf(maps) })
  const signsOf = ({ plus, minus, open }: AgreedLink): readonly string[] => [
    ...(plus > 0 ? [t('plus', { count: plus })] : []),
    ...(minus > 0 ? [t('minus', { count: minus })] : []),
    ...(open > 0 ? [t('question', { count: open })] : []),
  ]
  const rows = [
    ...elements
      .filter((one) => one.standing === standing)
      .map(({ id, maps }) => ({ id: id as string, name: named(id), said: inMaps(maps) })),
    ...links
      .filter((one) => one.standing === standing)
      .map((one) => ({
        id: one.id as string,
        name: t('link', { from: named(one.from), to: named(one.to) }),
        said: [inMaps(one.maps), ...signsOf(one)].join(' · '),
      })),
  ]
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="text-body font-semibold">{t(standing)}</h3>
      {rows.length === 0 ? <p className="text-meta text-muted">{t('nothing')}</p> : null}
      <ul className="flex flex-col gap-1">
        {rows.slice(0, isAll ? rows.length : firstShown).map(({ id, name, said }) => (
          <li key={id} className="text-second break-words">
            <span dir="auto">{name}</span> <span className="text-meta text-muted">{said}</span>
          </li>
        ))}
      </ul>
      {isAll || rows.length <= firstShown ? null : (
        <Button size="small" variant="quiet" className="self-start" onClick={() => setAll(true)}>
          {t('more', { count: rows.length })}
        </Button>
      )}
    </section>
  )
}
