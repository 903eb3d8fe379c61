import type { WeftMap } from '../model/weftMap'
import { createColumnNotes, type CellReading, type ColumnField, type ColumnReading } from './columnReadings'

/** One thing that reading or writing a file could not carry over. */
export interface NotCarried {
  /** Stable word for the reason, so that a screen can say it in other languages. */
  readonly code: LossCode
  /** What it was, as the file names it. */
  readonly what: string
  /** The first places where it stands. */
  readonly where?: string
  /** One of the values, as the file has it, and what became of it. */
  readonly example?: string
  /** The reason in English. */
  readonly why: string
  readonly count: number
}

export interface ImportReport {
  readonly format: string
  /** How many of each kind were read: `elements`, `links`, `variables`, `loops`… */
  readonly read: Readonly<Record<string, number>>
  readonly notCarried: readonly NotCarried[]
  /** As what each column, or attribute, that says something of stakeholders or ties was read; absent where none does. */
  readonly columns?: readonly ColumnReading[]
}

/** A map as it came out of a file, with the account of what happened on the way. */
export interface ImportedMap {
  readonly map: WeftMap
  readonly report: ImportReport
  /** What the file says that a group was asked, where it says anything: for whoever makes a map of it alone. */
  readonly asked?: AskedInFile
}

export interface AskedInFile {
  /** As it stands in the file, unread. */
  readonly rounds: unknown
  /** What elements and links of the file are called on the map, where that is something else. */
  readonly ids: ReadonlyMap<string, string>
}

const reasons = {
  'bad-record': 'it could not be read, so it was left out',
  'bad-field': 'the value does not fit and was left out',
  'unknown-kind': 'this version of Weft does not know the kind',
  'changed-id': 'the id was missing, taken or not usable, so it got a new one',
  'missing-end': 'the link leads to or from an element that is not in the file',
  'made-element': 'links name it but no list does, so it was made from its name',
  shortened: 'the text was longer than Weft keeps and was cut',
  'too-many-tags': 'an element keeps 40 tags',
  'off-the-canvas': 'the position is not a usable number, so the element is placed by Weft',
  markup: 'formatting became plain text',
  style: 'Weft draws every kind of element and link in its own way',
  perspective: 'Weft has no such saved view',
  'other-map': 'only the positions of the default map are used',
  'other-data': 'Weft has no place for it',
  'rounds-new-map': 'what a group was asked, and what came of it, comes along where a new map is made of the file',
  'round-without-result': 'it had not been shown to all when the file was made, or is personal and was left out',
  'too-many-rounds': 'it is beyond the most rounds that one file brings along',
  'round-target-gone': 'the round asked about it, and it is not on the map: what came of it is kept under this name',
  picture: 'pictures from elsewhere are not fetched',
  'loop-not-closed': 'its links do not form one closed loop, so the name was left out',
  'loop-tail': 'links beside the closed loop are not part of it',
  'both-ways': 'a causal link runs one way, so it became two',
  'sign-read': 'read as the sign of the link by the way the rest of the file writes signs',
  'sign-unclear': 'not a sign that Weft knows, so the link has none',
  'repeated-link':
    'the same link more than once: every one of them is on the map, and loops and measures count them as one',
  'contradicting-link':
    'the same link, but not with the same sign: every one of them is on the map, and loops and measures count them as one link without a sign',
  'kind-guessed': 'chosen by what the file shows',
  'way-guessed': 'neither the file nor their kind says which way they go, so they run from the first to the second',
  'scaled-strength': 'brought to the range from 0 to 1',
  'scaled-share': 'a share from 0 to 1 in Weft, influence from 0 to 5',
  'word-read': 'read by what it means: check that it is what was meant',
  'kept-beside': 'not a value that Weft has a place for, so it is kept as it was',
  'kept-type':
    'words that say more than person, organisation or group: kept as they were too, to be seen in the inspector and to be made a field in the table',
  'kept-column':
    'a column that Weft does not know: kept as it was, to be seen in the inspector and to be made a field in the table',
  'kept-link-column': 'a column of links that Weft does not know: kept as it was, to be seen in the inspector',
  'kept-personal': 'personal by its name: kept as it was, and left out of files unless what is personal is asked for',
  'no-header': 'the first line has no column names, so the columns were taken as from, to and sign',
  'encoding-guessed': 'the text is not UTF-8 and was read as Windows-1252: check letters with accents',
  'no-room': 'this format has no place for it',
} as const
export type LossCode = keyof typeof reasons
export const lossCodes = Object.keys(reasons) as readonly LossCode[]

/** Nothing is missing on the map for these: they tell how something was understood, for people to check. */
const remarks: ReadonlySet<string> = new Set<LossCode>([
  'changed-id',
  'made-element',
  'both-ways',
  'round-target-gone',
  'sign-read',
  'repeated-link',
  'contradicting-link',
  'kind-guessed',
  'way-guessed',
  'scaled-strength',
  'scaled-share',
  'word-read',
  'no-header',
  'encoding-guessed',
])

/** What the sentence on a column says too. */
const toldByColumn: ReadonlySet<string> = new Set<LossCode>(['scaled-strength', 'scaled-share', 'word-read'])
const keptWhole: ReadonlySet<string> = new Set<LossCode>([
  'kept-type',
  'kept-column',
  'kept-link-column',
  'kept-personal',
])

/**
 * Parts a report into what was lost or changed on the way, what came over whole but is worth a look, and the columns that
 * were kept as they are. What the readings of columns say already is not said again.
 */
export function partReport<Line extends { readonly code?: string | undefined; readonly what: string }>(
  lines: readonly Line[],
  columns: readonly Pick<ColumnReading, 'column'>[] = [],
): { readonly losses: readonly Line[]; readonly remarks: readonly Line[]; readonly kept: readonly Line[] } {
  const read = new Set(columns.map(({ column }) => column))
  const losses: Line[] = []
  const others: Line[] = []
  const kept: Line[] = []
  for (const line of lines) {
    const { code = '', what } = line
    if (keptWhole.has(code)) kept.push(line)
    else if (!remarks.has(code)) losses.push(line)
    else if (!toldByColumn.has(code) || !read.has(what)) others.push(line)
  }
  return { losses, remarks: others, kept }
}

/** The reason behind a loss in English. */
export function describeLoss(code: LossCode): string {
  return reasons[code]
}

/** Collects what a reader or writer meets. Losses of one code and name become one line. */
export interface ReportBuilder {
  count(name: string, by?: number): void
  lose(code: LossCode, what: string, where?: string, count?: number, example?: string): void
  /** Tells how one cell of a column of stakeholders or ties was read. */
  readCell(column: string, field: ColumnField, cell: CellReading): void
  /** Whether any column, or this one, was read as this. */
  hasRead(field: ColumnField, column?: string): boolean
  losses(): readonly NotCarried[]
  build(): ImportReport
}

const placesNamed = 3
/** Lines of a report: beyond it, the rest is summed up, so that a hostile file cannot fill the screen. */
const linesOfReport = 100

export function createReport(format: string): ReportBuilder {
  const read = new Map<string, number>()
  const columns = createColumnNotes()
  const lines = new Map<
    string,
    { code: LossCode; what: string; places: string[]; example: string | undefined; count: number }
  >()
  const losses = (): readonly NotCarried[] =>
    [...lines.values()].map(({ code, what, places, example, count }) => ({
      code,
      what,
      ...(places.length === 0 ? {} : { where: places.join(', ') + (count > places.length ? ', …' : '') }),
      ...(example === undefined ? {} : { example }),
      why: reasons[code],
      count,
    }))
  return {
    count: (name, by = 1) => read.set(name, (read.get(name) ?? 0) + by),
    lose: (code, what, where, count = 1, example) => {
      const name = lines.has(`${code} ${what}`) || lines.size < linesOfReport ? clip(what, 80) : 'others'
      const key = `${code} ${name}`
      const line = lines.get(key) ?? { code, what: name, places: [], example: undefined, count: 0 }
      line.count += count
      if (example !== undefined) line.example ??= clip(example, 80)
      if (where !== undefined && line.places.length < placesNamed) line.places.push(clip(where, 80))
      lines.set(key, line)
    },
    readCell: columns.note,
    hasRead: columns.has,
    losses,
    build: () => {
      const told = columns.build()
      return {
        format,
        read: Object.fromEntries(read),
        notCarried: losses(),
        ...(told.length === 0 ? {} : { columns: told }),
      }
    },
  }
}

/** Text cut to `length` characters with an ellipsis; never splits a pair of surrogates. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length - 1)
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}
