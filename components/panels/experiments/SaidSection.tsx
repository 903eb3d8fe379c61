'use client'
import { useTranslations } from 'next-intl'
import { readSaid } from '../../../lib/analysis/experimentSaid'
import type { Experiment } from '../../../lib/analysis/experiments'
import type { ElementId } from '../../../lib/base/ids'
import { useView } from '../../hooks/useMap'
import { useDay } from '../contributions/useDay'

/** What the map said of an experiment when it began; nothing where that was not kept. */
export function SaidSection({ experiment }: { readonly experiment: Experiment }) {
  const t = useTranslations('experiments.effect')
  const tName = useTranslations('panels.inspector')
  const { sayDay } = useDay()
  const elements = useView((view) => view.elements)
  const said = readSaid({ elements }, experiment)
  if (said === undefined) return null
  const namesOf = (ids: readonly ElementId[]): string =>
    ids.map((id) => elements.get(id)?.label.trim() || tName('unnamed')).join(', ')
  return (
    <section aria-label={t('said', { day: sayDay(said.on) })} className="flex flex-col gap-1">
      <h4 className="text-second font-semibold">{t('said', { day: sayDay(said.on) })}</h4>
      {said.rises.length + said.falls.length === 0 ? <p className="text-second">{t('saidNothing')}</p> : null}
      {said.rises.length === 0 ? null : (
        <p className="text-second" dir="auto">
          {t('saidRises', { names: namesOf(said.rises) })}
        </p>
      )}
      {said.falls.length === 0 ? null : (
        <p className="text-second" dir="auto">
          {t('saidFalls', { names: namesOf(said.falls) })}
        </p>
      )}
      <p className="text-meta text-muted">{t('saidHint')}</p>
    </section>
  )
}
