import { isKnownTieType } from '../model/tie'
import type { ReportPart } from './report'
import type { ReportBlock, ReportTable, ReportWords, TableColumn } from './reportPage'
import { actionTable, composeGaps } from './composeContributions'
import { joinLines, nameOr } from './mapTables'
import { sayPersonal } from './sayPersonal'
import { sectorName } from './sectorName'

type Stakeholders = ReportPart<'stakeholders'>

/** Who is in the system, what joins them, and what they have to do with its factors. */
export function composeStakeholders(part: Stakeholders, words: ReportWords): readonly ReportBlock[] {
  const { say } = words
  const { list, ties, holds } = part
  return [
    { kind: 'text', tone: 'quiet', text: say('stakeholders.count', { count: list.length, ties: ties.length }) },
    { kind: 'table', table: stakeholderTable(list, words) },
    ...titled(say('stakeholders.ties'), tieTable(ties, words)),
    ...titled(say('stakeholders.holds'), holdTable(holds, words)),
  ]
}

/** Where people want to act, and what they mean to do. */
export function composeLeverage(part: ReportPart<'leverage'>, words: ReportWords): readonly ReportBlock[] {
  const { say } = words
  const { places, actions, others } = part
  const placeTable: ReportTable = {
    id: 'leverage',
    title: say('leverage.places'),
    columns: [
      { title: say('leverage.name'), weight: 3 },
      { title: say('leverage.place'), weight: 5 },
      { title: say('leverage.chosen'), weight: 2 },
    ],
    rows: places.map(({ label, place, chosen }) => [
      nameOr(label, words),
      place === undefined ? '' : say('leverage.placeOf', { place, words: say(`leverage.words.p${place}`) }),
      chosen ? say('leverage.yes') : '',
    ]),
  }
  const otherTable: ReportTable = {
    id: 'contributions',
    title: say('leverage.others'),
    columns: [
      { title: say('leverage.who'), weight: 3 },
      { title: say('leverage.towards'), weight: 3 },
      { title: say('leverage.description'), weight: 4 },
    ],
    rows: others.map(({ from, to, reason }) => [nameOr(from, words), nameOr(to, words), reason]),
  }
  return [
    ...titled(say('leverage.places'), placeTable),
    ...titled(say('leverage.actions'), actionTable(actions, words)),
    ...composeGaps(part, words),
    ...titled(say('leverage.others'), otherTable),
  ]
}

function titled(text: string, table: ReportTable): readonly ReportBlock[] {
  return table.rows.length === 0
    ? []
    : [
        { kind: 'heading', text },
        { kind: 'table', table },
      ]
}

function stakeholderTable(list: Stakeholders['list'], words: ReportWords): ReportTable {
  const { say } = words
  const isPersonal = list.some(({ personal }) => personal !== undefined && Object.keys(personal).length > 0)
  const columns: TableColumn[] = [
    { title: say('stakeholders.name'), weight: 3 },
    { title: say('stakeholders.what'), weight: 2.4 },
    { title: say('stakeholders.description'), weight: 4 },
    { title: say('stakeholders.tieCount'), weight: 1, isNumber: true },
  ]
  if (isPersonal) columns.push({ title: say('stakeholders.personal'), weight: 3 })
  return {
    id: 'stakeholders',
    title: say('sections.stakeholders'),
    columns,
    rows: list.map((one) => [
      nameOr(one.label, words),
      joinLines(
        one.form === undefined ? '' : say('stakeholders.form', { form: one.form }),
        sectorName(one.sector ?? '', words),
        one.role ?? '',
      ),
      joinLines(one.description, one.tags.join(', ')),
      one.ties,
      ...(isPersonal ? [sayPersonal(one.personal ?? {}, words)] : []),
    ]),
  }
}

function tieTable(ties: Stakeholders['ties'], words: ReportWords): ReportTable {
  const { say } = words
  return {
    id: 'ties',
    title: say('stakeholders.ties'),
    columns: [
      { title: say('stakeholders.from'), weight: 3 },
      { title: say('stakeholders.kind'), weight: 2.4 },
      { title: say('stakeholders.to'), weight: 3 },
      { title: say('stakeholders.description'), weight: 4 },
    ],
    rows: ties.map(({ from, to, type, way, reason }) => [
      nameOr(from, words),
      say('stakeholders.tie', {
        type:
          type === ''
            ? say('stakeholders.noKind')
            : isKnownTieType(type)
              ? say('stakeholders.tieType', { type })
              : type,
        way: way === 'one-way' ? 'one' : way,
      }),
      nameOr(to, words),
      reason,
    ]),
  }
}

function holdTable(holds: Stakeholders['holds'], words: ReportWords): ReportTable {
  const { say } = words
  return {
    id: 'holds',
    title: say('stakeholders.holds'),
    columns: [
      { title: say('stakeholders.name'), weight: 3 },
      { title: say('stakeholders.hold'), weight: 3 },
      { title: say('factors.name'), weight: 4 },
    ],
    rows: holds.map(({ actor, variable, word }) => [
      nameOr(actor, words),
      say('stakeholders.holdWord', { word: word === undefined ? 'none' : word.replace('-', '') }),
      nameOr(variable, words),
    ]),
  }
}
