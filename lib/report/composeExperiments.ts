import type { ReportPart } from './report'
import type { ReportBlock, ReportTable, ReportWords } from './reportPage'
import { joinLines, nameOr } from './mapTables'

type Experiments = ReportPart<'experiments'>

/** What people try, one row each. */
export function composeExperiments(part: Experiments, words: ReportWords): readonly ReportBlock[] {
  const { say } = words
  return [
    { kind: 'text', tone: 'quiet', text: say('experiments.how') },
    { kind: 'table', table: experimentTable(part, words) },
  ]
}

function experimentTable(part: Experiments, words: ReportWords): ReportTable {
  const { say } = words
  const list = (names: readonly string[]): string => names.map((name) => nameOr(name, words)).join(', ')
  const moves = ({ rises, falls }: Pick<Experiments[number], 'rises' | 'falls'>): readonly string[] => [
    rises.length === 0 ? '' : say('experiments.rises', { names: list(rises) }),
    falls.length === 0 ? '' : say('experiments.falls', { names: list(falls) }),
  ]
  return {
    id: 'experiments',
    title: say('sections.experiments'),
    columns: [
      { title: say('experiments.name'), weight: 2.6 },
      { title: say('experiments.marks'), weight: 3 },
      { title: say('experiments.expectation'), weight: 3 },
      { title: say('experiments.days'), weight: 2 },
      { title: say('experiments.effect'), weight: 2.6 },
      { title: say('experiments.learned'), weight: 3 },
    ],
    rows: part.map((one) => [
      joinLines(
        one.name,
        say('experiments.state', { state: one.state }),
        one.scenario === undefined ? '' : say('experiments.scenario', { name: one.scenario }),
      ),
      joinLines(
        ...one.marks.map((mark) => say('experiments.mark', { name: markedName(mark, words), mark: mark.mark })),
      ),
      joinLines(
        one.expectation ?? '',
        one.indicator === undefined ? '' : say('experiments.told', { name: one.indicator }),
      ),
      joinLines(
        one.begun === undefined ? '' : say('experiments.begun', { day: words.day(one.begun) }),
        one.lookAgain === undefined || one.state === 'over'
          ? ''
          : say('experiments.lookAgain', { day: words.day(one.lookAgain), due: one.due ? 'yes' : 'no' }),
      ),
      joinLines(
        ...(one.rises.length + one.falls.length === 0 ? [say(`experiments.noEffect.${one.outcome}`)] : moves(one)),
        ...(one.said === undefined
          ? []
          : [
              say('experiments.saidOn', { day: words.day(one.said.on) }),
              ...(one.said.rises.length + one.said.falls.length === 0
                ? [say('experiments.noEffect.run')]
                : moves(one.said)),
            ]),
      ),
      one.learned ?? '',
    ]),
  }
}

function markedName(mark: Experiments[number]['marks'][number], words: ReportWords): string {
  return 'element' in mark
    ? nameOr(mark.element.trim(), words)
    : words.say('experiments.link', { from: nameOr(mark.from.trim(), words), to: nameOr(mark.to.trim(), words) })
}
