import type { ElementId, LinkId } from '../base/ids'
import type { Polarity } from '../model/causalLink'
import type { RawFields } from '../model/readRecord'
import { isKnownTieType, type TieDirection } from '../model/tie'
import { findTieType, tieNames } from '../model/tieNames'
import { wayNames, type CellReading } from './columnReadings'
import type { MapDraft } from './mapDraft'
import { readTieType } from './people'
import type { ReportBuilder } from './report'

/** A connection as foreign files tell it, before it is known what kind of link it makes. */
export interface Connection {
  readonly from: ElementId
  readonly to: ElementId
  readonly id: string | undefined
  readonly where: string
  readonly sign: Polarity | undefined
  readonly delayed: boolean
  readonly direction: ConnectionDirection | undefined
  /** What the file calls what it says of ties, and its word for the direction: where it has such columns. */
  readonly said?: { readonly type?: string; readonly direction?: { readonly column: string; readonly word: string } }
  /** The type as the file has it, for ties. */
  readonly type: string
  /** Fields that every kind of link has. */
  readonly shared: RawFields
  /** What a causal link keeps under `extra` besides. */
  readonly causalExtra: RawFields
}

export type ConnectionDirection = 'directed' | 'mutual' | 'undirected'

/** A link that a connection became, with the way it runs. */
export interface LinkStep {
  readonly link: LinkId
  readonly from: ElementId
  readonly to: ElementId
}

const tieDirections = { directed: 'one-way', mutual: 'mutual', undirected: 'none' } as const
const directionWords: Readonly<Record<ConnectionDirection, readonly string[]>> = {
  directed: ['directed', 'one-way', 'oneway', 'one-directional', 'unidirectional', 'forward', '->', '-->', '→'],
  mutual: [
    'mutual',
    'both',
    'both-ways',
    'both-directions',
    'in-both-directions',
    'two-way',
    'two-ways',
    'twoway',
    'bidirectional',
    'bi-directional',
    'reciprocal',
    '<->',
    '<-->',
    '↔',
  ],
  undirected: ['undirected', 'none', 'no-direction', '-', '--'],
}

/** The direction that a word stands for, with hyphens or blanks between its parts. */
export function readDirection(text: string): ConnectionDirection | undefined {
  const word = text
    .slice(0, 60)
    .trim()
    .toLowerCase()
    .replace(/[\s_‐‑–]+/gu, '-')
  return (Object.keys(directionWords) as ConnectionDirection[]).find((direction) =>
    directionWords[direction].includes(word),
  )
}

/** Tells as what a tie's kind and direction were read, where the file has columns for them. */
function noteTie(
  { type, direction, said = {} }: Pick<Connection, 'type' | 'direction' | 'said'>,
  usual: TieDirection | undefined,
  report: ReportBuilder,
): void {
  if (said.type !== undefined && type !== '') {
    const isOneWay = usual === 'one-way' && direction === undefined
    report.readCell(said.type, 'tieType', readingOfType(type, readTieType(type), isOneWay))
  }
  if (said.direction !== undefined && direction !== undefined) {
    const { column, word } = said.direction
    noteWay(column, word, tieDirections[direction], report)
  }
}

/** The way that a tie goes by a word for it. */
export function readWay(word: string): TieDirection | undefined {
  const direction = readDirection(word)
  return direction === undefined ? undefined : tieDirections[direction]
}

/** Tells as which way a word was read. */
export function noteWay(column: string, said: string, way: TieDirection, report: ReportBuilder): void {
  const as = wayNames[way]
  const isSame = said.trim().toLowerCase() === as
  report.readCell(column, 'direction', isSame ? { kind: 'text' } : { kind: 'word', said, as })
}

/** How a word for a kind of tie was read: as one of Weft's own, by its name or its meaning, or as one of the map's. */
export function readingOfType(said: string, type: string, isOneWay: boolean): CellReading {
  if (!isKnownTieType(type)) return { kind: 'own', said, isOneWay }
  return findTieType(said) === type ? { kind: 'text' } : { kind: 'word', said, as: tieNames[type] }
}

/**
 * Adds what a connection means: a causal link where there is a sign or delay or where no person is at
 * either end, a tie between two stakeholders, a relation otherwise. A causal connection that runs both
 * ways becomes two links, of which the second names the first under `kumu:back-of`.
 */
export function addConnection(
  connection: Connection,
  isStakeholder: (id: ElementId) => boolean,
  draft: MapDraft,
  report: ReportBuilder,
): readonly LinkStep[] {
  const { from, to, id, where, sign, direction, type, shared } = connection
  const people = [from, to].filter(isStakeholder).length
  if (sign === undefined && !connection.delayed && people > 0) {
    const tie = type === '' ? undefined : readTieType(type)
    // A tie that is told from whom to whom goes that way, unless its type has a usual way of its own.
    const usual = people === 2 && !isKnownTieType(tie) ? draft.tieWay.direction : undefined
    const way = direction === undefined ? usual : tieDirections[direction]
    const fields = {
      kind: people === 2 ? 'tie' : 'relation',
      from,
      to,
      ...shared,
      ...(tie === undefined ? {} : { type: tie }),
      ...(way === undefined ? {} : { direction: way }),
    }
    const link = draft.addLink(fields, id, where)
    if (link === undefined) return []
    if (people === 2) noteTie(connection, usual, report)
    if (usual !== undefined && direction === undefined && !draft.tieWay.isSaid)
      report.lose('way-guessed', 'ties', where)
    return [{ link, from, to }]
  }
  const causal = {
    kind: 'causal',
    ...shared,
    ...(sign === undefined ? {} : { polarity: sign }),
    ...(connection.delayed ? { delay: true } : {}),
  }
  const bothWays = direction === 'mutual' || direction === 'undirected'
  const extra = {
    ...(shared['extra'] as object | undefined),
    ...connection.causalExtra,
    ...(bothWays ? { 'kumu:direction': direction } : {}),
  }
  const link = draft.addLink({ ...causal, from, to, extra }, id, where)
  if (link === undefined) return []
  const forth: LinkStep = { link, from, to }
  if (!bothWays || from === to) return [forth]
  report.lose('both-ways', `${direction} connection`, where)
  const back = draft.addLink({ ...causal, from: to, to: from, extra: { 'kumu:back-of': link } }, `${link}_back`, where)
  return back === undefined ? [forth] : [forth, { link: back, from: to, to: from }]
}
