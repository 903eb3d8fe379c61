import { challengeTypes } from '../practice/challenge'
import { pulseStates } from '../model/practice/pulseState'
import { wholeQuestion } from '../practice/scale'
import type { RoundOutcome, RoundSetup } from '../practice/round'
import type { Spread } from '../practice/spread'
import { listTiedFirst } from '../practice/tiedFirst'
import type { ReportTable, ReportWords, TableColumn } from './reportPage'

export interface TabulatedRound {
  readonly setup: RoundSetup
  /** Target → what it was called when the round was opened. */
  readonly labels: Readonly<Record<string, string>>
  readonly outcome: RoundOutcome
}

type Rows = ReportTable['rows']
type Named = { readonly by?: readonly { readonly name: string }[] | undefined }

/**
 * What a round came to as a table: the rows of the outcome in their order. Names stand in a last column, where the
 * outcome has any.
 */
export function tabulateRound(round: TabulatedRound, id: string, words: ReportWords): ReportTable {
  const { columns, rows } = tabulate(round, words)
  return { id, title: round.setup.question, columns, rows }
}

function tabulate(
  { setup, labels, outcome }: TabulatedRound,
  { say }: ReportWords,
): { readonly columns: readonly TableColumn[]; readonly rows: Rows } {
  const nameOf = (target: string): string =>
    target === wholeQuestion
      ? setup.question
      : ((Object.hasOwn(labels, target) ? labels[target] : undefined) ?? say('unnamed'))
  const number = (key: string): TableColumn => ({ title: say(`rounds.columns.${key}`), weight: 1.3, isNumber: true })
  const text = (key: string, weight = 5): TableColumn => ({ title: say(`rounds.columns.${key}`), weight })
  const who = (isNamed: boolean): readonly TableColumn[] => (isNamed ? [text('who', 4)] : [])
  const names = (isNamed: boolean, { by = [] }: Named): readonly string[] =>
    isNamed ? [by.map(({ name }) => name).join(', ')] : []
  const scaleColumn = (value: number): TableColumn => {
    const ends = setup.kind === 'scale' ? { 1: setup.low, 5: setup.high } : {}
    const end = (ends as Readonly<Record<number, string>>)[value]?.trim() ?? ''
    const title = end === '' ? String(value) : say('rounds.end', { value, words: end })
    return { title, weight: end === '' ? 0.8 : 2, isNumber: true }
  }
  switch (outcome.kind) {
    case 'dots': {
      const isNamed = outcome.rows.some(({ by }) => by !== undefined)
      return {
        columns: [number('rank'), text('target'), number('dots'), number('people'), ...who(isNamed)],
        rows: outcome.rows.map((row) => [
          row.tied ? say('rounds.tied', { rank: row.rank }) : row.rank,
          nameOf(row.target),
          row.dots,
          row.people,
          ...(isNamed
            ? [(row.by ?? []).map(({ name, dots }) => say('rounds.by', { name, value: dots })).join(', ')]
            : []),
        ]),
      }
    }
    case 'scale': {
      const isNamed = outcome.rows.some(({ by }) => by !== undefined)
      return {
        columns: [
          text('target'),
          ...[1, 2, 3, 4, 5].map((value) => scaleColumn(value)),
          number('median'),
          number('mean'),
          ...who(isNamed),
        ],
        rows: outcome.rows.map((row) => [
          nameOf(row.target),
          ...row.counts,
          row.spread.median ?? '',
          row.spread.mean === undefined ? '' : Math.round(row.spread.mean * 10) / 10,
          ...(isNamed ? [(row.by ?? []).map(({ name, value }) => say('rounds.by', { name, value })).join(', ')] : []),
        ]),
      }
    }
    case 'choice': {
      const isNamed = outcome.rows.some(({ by }) => by !== undefined)
      const tied = listTiedFirst(outcome)
      return {
        columns: [text('option'), number('people'), number('share'), ...who(isNamed)],
        rows: outcome.rows.map((row) => [
          row.option,
          row.people,
          tied.includes(row.option) ? say('rounds.tied', { rank: percent(row.share) }) : percent(row.share),
          ...names(isNamed, row),
        ]),
      }
    }
    case 'point': {
      const [across, up] = setup.kind === 'point' ? [setup.across.name, setup.up.name] : ['', '']
      const isNamed = outcome.rows.some(({ points }) => points.some(({ by }) => by !== undefined))
      return {
        columns: [
          text('target', 4),
          { title: across, weight: 3 },
          { title: up, weight: 3 },
          number('people'),
          ...who(isNamed),
        ],
        rows: outcome.rows.map((row) => [
          nameOf(row.target),
          sayMiddle(row.across, say),
          sayMiddle(row.up, say),
          row.points.length,
          ...names(isNamed, { by: row.points.flatMap(({ by }) => by ?? []) }),
        ]),
      }
    }
    case 'cards': {
      const isNamed = outcome.groups.some(({ by }) => by !== undefined)
      return {
        columns: [text('card'), number('people'), text('spellings', 3), ...who(isNamed)],
        rows: outcome.groups.map((group) => [
          group.label,
          group.upTo === undefined ? group.people : `${group.people}–${group.upTo}`,
          group.spellings.filter((spelling) => spelling !== group.label).join(', '),
          ...names(isNamed, group),
        ]),
      }
    }
    case 'challenge': {
      const isNamed = outcome.rows.some(({ by }) => by !== undefined)
      return {
        columns: [text('target', 4), ...challengeTypes.map(number), text('verdict', 3), ...who(isNamed)],
        rows: outcome.rows.map(({ target, counts, verdict, by = [] }) => [
          nameOf(target),
          ...challengeTypes.map((type) => counts[type]),
          say('rounds.verdict', { verdict }),
          ...(isNamed
            ? [
                by
                  .map(({ name, type }) => say('rounds.by', { name, value: say('rounds.verdict', { verdict: type }) }))
                  .join(', '),
              ]
            : []),
        ]),
      }
    }
    case 'pulse': {
      const isNamed = outcome.rows.some(({ by }) => by !== undefined)
      return {
        columns: [
          text('target', 4),
          ...pulseStates.map(number),
          text('headline', 3),
          text('notes', 5),
          ...who(isNamed),
        ],
        rows: outcome.rows.map(({ target, counts, headline, notes, by = [] }) => [
          nameOf(target),
          ...pulseStates.map((state) => counts[state]),
          say('rounds.headline', { headline }),
          notes.map((note) => sayNote(note, say)).join('\n'),
          ...(isNamed
            ? [
                by
                  .map(({ name, says }) =>
                    say('rounds.by', { name, value: say('rounds.headline', { headline: says }) }),
                  )
                  .join(', '),
              ]
            : []),
        ]),
      }
    }
    case 'survey':
      return tabulateSurvey(setup, outcome, { columns: { number, text }, labels, say })
    case 'text': {
      const isNamed = outcome.texts.some(({ by }) => by !== undefined)
      return {
        columns: [text('answer', 8), ...who(isNamed)],
        rows: outcome.texts.map((one) => [one.text, ...names(isNamed, { by: one.by === undefined ? [] : [one.by] })]),
      }
    }
  }
}

type SurveyOutcome = Extract<RoundOutcome, { kind: 'survey' }>

/** A row for each question; before several of one group one for the group as a whole, which has the sectors then. */
function tabulateSurvey(
  setup: RoundSetup,
  outcome: SurveyOutcome,
  {
    columns: { number, text },
    labels,
    say,
  }: {
    readonly columns: {
      readonly number: (key: string) => TableColumn
      readonly text: (key: string, weight?: number) => TableColumn
    }
    readonly labels: TabulatedRound['labels']
    readonly say: ReportWords['say']
  },
): { readonly columns: readonly TableColumn[]; readonly rows: Rows } {
  const { groups, sectors } = setup.kind === 'survey' ? setup : { groups: [], sectors: [] }
  const tenths = (mean: number | undefined): number | string => (mean === undefined ? '' : Math.round(mean * 10) / 10)
  const figures = ({ counts, spread }: Pick<SurveyOutcome['groups'][number], 'counts' | 'spread'>) => [
    ...counts,
    spread.median ?? '',
    tenths(spread.mean),
  ]
  const saySectors = (group: string): string =>
    outcome.sectors
      .map(({ id, groups: own }) => {
        const name = sectors.find((sector) => sector.id === id)?.name ?? id
        const mean = own.find((one) => one.id === group)?.mean
        return mean === undefined
          ? say('rounds.sectorFew', { name })
          : say('rounds.sectorMean', { name, mean: tenths(mean) })
      })
      .join(', ')
  /** What an element is called, where that is known. */
  const namesOf = (about = ''): string => (Object.hasOwn(labels, about) ? (labels[about] ?? '') : '')
  const sayReasons = (question: string): string =>
    outcome.said
      .filter((one) => one.question === question)
      .map(({ text: words, about }) =>
        say('rounds.reason', { text: words, has: namesOf(about) === '' ? 'no' : 'yes', about: namesOf(about) }),
      )
      .join('\n')
  return {
    columns: [
      text('group', 3),
      text('question', 4),
      ...[1, 2, 3, 4, 5].map((value) => ({ title: String(value), weight: 0.8, isNumber: true })),
      number('median'),
      number('mean'),
      text('reasons', 4),
      ...(outcome.sectors.length === 0 ? [] : [text('sector', 3)]),
    ],
    rows: groups.flatMap(({ id, name, questions }) => {
      const whole = outcome.groups.find((group) => group.id === id)
      if (whole === undefined) return []
      const bySector = (words: string): readonly string[] => (outcome.sectors.length === 0 ? [] : [words])
      const isOne = questions.length === 1
      const own = questions.flatMap((question) => {
        const row = outcome.questions.find((one) => one.id === question.id)
        const last = bySector(isOne ? saySectors(id) : '')
        return row === undefined ? [] : [[name, question.text, ...figures(row), sayReasons(question.id), ...last]]
      })
      return isOne ? own : [[name, say('rounds.whole'), ...figures(whole), '', ...bySector(saySectors(id))], ...own]
    }),
  }
}

/** A note as people would read it out: who wrote it, where that is told. */
function sayNote(
  { text, by }: { text: string; by?: { readonly name: string } | undefined },
  say: ReportWords['say'],
): string {
  return by === undefined ? `“${text}”` : say('rounds.note', { text, name: by.name })
}

function sayMiddle({ median, least, most }: Spread, say: ReportWords['say']): string {
  if (median === undefined || least === undefined || most === undefined) return ''
  const percent = (value: number): number => Math.round(value * 100)
  return say('rounds.middle', { median: percent(median), least: percent(least), most: percent(most) })
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
