import { succeed, type Result } from '../base/result'
import type { Command, CommandContext, CommandProblem } from '../commands/command'
import { refuse } from '../commands/findRecords'
import { findOverLimit } from '../commands/newRecords'
import type { MapPatch } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import { isPlaceable } from '../model/position'
import { reviewBreakouts } from './reviewBreakouts'
import { decisionOf, type BreakoutMaps, type Decisions, type ReviewRow } from './reviewRow'
import { settleDraft, type SettledDraft } from './settleDraft'
import { takeElements } from './takeElements'
import { deleteHere, takeField } from './takeFields'
import { addToLink, takeLink, turnLink } from './takeLinks'
import { takeSign } from './takeSigns'
import { createDraft, type TogetherCounts, type TogetherDraft } from './togetherDraft'

export interface BringTogetherInput extends BreakoutMaps {
  readonly decisions: Decisions
}

/**
 * Does what was decided of the rows of `reviewBreakouts`, in one step, and nothing else: a row without a decision changes nothing.
 * New records keep the ids that they had in their group, so that what has come is known the next time. New elements are
 * placed beside what they belong to. Refused with `nothing-to-do` if nothing decided is left to do.
 *
 * @example
 * editor.run(bringTogether, { before, groups, decisions: { 'element:g1:x': 'take' } })
 */
export const bringTogether: Command<BringTogetherInput> = (view, input, context) => {
  const { changes, comers } = plan(view, input, context)
  const count = (root: 'elements' | 'links'): number =>
    changes.filter((change) => change.kind === 'create' && change.root === root).length
  const over = findOverLimit(view, { elements: count('elements'), links: count('links') })
  if (over !== undefined) return over
  if (changes.length === 0) return refuse('nothing-to-do')
  if (changes.some((change) => change.kind === 'place' && change.position !== null && !isPlaceable(change.position))) {
    return refuse('bad-input', 'at')
  }
  return succeed<MapPatch>({
    changes,
    whole: true,
    label: { step: 'brought-together', count: input.groups.length },
    select: { elements: comers.map(({ id }) => id), links: [] },
  }) satisfies Result<MapPatch, CommandProblem>
}

/** What `bringTogether` would do. Cost: as much as doing it. */
export function countTogether(view: MapView, input: BringTogetherInput, context: CommandContext): TogetherCounts {
  return plan(view, input, context).counts
}

function plan(view: MapView, input: BringTogetherInput, context: CommandContext): SettledDraft {
  const { decisions } = input
  const { rows } = reviewBreakouts(view, input, decisions)
  const draft = createDraft(view, input, rows, decisions, context.now)
  // What a link says in the end is what groups agree or disagree with: whatever else becomes of it comes first.
  const isContest = (row: ReviewRow): boolean => decisionOf(row, decisions) === 'contested'
  for (const row of [...rows].sort((one, other) => Number(isContest(one)) - Number(isContest(other)))) {
    takeRow(draft, row, decisionOf(row, decisions))
  }
  return settleDraft(draft, context)
}

function takeRow(draft: TogetherDraft, row: ReviewRow, word: string | undefined): void {
  if (word === undefined) {
    draft.counts.undecided += 1
    return
  }
  if (word === 'leave' || word === 'ours') return
  switch (row.kind) {
    case 'same-name':
    case 'similar-name':
    case 'only-here':
      return takeElements(draft, row)
    case 'changed':
      return takeField(draft, row, word)
    case 'sign':
      return takeSign(draft, row, word)
    case 'turned':
      return turnLink(draft, row, word)
    case 'new-link':
      return takeLink(draft, row)
    case 'same-link':
      return addToLink(draft, row)
    case 'deleted':
      return deleteHere(draft, row)
  }
}
