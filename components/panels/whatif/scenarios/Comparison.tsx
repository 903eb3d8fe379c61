'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ScenarioComparison } from '../../../../lib/analysis/scenario'
import type { Scenario } from '../../../../lib/model/scenario'
import type { ScenarioRuns } from '../../../hooks/scenarios/useScenarioRuns'
import { Field } from '../../../ui/Field'
import { Select } from '../../../ui/Select'
import { HeldList } from './HeldList'
import { ResultActions } from './ResultActions'
import { ResultChart } from './ResultChart'
import { RunNotes } from './RunNotes'
import { compareWithOne } from './scenarioRows'
import { letterOf, ScenarioTag } from './ScenarioTag'
import type { DrawShown } from './shownScenario'

const steady = 'steady'

interface Compared {
  readonly id: string
  readonly place: number
  readonly scenario: Scenario
  readonly comparison: ScenarioComparison
}

/** Up to four scenarios side by side, against the map left alone or against one of them. */
export function Comparison({
  scenarios,
  runs,
  draw,
  onShow,
}: {
  readonly scenarios: readonly (readonly [string, Scenario])[]
  readonly runs: ScenarioRuns
  readonly draw: DrawShown
  readonly onShow?: (() => void) | undefined
}) {
  const t = useTranslations('whatif.scenarios')
  const format = useFormatter()
  const [wanted, setBase] = useState(steady)
  const all = scenarios.flatMap(([id, scenario], place): readonly Compared[] => {
    const result = runs.outcomes.get(id)?.result
    return result?.ok === true ? [{ id, place, scenario, comparison: result.value }] : []
  })
  const refused = scenarios.filter(([id]) => runs.outcomes.get(id)?.result.ok === false)
  const base = all.find(({ id }) => id === wanted)
  const rest = base === undefined ? all : all.filter(({ id }) => id !== base.id)
  const comparisons =
    base === undefined
      ? rest.map(({ comparison }) => comparison)
      : compareWithOne(
          runs.graph,
          base.comparison.after,
          rest.map(({ comparison }) => comparison),
        )
  const charted = rest.map(({ id, scenario, place }, index) => ({
    id,
    base: base?.id,
    name: scenario.name,
    place,
    comparison: comparisons[index] as ScenarioComparison,
  }))
  const differ = new Set(all.map(({ comparison }) => settingsKey(comparison))).size > 1
  const against = base === undefined ? t('steady') : base.scenario.name
  return (
    <section aria-label={t('comparison')} className="flex flex-col gap-3 border-t border-hairline px-4 pt-3">
      <ul className="flex flex-wrap gap-x-4 gap-y-1.5">
        {all.map(({ id, scenario, place, comparison }) => (
          <li key={id} className="flex max-w-full items-center gap-1.5 text-second">
            <ScenarioTag place={place} />
            <span className="sr-only">{letterOf(place)}:</span>{' '}
            <span dir="auto" className="min-w-0 truncate font-medium">
              {scenario.name}
            </span>{' '}
            <Wishes comparison={comparison} />
          </li>
        ))}
      </ul>
      {scenarios.length < 2 ? null : (
        <Field label={t('against')}>
          {({ id }) => (
            <Select
              id={id}
              value={base === undefined ? steady : base.id}
              onChange={setBase}
              options={[
                { value: steady, label: t('steady') },
                ...all.map((one) => ({
                  value: one.id,
                  label: t('lettered', { letter: letterOf(one.place), name: one.scenario.name }),
                })),
              ]}
            />
          )}
        </Field>
      )}
      {charted.length === 0 ? null : (
        <ResultChart
          scenarios={charted}
          caption={t('caption', {
            names: format.list(
              charted.map(({ name }) => name),
              { type: 'unit' },
            ),
            against,
          })}
        />
      )}
      <HeldList scenarios={all} />
      {differ ? <p className="text-second text-muted">{t('differentSettings')}</p> : null}
      {all.some(({ comparison }) => !comparison.settled) ? (
        <p className="text-second text-muted">{t('someUnsettled')}</p>
      ) : null}
      {refused.map(([id, scenario]) => (
        <RunNotes key={id} outcome={runs.outcomes.get(id)} scenario={scenario} named />
      ))}
      <ResultActions
        scenarios={charted.map(({ place, ...one }) => ({
          ...one,
          clamps: new Map(Object.entries(rest.find((other) => other.place === place)?.scenario.clamps ?? {})),
          letter: letterOf(place),
        }))}
        against={against}
        draw={draw}
        onShow={onShow}
      />
    </section>
  )
}

function settingsKey({ after: { settings } }: ScenarioComparison): string {
  return `${settings.rule} ${settings.transfer} ${settings.lambda} ${settings.unstatedStrength}`
}

/** "2 of 3 wishes come out". */
function Wishes({ comparison: { wishes } }: { readonly comparison: ScenarioComparison }) {
  const t = useTranslations('whatif.scenarios')
  const all = wishes.met + wishes.missed + wishes.unchanged
  return all === 0 ? null : (
    <span className="shrink-0 text-meta text-muted tabular-nums">{t('wishesMet', { met: wishes.met, all })}</span>
  )
}
