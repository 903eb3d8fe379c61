import { describeExperiments } from '../analysis/describeExperiments'
import { isDueAgain } from '../analysis/experiments'
import type { MapView } from '../model/mapView'
import type { ReportPart } from './report'

type Told = ReportPart<'experiments'>

/**
 * What people try: what it would change, what they expect, when they look again, what the map says and what they learned.
 * What is not on the map, or kept from sight, is not named. Cost: two runs for each of the first fifty.
 * @param today `2026-03-01`
 */
export function listExperiments(view: MapView, today: string): Told {
  return (describeExperiments(view)?.list ?? []).map((one): Told[number] => {
    const { id, name, state, marks, effect, lookAgain } = one
    const namesOf = (wanted: 'rises' | 'falls'): string[] =>
      (effect?.changes ?? []).flatMap(({ variable, direction }) => (direction === wanted ? [variable.trim()] : []))
    const indicator = one.result ?? one.indicator
    return {
      ...{ id, name: name.trim(), state, marks: [...marks] as Told[number]['marks'] },
      ...said('expectation', one.expectation),
      ...said('indicator', indicator),
      ...said('scenario', one.scenario),
      ...said('begun', one.begun),
      ...said('lookAgain', lookAgain),
      due: isDueAgain({ state, ...(lookAgain === null ? {} : { lookAgain }) }, today),
      ...said('learned', one.learned),
      ...{ outcome: one.outcome, rises: namesOf('rises'), falls: namesOf('falls') },
      ...(one.said === null
        ? {}
        : { said: { on: one.said.on, rises: trim(one.said.rises), falls: trim(one.said.falls) } }),
    }
  })
}

function trim(names: readonly string[]): string[] {
  return names.map((name) => name.trim())
}

function said<Key extends string>(key: Key, text: string | null): { readonly [One in Key]?: string } {
  const tidy = text?.trim() ?? ''
  return tidy === '' ? {} : ({ [key]: tidy } as { readonly [One in Key]?: string })
}
