import type { ReportPart } from './report'
import type { ReportBlock, ReportTable, ReportWords } from './reportPage'
import { joinLines, quote, quoteAll } from './mapTables'

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
  const moves = ({ rises, falls }: Pick<Experiments[number], 'rises' | 'falls'>): readonly string[] => [
    rises.length === 0 ? '' : say('experiments.rises', { names: quoteAll(rises, words) }),
    falls.length === 0 ? '' : say('experiments.falls', { names: quoteAll(falls, words) }),
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
        one.scenario === undefined ? '' : say('experiments.scenario', { name: quote(one.scenario, words) }),
      ),
      joinLines(
        ...one.marks.map((mark) => say('experiments.mark', { name: markedName(mark, words), mark: mark.mark })),
      ),
      joinLines(
        one.expectation ?? '',
        one.indicator === undefined ? '' : say('experiments.told', { name: quote(one.indicator, words) }),
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
    ? quote(mark.element.trim(), words)
    : words.say('experiments.link', { from: quote(mark.from.trim(), words), to: quote(mark.to.trim(), words) })
}
