import { isPersonalRound } from '../practice/personalRound'
import type { ReportPart, ReportRound } from './report'
import type { ReportBlock, ReportWords } from './reportPage'
import { tabulateRound } from './roundTable'

/** What the group was asked and what came of it; of a round that is not revealed, that it is not. */
export function composeRounds(rounds: ReportPart<'rounds'>, words: ReportWords): readonly ReportBlock[] {
  return rounds.flatMap((round, index) => composeRound(round, index + 1, words))
}

function composeRound(round: ReportRound, number: number, words: ReportWords): readonly ReportBlock[] {
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
  const table = tabulateRound({ ...round, outcome }, `round-${number}`, words)
  return table.rows.length === 0
    ? [...head, { kind: 'text', text: say('rounds.nobody') }]
    : [...head, { kind: 'table', table }]
}
