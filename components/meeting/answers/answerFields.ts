import type { RoundAnswer } from '../../../lib/protocol/round'

/** What one kind of question shows to be answered. The value is whatever has been given so far. */
export interface AnswerFieldsProps<Answer extends object> {
  readonly round: RoundAnswer
  readonly value: Answer | undefined
  readonly onChange: (value: Answer) => void
}
