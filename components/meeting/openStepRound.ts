import type { MapView } from '../../lib/model/mapView'
import type { Step } from '../../lib/practice/agenda'
import type { SurveySetup } from '../../lib/practice/survey'
import { roundKinds, type RoundSetup } from '../../lib/practice/round'
import { listTargets } from '../../lib/practice/targets'

/**
 * What a step's round asks on this map, now; undefined if what it is about is not there yet.
 * @param sectors those of the map, for a round that asks where people come from
 */
export function toRoundSetup(
  { id, round }: Step,
  view: MapView,
  sectors: SurveySetup['sectors'],
): RoundSetup | undefined {
  if (round === undefined) return undefined
  const { about, setup } = round

  const targets = about === 'none' ? [] : listTargets(view, about)
  const needs = roundKinds[setup.kind].targets
  const needsAny = about !== 'none' || needs === 'always' || needs === 'elements'
  if (targets.length === 0 && needsAny) return undefined
  const asked = { ...setup, targets: [...targets], step: id }
  return asked.kind === 'survey' && asked.sectors.length > 0 ? { ...asked, sectors: [...sectors] } : asked
}
