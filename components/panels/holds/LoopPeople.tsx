'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { findPeopleOf } from '../../../lib/analysis/holds'
import type { ElementId } from '../../../lib/base/ids'
import { useView } from '../../hooks/useMap'
import { useSectorName } from '../../hooks/useSectors'

/** Who has a hold in a loop, and which sectors of the map have none; nothing on a map without stakeholders. */
export function LoopPeople({ variables }: { readonly variables: readonly ElementId[] }) {
  const t = useTranslations('holds.loop')
  const nameOf = useSectorName()
  const elements = useView((view) => view.elements)
  const links = useView((view) => view.links)
  const people = useMemo(() => findPeopleOf({ elements, links }, variables), [elements, links, variables])
  const { actors, affected, sectors, affectedSectors, missing, moved } = people
  if (actors.length === 0 && missing.length === 0) return null
  const namesOf = (ids: readonly ElementId[]): string => ids.map((id) => elements.get(id)?.label ?? '').join(', ')
  const others = actors.filter((id) => !affected.includes(id))
  return (
    <div className="flex flex-col gap-0.5 pt-2 text-second">
      {actors.length === 0 ? <p>{t('nobody')}</p> : null}
      {others.length === 0 ? null : <p>{t('people', { names: namesOf(others) })}</p>}
      {affected.length === 0 ? null : <p>{t('affected', { names: namesOf(affected) })}</p>}
      {affectedSectors.length === 0 || sectors.length + missing.length < 2 ? null : (
        <p className="font-medium text-warn">
          {t('affectedSectors', { names: affectedSectors.map(nameOf).join(', ') })}
        </p>
      )}
      {missing.length === 0 || sectors.length + missing.length < 2 ? null : (
        <p className="font-medium text-warn">{t('missing', { names: missing.map(nameOf).join(', ') })}</p>
      )}
      {actors.length > 0 && moved.length === 0 ? <p className="text-muted">{t('unmoved')}</p> : null}
    </div>
  )
}
