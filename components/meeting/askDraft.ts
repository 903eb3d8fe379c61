import * as z from 'zod/mini'
import type { MapView } from '../../lib/model/mapView'
import {
  roundKinds,
  roundSetupSchema,
  type RoundKindName,
  type RoundOutcome,
  type RoundSetup,
} from '../../lib/practice/round'
import { listTargets, targetSets } from '../../lib/practice/targets'
import type { Selection } from '../hooks/editor'

/** What a round may be put about. */
export const targetChoices = [...targetSets, 'selection', 'none'] as const
export type TargetChoice = (typeof targetChoices)[number]

/** A round as it is being set up: everything that some kind asks for, as fields hold it. */
export interface AskDraft {
  readonly kind: RoundKindName
  readonly question: string
  readonly about: TargetChoice
  readonly anonymous: boolean
  readonly everyone: boolean
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

/** The setup that the draft comes to, or the field at which something is missing. */
export function toSetup(
  draft: AskDraft,
  targets: readonly string[],
  words: { readonly power: string; readonly interest: string },
): { readonly setup: RoundSetup } | { readonly missing: 'question' | 'targets' | 'options' | 'axes' } {
  const needs = roundKinds[draft.kind].targets
  const about = needs === 'never' || (needs === 'perhaps' && draft.about === 'none') ? [] : targets
  if (draft.question.trim() === '') return { missing: 'question' }
  if (needs === 'always' && about.length === 0) return { missing: 'targets' }
  const options = [...new Set(draft.options.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
  if (draft.kind === 'choice' && options.length < 2) return { missing: 'options' }
  const isOwnField = draft.field === 'own'
  if (draft.kind === 'point' && isOwnField && (draft.across.trim() === '' || draft.up.trim() === '')) {
    return { missing: 'axes' }
  }
  const fields: Readonly<Record<RoundKindName, object>> = {
    dots: { budget: draft.budget, ...(draft.mostOnOne === 0 ? {} : { mostOnOne: draft.mostOnOne }) },
    choice: { options, most: Math.min(draft.most, options.length) },
    scale: { low: draft.low, high: draft.high },
    point: isOwnField
      ? { across: { name: draft.across }, up: { name: draft.up } }
      : { across: { name: words.interest }, up: { name: words.power }, fields: 'power-interest' },
    cards: { become: draft.become },
    text: {},
  }
  const read = z.safeParse(roundSetupSchema, {
    kind: draft.kind,
    question: draft.question,
    targets: about,
    anonymous: draft.anonymous,
    of: draft.everyone ? 'everyone' : 'contributors',
    ...fields[draft.kind],
  })
  // What is left to go wrong is about the targets: too many.
  return read.success ? { setup: read.data } : { missing: 'targets' }
}
