import * as z from 'zod/mini'
import type { StepRound } from '../../lib/practice/agenda'
import { mayTellNames, roundKinds, roundSetupSchema, type RoundSetup } from '../../lib/practice/round'
import { emptyDraft, type AskDraft, type TargetChoice } from './askDraft'
import { askKindOf, type KindWords } from './askKinds'

/** The field at which something is missing. */
export type Missing = 'question' | 'targets' | 'options' | 'questions' | 'axes'

/** A round as it was set up, to be changed or asked again. */
export function toDraft(setup: RoundSetup, about: TargetChoice): AskDraft {
  return {
    ...emptyDraft,
    ...askKindOf(setup.kind).write(setup),
    kind: setup.kind,
    question: setup.question,
    about,
    anonymous: setup.anonymous,
    everyone: setup.of === 'everyone',
    closes: setup.closesWith ?? 'hand',
  }
}

/** The setup that the draft comes to, or the field at which something is missing. */
export function toSetup(
  draft: AskDraft,
  targets: readonly string[],
  words: KindWords,
): { readonly setup: RoundSetup } | { readonly missing: Missing } {
  const isAbout = isAboutParts(draft)
  if (draft.question.trim() === '') return { missing: 'question' }
  if (isAbout && targets.length === 0) return { missing: 'targets' }
  return readSetup(draft, isAbout ? targets : [], words)
}

/** The round that a step is prepared with: what it is about is found when it is opened. */
export function toStepRound(
  draft: AskDraft,
  words: KindWords,
): { readonly round: StepRound } | { readonly missing: Missing } {
  if (draft.question.trim() === '') return { missing: 'question' }
  const read = readSetup(draft, [], words)
  if ('missing' in read) return read
  const { about } = draft
  const set = isAboutParts(draft) && about !== 'selection' ? about : 'none'
  return { round: { about: set, setup: read.setup } }
}

function isAboutParts({ kind, about }: AskDraft): boolean {
  const needs = roundKinds[kind].targets
  return needs === 'always' || needs === 'elements' || (needs === 'perhaps' && about !== 'none')
}

function readSetup(
  draft: AskDraft,
  targets: readonly string[],
  words: KindWords,
): { readonly setup: RoundSetup } | { readonly missing: Missing } {
  const own = askKindOf(draft.kind).read(draft, words)
  if ('missing' in own) return own
  const read = z.safeParse(roundSetupSchema, {
    kind: draft.kind,
    question: draft.question,
    targets,
    anonymous: draft.anonymous || !mayTellNames(draft.kind),
    of: draft.everyone ? 'everyone' : 'contributors',
    ...(draft.closes === 'hand' ? {} : { closesWith: draft.closes }),
    ...own.fields,
  })
  // What is left to go wrong is about the targets: too many.
  return read.success ? { setup: read.data } : { missing: 'targets' }
}
