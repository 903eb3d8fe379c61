import type { StepRound } from '../../lib/practice/agenda'
import { roundSetupSchema } from '../../lib/practice/round'

/** The rounds that a step is usually given. */
export const preparedKinds = ['dots', 'variables', 'stakeholders', 'notes', 'text'] as const
export type PreparedKind = (typeof preparedKinds)[number]

const setups = {
  dots: { kind: 'dots' },
  variables: { kind: 'cards', become: 'variable' },
  stakeholders: { kind: 'cards', become: 'stakeholder' },
  notes: { kind: 'cards', become: 'note' },
  text: { kind: 'text' },
} as const satisfies Record<PreparedKind, object>

/** A round of such a kind, as it is usually asked: without names, of those who may edit. The question may be empty as yet. */
export function prepareRound(kind: PreparedKind, question: string): StepRound {
  const setup = roundSetupSchema.parse({ ...setups[kind], question: 'q' })
  return { about: kind === 'dots' ? 'variables' : 'none', setup: { ...setup, question } }
}
