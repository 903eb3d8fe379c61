'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { Scenario } from '../../../../lib/model/scenario'
import { useView } from '../../../hooks/useMap'
import { heldRows } from './heldRows'
import { letterOf } from './ScenarioTag'
import { signedNumber } from './writeNumber'

/** What the compared scenarios hold: it has no bar, for nothing comes of it there. */
export function HeldList({
  scenarios,
}: {
  readonly scenarios: readonly { readonly place: number; readonly scenario: Scenario }[]
}) {
  const t = useTranslations('whatif.scenarios')
  const format = useFormatter()
  const elements = useView((view) => view.elements)
  const rows = heldRows(scenarios, elements)
  if (rows.length === 0) return null
  return (
    <section aria-label={t('heldList')} className="flex flex-col gap-1">
      <h3 className="text-meta font-semibold text-muted">{t('heldList')}</h3>
      <ul className="flex flex-col gap-1 text-second">
        {rows.map(({ variable, by }) => (
          <li key={variable} className="flex items-baseline gap-2">
            <span dir="auto" className="min-w-0 flex-1 break-words">
              {elements.get(variable)?.label}
            </span>
            <span className="shrink-0 text-meta text-muted tabular-nums">
              {by
                .map(({ place, value }) => t('heldBy', { letter: letterOf(place), value: signedNumber(value, format) }))
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
