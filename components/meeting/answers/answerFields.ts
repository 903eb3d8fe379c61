import type { RoundAnswer } from '../../../lib/protocol/round'

/** What one kind of question shows to be answered. The value is whatever has been given so far. */
export interface AnswerFieldsProps<Answer extends object> {
  readonly round: RoundAnswer
  readonly value: Answer | undefined
  /** What stands in a field and is not part of the value yet: kept with it. */
  readonly typing: string
  /** @param typing as it was, if left out */
  readonly onChange: (value: Answer | undefined, typing?: string) => void
}
