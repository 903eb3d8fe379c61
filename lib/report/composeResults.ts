import { isPercent, tellShare } from '../analysis/resultFigures'
import { standingWord } from '../analysis/results'
import type { ReportPart } from './report'
import type { ReportBlock, ReportTable, ReportWords } from './reportPage'
import { joinLines, quoteAll } from './mapTables'

type Results = ReportPart<'results'>
type Told = Results[number]

/** What people want to see change, where it stands, and what was read. */
export function composeResults(results: Results, words: ReportWords): readonly ReportBlock[] {
  const { say } = words
  const readings = readingTable(results, words)
  return [
    { kind: 'text', tone: 'quiet', text: say('results.count', { count: results.length }) },
    { kind: 'table', table: resultTable(results, words) },
    ...(readings.rows.length === 0
      ? []
      : [{ kind: 'heading', text: say('results.readings') } as const, { kind: 'table', table: readings } as const]),
  ]
}

function resultTable(results: Results, words: ReportWords): ReportTable {
  const { say, day } = words
  const mark = (one: Told, at: Told['baseline']): string =>
    at === undefined ? '' : joinLines(amount(at.value, one, words), at.on === undefined ? '' : day(at.on))
  return {
    id: 'results',
    title: say('sections.results'),
    columns: [
      { title: say('results.name'), weight: 3 },
      { title: say('results.about'), weight: 2.2 },
      { title: say('results.baseline'), weight: 1.5 },
      { title: say('results.latest'), weight: 1.5 },
      { title: say('results.target'), weight: 1.5 },
      { title: say('results.standing'), weight: 2.3 },
    ],
    rows: results.map((one) => [
      joinLines(one.name, one.indicator ?? '', measures(one, words)),
      joinLines(one.level === undefined ? '' : say(`results.level.${one.level}`), one.who ?? '', one.where ?? ''),
      mark(one, one.baseline),
      mark(one, one.latest),
      mark(one, one.target),
      joinLines(
        say(`results.word.${standingWord({ standing: one.standing, aim: one.aim, needed: one.needed })}`),
        change(one, words),
        share(one, words),
        one.needed === undefined ? '' : say('results.needed', { amount: amount(one.needed, one, words) }),
        one.overdue ? say('results.overdue') : '',
      ),
    ]),
  }
}

function readingTable(results: Results, { say, day }: ReportWords): ReportTable {
  const hasNames = results.some(({ readings }) => readings.some(({ by }) => by !== undefined))
  return {
    id: 'readings',
    title: say('results.readings'),
    columns: [
      { title: say('results.name'), weight: 3 },
      { title: say('results.day'), weight: 1.6 },
      { title: say('results.reading'), weight: 1.2, isNumber: true },
      { title: say('results.unit'), weight: 1.2 },
      { title: say('results.note'), weight: 4 },
      ...(hasNames ? [{ title: say('results.by'), weight: 1.6 }] : []),
    ],
    rows: results.flatMap(({ name, unit, readings }) =>
      readings.map((one) => [
        ...[name, day(one.on), one.value, unit ?? '', one.note],
        ...(hasNames ? [one.by ?? ''] : []),
      ]),
    ),
  }
}

function amount(value: number, { unit = '' }: Told, { say, figure }: ReportWords): string {
  return say('results.amount', { value: figure(value), unit, has: unit === '' ? 'no' : 'yes' })
}

function measures({ measures: names }: Told, words: ReportWords): string {
  return names.length === 0 ? '' : words.say('results.measures', { names: quoteAll(names, words) })
}

function change(one: Told, words: ReportWords): string {
  if (one.change === undefined) return ''
  const value = Math.abs(one.change)
  return words.say('results.change', {
    amount: isPercent(one.unit)
      ? words.say('results.points', { value, amount: words.figure(value) })
      : amount(value, one, words),
    way: one.change > 0 ? 'more' : one.change < 0 ? 'less' : 'same',
    since: one.fromBaseline ? 'baseline' : 'first',
  })
}

function share({ share: part }: Told, { say }: ReportWords): string {
  if (part === undefined) return ''
  return say('results.share', { ...tellShare(part) })
}
