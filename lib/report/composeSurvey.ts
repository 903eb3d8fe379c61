import { compareSurveys, type RevealedSurvey } from '../practice/compareSurveys'
import { drawRadar } from '../render/radar'
import type { ReportRound } from './report'
import type { ReportBlock, ReportTable, ReportWords } from './reportPage'

/** A revealed set of questions, with when it was asked. */
export type DatedSurvey = RevealedSurvey & { readonly openedAt: number }

/** What a round came to, if it is a set of questions that was revealed. */
export function surveyOf({ setup, state, outcome, openedAt }: ReportRound): DatedSurvey | undefined {
  return state === 'revealed' && setup.kind === 'survey' && outcome?.kind === 'survey'
    ? { setup, outcome, openedAt }
    : undefined
}

/** The latest time before that the same set was asked. */
export function timeBefore(survey: DatedSurvey, rounds: readonly ReportRound[]): DatedSurvey | undefined {
  const { set } = survey.setup
  if (set === undefined) return undefined
  return rounds
    .flatMap((round) => surveyOf(round) ?? [])
    .filter((one) => one.setup.set === set && one.openedAt < survey.openedAt)
    .toSorted((a, b) => b.openedAt - a.openedAt)[0]
}

/** Of fewer groups there is no picture: it would be a line. */
const leastAxes = 3

/** The means as a picture, from three groups on, and what moved against the time before, where there was one. */
export function composeSurvey(
  survey: DatedSurvey,
  before: DatedSurvey | undefined,
  id: string,
  words: ReportWords,
): readonly ReportBlock[] {
  const { say, moment } = words
  const { setup, outcome } = survey
  const moves = before === undefined ? [] : compareSurveys(before, survey)
  const names = new Map(setup.groups.map((group) => [group.id, group.name]))
  const axes = outcome.groups.map(({ id: group, spread: { mean, least, most } }) => ({
    name: names.get(group) ?? group,
    values: moves.length === 0 ? [mean] : [mean, moves.find((one) => one.group === group)?.before],
    range: least === undefined || most === undefined ? undefined : ([least, most] as const),
  }))
  const blocks: ReportBlock[] = []
  if (axes.length >= leastAxes && axes.some(({ values }) => values[0] !== undefined)) {
    const list = axes.map(({ name, values }) =>
      say('rounds.by', { name: say('quoted', { name }), value: tenths(values[0]) }),
    )
    blocks.push({ kind: 'drawing', drawing: drawRadar(axes, 5), alt: say('rounds.radar', { list: list.join(', ') }) })
  }
  if (before === undefined || moves.length === 0) return blocks
  const then = moment(before.openedAt)
  const mostOf = (when: 'before' | 'after'): number => Math.max(0, ...moves.map(({ people }) => people[when]))
  const table: ReportTable = {
    id: `${id}-moves`,
    title: say('rounds.moves', { before: then }),
    columns: [
      { title: say('rounds.columns.group'), weight: 4 },
      { title: say('rounds.columns.before'), weight: 1.5, isNumber: true },
      { title: say('rounds.columns.now'), weight: 1.5, isNumber: true },
      { title: say('rounds.columns.moved'), weight: 2 },
    ],
    rows: moves.map(({ name, before: was, after: is, moved }) => [
      name,
      tenths(was),
      tenths(is),
      say('rounds.moved', { moved }),
    ]),
  }
  const told = say('rounds.moveHow', { before: mostOf('before'), after: mostOf('after') })
  return [
    ...blocks,
    ...(blocks.length === 0
      ? []
      : [{ kind: 'text', tone: 'quiet', text: say('rounds.lines', { before: then }) } as const]),
    { kind: 'text', text: table.title },
    { kind: 'table', table },
    { kind: 'text', tone: 'quiet', text: told },
  ]
}

function tenths(mean: number | undefined): string {
  return mean === undefined ? '–' : (Math.round(mean * 10) / 10).toFixed(1)
}
