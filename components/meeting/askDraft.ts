import type { MapView } from '../../lib/model/mapView'
import { isOfElements, roundKinds, type RoundKindName } from '../../lib/practice/round'
import { listTargets, targetSets } from '../../lib/practice/targets'
import type { SurveySetup } from '../../lib/practice/survey'
import type { SurveySetKey } from '../../lib/practice/surveySets'
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
  readonly set: SurveySetKey | 'own'
  /** Own questions as they were asked before, or came with a file; they hold for as long as their text is not changed. */
  readonly ownSet: Pick<SurveySetup, 'set' | 'groups'> | undefined
  /** Own questions as they are typed: `readWrittenSet`. */
  readonly ownText: string
  readonly bySector: boolean
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
  set: 'collectiveImpact',
  ownSet: undefined,
  ownText: '',
  bySector: true,
}

/** Whether a round of this kind may be about this. */
export function mayBeAbout(kind: RoundKindName, about: TargetChoice): boolean {
  if (about === 'none') return roundKinds[kind].targets === 'perhaps'
  return !isOfElements(kind) || (about !== 'links' && about !== 'loops')
}

/** The ids that a choice stands for on this map, now; of what is selected those that this kind may be about. */
export function targetsOf(
  view: MapView,
  selection: Selection,
  { kind, about }: Pick<AskDraft, 'kind' | 'about'>,
): readonly string[] {
  if (about === 'none') return []
  if (about !== 'selection') return listTargets(view, about)
  return isOfElements(kind) ? [...selection.elements] : [...selection.elements, ...selection.links]
}
