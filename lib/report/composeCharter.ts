import type { Charter } from './charter'
import type { CoalitionPart } from './coalitionPart'
import { sayBrings, sayDecides, sayLookAgain, sayMissing, sayRole, sectorOr, texts } from './composeCoalitions'
import { joinLines, nameOr } from './mapTables'
import type { ReportBlock, ReportPage, ReportTable, ReportWords, TableColumn } from './reportPage'
import { sayPersonal } from './sayPersonal'

/** A charter in words: short sections that fit on a page. The same for the same charter and words. Cost: linear. */
export function composeCharter({ map, madeAt, withPersonal, coalition }: Charter, words: ReportWords): ReportPage {
  const { say } = words
  const { name, purpose, members, hasSectors } = coalition
  const inside = members.filter(({ state }) => state === 'in')
  const asking = members.filter(({ state }) => state !== 'in')
  const decides = sayDecides(coalition, words)
  const missing = sayMissing(coalition, words)
  const again = sayLookAgain(coalition, words)
  const quiet = (key: string): ReportBlock => ({ kind: 'text', tone: 'quiet', text: say(`coalitions.${key}`) })
  const noGaps: ReportBlock = hasSectors
    ? quiet('full')
    : { kind: 'text', tone: 'quiet', text: say('coalition.sectors.none') }
  const section = (id: string, key: string, blocks: readonly ReportBlock[]): ReportPage['sections'] =>
    blocks.length === 0 ? [] : [{ id, title: say(`coalitions.${key}`), blocks }]
  const when = words.moment(madeAt)
  return {
    ...{ lang: words.lang, dir: words.dir, title: name },
    subtitle: say('coalitions.subtitle', { map: map === '' ? say('untitled') : map, when }),
    sections: [
      ...section('purpose', 'purpose', purpose === '' ? [] : [{ kind: 'text', tone: 'lead', text: purpose }]),
      ...section('in', 'in', [
        inside.length === 0 ? quiet('nobodyIn') : { kind: 'table', table: insideTable(inside, withPersonal, words) },
      ]),
      ...section('asking', 'asking', asking.length === 0 ? [] : [{ kind: 'table', table: askingTable(asking, words) }]),
      ...section('missing', 'missingTitle', missing === '' ? [noGaps] : texts(missing)),
      ...section('decides', 'decides', [
        ...(decides.length === 0 ? [quiet('noRule')] : texts(...decides)),
        ...(again === '' ? [quiet('noDay')] : texts(again)),
      ]),
      ...section('sign', 'sign', inside.length === 0 ? [] : texts(signatures(inside, words))),
    ],
    lacking: say('lacking'),
    foot: { text: say('coalitions.foot', { when }), page: (page, pages) => say('page', { page, pages }) },
  }
}

/** Those who are in, sector by sector. */
function insideTable(members: CoalitionPart['members'], withPersonal: boolean, words: ReportWords): ReportTable {
  const { say } = words
  const columns: TableColumn[] = [
    { title: say('coalitions.who'), weight: 2.6 },
    { title: say('coalitions.sector'), weight: 1.7 },
    { title: say('coalitions.role'), weight: 1.9 },
    { title: say('coalitions.commitment'), weight: 5 },
  ]
  if (withPersonal) columns.push({ title: say('stakeholders.personal'), weight: 3.2 })
  return {
    id: 'members',
    title: say('coalitions.in'),
    columns,
    rows: members.map(({ label, sector, role, personal, ...member }) => [
      nameOr(label, words),
      sectorOr(sector, words),
      sayRole(role, words),
      sayBrings(member, words),
      ...(withPersonal ? [sayPersonal(personal ?? {}, words)] : []),
    ]),
  }
}

/** Room to sign by hand, beside each name and on its line: several to a line, so that many stand on one page. */
function signatures(members: CoalitionPart['members'], words: ReportWords): string {
  return members.map(({ label }) => `${nameOr(label, words)} ${line}`.replaceAll(' ', '\u00a0')).join('   ')
}

const line = '_'.repeat(22)

function askingTable(members: CoalitionPart['members'], words: ReportWords): ReportTable {
  const { say } = words
  return {
    id: 'asking',
    title: say('coalitions.asking'),
    columns: [
      { title: say('coalitions.who'), weight: 3 },
      { title: say('coalitions.sector'), weight: 2 },
      { title: say('coalitions.state'), weight: 1.5 },
      { title: say('coalitions.askedBy'), weight: 3 },
    ],
    rows: members.map(({ label, sector, state, role, askedBy }) => [
      joinLines(nameOr(label, words), sayRole(role, words)),
      sectorOr(sector, words),
      say(`coalition.states.${state}`),
      askedBy === undefined ? say('coalitions.nobody') : nameOr(askedBy, words),
    ]),
  }
}
