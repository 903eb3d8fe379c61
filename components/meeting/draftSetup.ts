import * as z from 'zod/mini'
import { roundKinds, roundSetupSchema, type RoundSetup } from '../../lib/practice/round'
import type { AskDraft } from './askDraft'
import { askKinds, type AxisWords } from './askKinds'

/** The setup that the draft comes to, or the field at which something is missing. */
export function toSetup(
  draft: AskDraft,
  targets: readonly string[],
  words: AxisWords,
): { readonly setup: RoundSetup } | { readonly missing: 'question' | 'targets' | 'options' | 'axes' } {
  const needs = roundKinds[draft.kind].targets
  const about = needs === 'never' || (needs === 'perhaps' && draft.about === 'none') ? [] : targets
  if (draft.question.trim() === '') return { missing: 'question' }
  if (needs === 'always' && about.length === 0) return { missing: 'targets' }
  const own = askKinds[draft.kind].read(draft, words)
  if ('missing' in own) return own
  const read = z.safeParse(roundSetupSchema, {
    kind: draft.kind,
    question: draft.question,
    targets: about,
    anonymous: draft.anonymous,
    of: draft.everyone ? 'everyone' : 'contributors',
    ...own.fields,
  })
  // What is left to go wrong is about the targets: too many.
  return read.success ? { setup: read.data } : { missing: 'targets' }
}
