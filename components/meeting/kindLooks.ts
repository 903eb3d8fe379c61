import type { ComponentType } from 'react'
import type { AnswerOf, RoundKindName, RoundOutcome, RoundSetup } from '../../lib/practice/round'
import type { RoundAnswer } from '../../lib/protocol/round'
import type { AnswerFieldsProps } from './answers/answerFields'
import { CardsFields } from './answers/CardsFields'
import { ChallengeFields } from './answers/ChallengeFields'
import { ChoiceFields } from './answers/ChoiceFields'
import { DotsFields } from './answers/DotsFields'
import { PointFields } from './answers/PointFields'
import { PulseFields } from './answers/PulseFields'
import { ScaleFields } from './answers/ScaleFields'
import { SurveyFields } from './answers/SurveyFields'
import { TextFields } from './answers/TextFields'
import { CardsResult } from './results/CardsResult'
import { ChallengeResult } from './results/ChallengeResult'
import { ChoiceResult } from './results/ChoiceResult'
import { DotsResult } from './results/DotsResult'
import { PointResult } from './results/PointResult'
import { PulseResult } from './results/PulseResult'
import { ScaleResult } from './results/ScaleResult'
import { SurveyResult } from './results/SurveyResult'
import { TextResult } from './results/TextResult'

interface ResultProps<Outcome> {
  readonly round: RoundAnswer
  readonly result: Outcome
  /** It is shown on the map, which is to be seen now. */
  readonly onShow: () => void
}

/** How a kind of round is answered and read. */
interface KindLook<Setup, Answer extends object, Outcome> {
  readonly Fields: ComponentType<AnswerFieldsProps<Answer> & { readonly setup: Setup }>
  readonly Result: ComponentType<ResultProps<Outcome>>
}

const looks = {
  dots: { Fields: DotsFields, Result: DotsResult },
  scale: { Fields: ScaleFields, Result: ScaleResult },
  choice: { Fields: ChoiceFields, Result: ChoiceResult },
  point: { Fields: PointFields, Result: PointResult },
  cards: { Fields: CardsFields, Result: CardsResult },
  text: { Fields: TextFields, Result: TextResult },
  challenge: { Fields: ChallengeFields, Result: ChallengeResult },
  pulse: { Fields: PulseFields, Result: PulseResult },
  survey: { Fields: SurveyFields, Result: SurveyResult },
} as const satisfies {
  [Name in RoundKindName]: KindLook<
    Extract<RoundSetup, { kind: Name }>,
    AnswerOf<Name>,
    Extract<RoundOutcome, { kind: Name }>
  >
}

/** The look of a kind. It is given setups, answers and outcomes of its kind alone, which the types cannot follow. */
export function lookOf(kind: RoundKindName): KindLook<RoundSetup, object, RoundOutcome> {
  return looks[kind] as unknown as KindLook<RoundSetup, object, RoundOutcome>
}
