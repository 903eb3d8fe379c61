import type { MapView } from '../../lib/model/mapView'
import type { StepRound } from '../../lib/practice/agenda'
import type { RoundSetup } from '../../lib/practice/round'
import { emptySelection } from '../hooks/editor'
import { takesTargets, targetsOf } from './askDraft'

/** What a step's round asks on this map, now; undefined if what it is about is not there yet. */
export function toRoundSetup({ about, setup }: StepRound, view: MapView): RoundSetup | undefined {
  const targets = about === 'none' ? [] : targetsOf(view, emptySelection, about)
  if (targets.length === 0 && (about !== 'none' || takesTargets(setup.kind) === 'always')) return undefined
  return { ...setup, targets: [...targets] }
}
