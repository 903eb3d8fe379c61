import type { ReportPart } from './report'
import type { ReportBlock, ReportTable, ReportWords } from './reportPage'
import { joinLines, nameOr, quote, quoteAll } from './mapTables'
import { sectorName } from './sectorName'

type Leverage = ReportPart<'leverage'>

/** The ledger of what people do: what, by whom, what for, how far, by when. */
export function actionTable(actions: Leverage['actions'], words: ReportWords): ReportTable {
  const { say } = words
  return {
    id: 'actions',
    title: say('leverage.actions'),
    columns: [
      { title: say('leverage.action'), weight: 3 },
      { title: say('leverage.by'), weight: 2.4 },
      { title: say('leverage.towards'), weight: 3 },
      { title: say('leverage.state'), weight: 1.6 },
      { title: say('leverage.due'), weight: 1.8 },
      { title: say('leverage.description'), weight: 3 },
    ],
    rows: actions.map(({ label, description, act, by, towards, state, due, overdue }) => [
      joinLines(nameOr(label, words), act === undefined ? '' : say('leverage.act', { act })),
      by.map((name) => nameOr(name, words)).join(', '),
      joinLines(
        ...towards.map((one) =>
          say('leverage.toward', {
            ...{ name: nameOr(one.label, words), effect: one.effect ?? 'none' },
            ...{ reason: one.reason, has: one.reason === '' ? 'no' : 'yes' },
          }),
        ),
      ),
      say('leverage.stateOf', { state: state.replace('-', '') }),
      due === undefined ? '' : joinLines(words.day(due), overdue === true ? say('leverage.overdue') : ''),
      description,
    ]),
  }
}

/** Where contributions work against each other, and who and what is left out of them, in words. */
export function composeGaps(part: Leverage, words: ReportWords): readonly ReportBlock[] {
  const { say } = words
  const quoted = (names: readonly string[]): string => quoteAll(names, words)
  const yes = (is: boolean): string => (is ? 'yes' : 'no')
  const against = part.conflicts.map(({ variable, rise, fall, hold, direct, after }) =>
    say(hold.length === 0 ? 'leverage.conflict' : 'leverage.conflictHold', {
      ...{ name: quote(variable, words), rise: quoted(rise), fall: quoted(fall), hold: quoted(hold) },
      ...{ direct: yes(direct), rises: yes(rise.length > 0), falls: yes(fall.length > 0) },
      ...{ after: quoted(after), has: yes(after.length > 0) },
    }),
  )
  const sectors = part.missingSectors.map((sector) => sectorName(sector, words)).join(', ')
  const left = [
    part.unserved.length === 0 ? '' : say('leverage.unserved', { names: quoted(part.unserved) }),
    part.idle.length === 0 ? '' : say('leverage.idle', { names: quoted(part.idle) }),
    sectors === '' ? '' : say('leverage.missingSectors', { names: sectors }),
  ]
  return [...titled(say('leverage.conflicts'), against), ...titled(say('leverage.gaps'), left)]
}

function titled(text: string, lines: readonly string[]): readonly ReportBlock[] {
  const said = lines.filter((line) => line !== '')
  return said.length === 0
    ? []
    : [{ kind: 'heading', text }, ...said.map((line) => ({ kind: 'text', text: line }) as const)]
}
