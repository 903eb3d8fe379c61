import type { MapView } from '../../lib/model/mapView'
import type { RoundKindName, RoundOutcome } from '../../lib/practice/round'
import { listTargets, targetSets } from '../../lib/practice/targets'
import type { Selection } from '../hooks/editor'

/** What a round may be put about. */
export const targetChoices = [...targetSets, 'selection', 'none'] as const
export type TargetChoice = (typeof targetChoices)[number]

/** When a round is closed: by hand, or by itself. */
export const roundEnds = ['hand', 'timer', 'step'] as const
export type RoundEnd = (typeof roundEnds)[number]

/** A round as it is being set up: everything that some kind asks for, as fields hold it. */
export interface AskDraft {
  readonly kind: RoundKindName
  readonly question: string
  readonly about: TargetChoice
  readonly anonymous: boolean
  readonly everyone: boolean
  readonly closes: RoundEnd
  readonly budget: number
  /** 0: no bound. */
  readonly mostOnOne: number
  /** One option a line. */
  readonly options: string
  readonly most: number
  readonly low: string
  readonly high: string
  readonly field: 'power-interest' | 'own'
  readonly across: string
  readonly up: string
  readonly become: 'variable' | 'stakeholder' | 'note'
}

export const emptyDraft: AskDraft = {
  kind: 'dots',
  question: '',
  about: 'variables',
  anonymous: true,
  everyone: false,
  closes: 'hand',
  budget: 3,
  mostOnOne: 0,
  options: '',
  most: 1,
  low: '',
  high: '',
  field: 'power-interest',
  across: '',
  up: '',
  become: 'variable',
}

/** The ids that a choice stands for on this map, now. */
export function targetsOf(view: MapView, selection: Selection, about: TargetChoice): readonly string[] {
  if (about === 'none') return []
  return about === 'selection' ? [...selection.elements, ...selection.links] : listTargets(view, about)
}

/** Those that share the first place, where dots were put on any: what is asked about again. */
export function listBest(result: RoundOutcome | undefined): readonly string[] {
  const rows = result?.kind === 'dots' ? result.rows : []
  return rows.filter(({ rank, dots }) => rank === 1 && dots > 0).map(({ target }) => target)
}
