import { readScenario } from '../../../../lib/analysis/scenario'
import type { ScenarioQuestion } from '../../../../lib/analysis/scenarioService'
import { plainFuzzySettings } from '../../../../lib/analysis/fuzzyMap'
import type { Json } from '../../../../lib/base/json'
import type { Scenario } from '../../../../lib/model/scenario'

/** Id of the map left alone, with the settings that hold where nobody chose any. */
export const leftAlone = ''

/** The map left alone, as a question like any other. */
export const aloneQuestion: ScenarioQuestion = {
  id: leftAlone,
  whatIf: { clamps: new Map() },
  settings: plainFuzzySettings,
}

/** A saved scenario, to be run. */
export function questionOf(id: string, scenario: Scenario): ScenarioQuestion {
  return { id, ...readScenario(scenario) }
}

/** The fields of a copy under another name. */
export function copyFields(scenario: Scenario, name: string): Readonly<Record<string, Json | undefined>> {
  const { clamps, preferred, settings, note } = scenario
  return {
    name,
    ...(clamps === undefined ? {} : { clamps }),
    ...(preferred === undefined ? {} : { preferred }),
    ...(settings === undefined ? {} : { settings: settings as Readonly<Record<string, Json>> }),
    ...(note === undefined ? {} : { note }),
  }
}

/** A record with one entry set, where it stands. */
export function withEntry<Value extends Json>(
  record: Readonly<Record<string, Value>>,
  id: string,
  value: Value,
): Readonly<Record<string, Value>> {
  return { ...record, [id]: value }
}

/** A record without one entry; null, which takes the field away, if nothing is left. */
export function withoutEntry<Value extends Json>(
  record: Readonly<Record<string, Value>>,
  id: string,
): Readonly<Record<string, Value>> | null {
  const rest = Object.entries(record).filter(([key]) => key !== id)
  return rest.length === 0 ? null : Object.fromEntries(rest)
}
