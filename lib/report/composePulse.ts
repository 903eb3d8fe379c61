import { nameOr } from './mapTables'
import type { ReportPart } from './report'
import type { ReportBlock, ReportTable, ReportWords } from './reportPage'

type Pulse = ReportPart<'pulse'>

/** How things are going and of what kind they are, in tables. */
export function composePulse({ going, checkIns, kinds }: Pulse, words: ReportWords): readonly ReportBlock[] {
  const { say } = words
  return [
    ...titled(goingTable(going, words), say('pulse.rule')),
    ...titled(checkInTable(checkIns, words)),
    ...titled(kindTable(kinds, words)),
  ]
}

function titled(table: ReportTable, about?: string): readonly ReportBlock[] {
  if (table.rows.length === 0) return []
  return [
    { kind: 'heading', text: table.title },
    ...(about === undefined ? [] : [{ kind: 'text', tone: 'quiet', text: about } as const]),
    { kind: 'table', table },
  ]
}

function goingTable(going: Pulse['going'], words: ReportWords): ReportTable {
  const { say, day } = words
  const tell = (one: Pulse['going'][number]['now']): string =>
    say('pulse.at', { says: one.says, day: day(one.day), people: one.people })
  return {
    id: 'pulse',
    title: say('pulse.going'),
    columns: [
      { title: say('pulse.element'), weight: 3 },
      { title: say('pulse.move'), weight: 2 },
      { title: say('pulse.now'), weight: 3 },
      { title: say('pulse.before'), weight: 3 },
    ],
    rows: going.map(({ label, move, now, before }) => [
      nameOr(label, words),
      say('pulse.moveOf', { move }),
      tell(now),
      before === undefined ? '' : tell(before),
    ]),
  }
}

function checkInTable(checkIns: Pulse['checkIns'], words: ReportWords): ReportTable {
  const { say, day } = words
  const hasNames = checkIns.some(({ by }) => by !== undefined)
  return {
    id: 'check-ins',
    title: say('pulse.checkIns'),
    columns: [
      { title: say('pulse.day'), weight: 2 },
      { title: say('pulse.element'), weight: 3 },
      { title: say('pulse.says'), weight: 2 },
      { title: say('pulse.note'), weight: 4 },
      ...(hasNames ? [{ title: say('pulse.by'), weight: 2 }] : []),
    ],
    rows: checkIns.map(({ label, day: on, says, note, by }) => [
      ...[day(on), nameOr(label, words), say('pulse.saysOf', { says }), note],
      ...(hasNames ? [by ?? ''] : []),
    ]),
  }
}

function kindTable(kinds: Pulse['kinds'], words: ReportWords): ReportTable {
  const { say, day } = words
  return {
    id: 'challenge-kinds',
    title: say('pulse.kinds'),
    columns: [
      { title: say('pulse.element'), weight: 3 },
      { title: say('pulse.kind'), weight: 2 },
      { title: say('pulse.helps'), weight: 4 },
      { title: say('pulse.day'), weight: 2 },
    ],
    rows: kinds.map(({ label, kind, people, day: on }) => [
      nameOr(label, words),
      say('pulse.kindOf', { kind, people }),
      say(`pulse.helpsWith.${kind}`),
      day(on),
    ]),
  }
}
