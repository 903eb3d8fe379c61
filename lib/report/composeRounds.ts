import { isPersonalRound } from '../practice/personalRound'
import type { ReportPart, ReportRound } from './report'
import type { ReportBlock, ReportWords } from './reportPage'
import { composeSurvey, surveyOf, timeBefore } from './composeSurvey'
import { partEmptyRows } from './emptyRows'
import { tabulateRound } from './roundTable'

/** What the group was asked and what came of it; of a round that is not revealed, that it is not. */
export function composeRounds(rounds: ReportPart<'rounds'>, words: ReportWords): readonly ReportBlock[] {
  return rounds.flatMap((round, index) => composeRound(round, index + 1, rounds, words))
}

function composeRound(
  round: ReportRound,
  number: number,
  rounds: ReportPart<'rounds'>,
  words: ReportWords,
): readonly ReportBlock[] {
  const { say, moment } = words
  const { setup, state, done, asked, openedAt, importedAt, outcome } = round
  const about = say('rounds.about', {
    kind: setup.kind,
    when: moment(openedAt),
    done,
    asked,
    names: setup.anonymous ? 'no' : 'yes',
    from: importedAt === undefined ? 'here' : 'file',
  })
  const head: readonly ReportBlock[] = [
    { kind: 'heading', text: setup.question },
    { kind: 'text', tone: 'quiet', text: about },
  ]
  if (state === 'revealed' && outcome === undefined && isPersonalRound(setup)) {
    return [...head, { kind: 'text', text: say('rounds.personal') }]
  }
  if (state !== 'revealed' || outcome === undefined) {
    return [...head, { kind: 'text', text: say('rounds.notRevealed', { state }) }]
  }
  const id = `round-${number}`
  const whole = tabulateRound({ ...round, outcome }, id, words)
  const { table, empty } = partEmptyRows({ setup, outcome }, whole)
  if (table.rows.length === 0) return [...head, { kind: 'text', text: say('rounds.nobody') }]
  const survey = surveyOf(round)
  const names = empty.map((name) => say('quoted', { name })).join(', ')
  return [
    ...head,
    ...(survey === undefined ? [] : composeSurvey(survey, timeBefore(survey, rounds), id, words)),
    { kind: 'table', table, ...(empty.length === 0 ? {} : { whole }) },
    ...(empty.length === 0 ? [] : [{ kind: 'text', text: say('rounds.empty', { names }) } as const]),
  ]
}
