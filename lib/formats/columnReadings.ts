import { simplify } from './csvColumns'
import type { TieDirection } from '../model/tie'
import type { StandingField } from './standingFields'

/** What Weft reads from a column: of stakeholders, or of the ties between them. */
export type ColumnField = StandingField | 'form' | 'tieType' | 'strength' | 'direction'

/** How the numbers of a column were taken: as they are, as percents, or as parts of a scale; influence as 0 to 5 discs. */
export type NumberReading = 'shares' | 'percents' | 'scaled' | 'discs' | 'scaledDiscs'

/** What a column that says something of stakeholders or their ties was read as, by its words and its scale. */
export interface ColumnReading {
  /** As the file calls it. */
  readonly column: string
  readonly field: ColumnField
  readonly numbers?: NumberReading
  /** What the numbers are out of, where they were brought to scale. */
  readonly scale?: number
  /** One of the numbers, and what became of it. */
  readonly example?: { readonly said: string; readonly as: number }
  /** Words that were read by their meaning, the first few. */
  readonly words: readonly { readonly said: string; readonly as: string | number }[]
  readonly moreWords: number
  /** Words that Weft does not offer, and that stay: the first few, and how many more. */
  readonly own?: { readonly words: readonly string[]; readonly more: number; readonly isOneWay: boolean }
  /** All of it in English. */
  readonly sentence: string
}

/** One cell of a column, as it was read. */
export type CellReading =
  | { readonly kind: 'text' }
  | { readonly kind: 'word'; readonly said: string; readonly as: string | number }
  /** A word of the map's own: a sector, or a kind of tie; of a tie, whether it goes one way for want of a direction. */
  | { readonly kind: 'own'; readonly said: string; readonly isOneWay?: boolean }
  | {
      readonly kind: 'number'
      readonly how: NumberReading
      readonly scale: number
      readonly said: string
      readonly as: number
    }

/** Gathers how cells were read, column by column. */
export interface ColumnNotes {
  note(column: string, field: ColumnField, cell: CellReading): void
  has(field: ColumnField, column?: string): boolean
  build(): readonly ColumnReading[]
}

const wordsTold = 6
/** More are not counted apart. */
const wordsKnown = 200
const columnsTold = 40

export function createColumnNotes(): ColumnNotes {
  interface Notes {
    readonly column: string
    readonly field: ColumnField
    readonly words: Map<string, string | number>
    readonly own: Set<string>
    isOneWay: boolean
    number: Extract<CellReading, { kind: 'number' }> | undefined
  }
  const columns = new Map<string, Notes>()
  return {
    note: (column, field, cell) => {
      const key = `${field} ${column}`
      const known = columns.get(key)
      if (known === undefined && columns.size >= columnsTold) return
      const notes: Notes = known ?? {
        column,
        field,
        words: new Map(),
        own: new Set(),
        isOneWay: false,
        number: undefined,
      }
      columns.set(key, notes)
      if (cell.kind === 'word' && notes.words.size < wordsKnown) {
        const said = cell.said.trim()
        if (!notes.words.has(said)) notes.words.set(said, cell.as)
      }
      if (cell.kind === 'own') {
        if (notes.own.size < wordsKnown) notes.own.add(cell.said.trim())
        notes.isOneWay ||= cell.isOneWay === true
      }
      if (cell.kind === 'number' && (notes.number === undefined || isPlainer(notes.number, cell))) notes.number = cell
    },
    has: (field, column) =>
      column === undefined
        ? [...columns.values()].some((notes) => notes.field === field)
        : columns.has(`${field} ${column}`),
    build: () =>
      [...columns.values()].map(({ column, field, words, own, isOneWay, number }) => {
        const told = [...words].slice(0, wordsTold).map(([said, as]) => ({ said: clipWord(said), as }))
        const isScaled = number?.how === 'scaled' || number?.how === 'scaledDiscs'
        const reading = {
          column: clipWord(column),
          field,
          ...(number === undefined ? {} : { numbers: number.how }),
          ...(number !== undefined && isScaled ? { scale: number.scale } : {}),
          ...(number === undefined || number.how === 'shares' || number.how === 'discs'
            ? {}
            : { example: { said: clipWord(number.said), as: number.as } }),
          words: told,
          moreWords: words.size - told.length,
          ...(own.size === 0
            ? {}
            : {
                own: {
                  words: [...own].slice(0, wordsTold).map(clipWord),
                  more: Math.max(0, own.size - wordsTold),
                  isOneWay,
                },
              }),
        }
        return { ...reading, sentence: describeColumn(reading) }
      }),
  }
}

const ranks: Readonly<Record<NumberReading, number>> = { percents: 1, shares: 2, discs: 3, scaled: 3, scaledDiscs: 3 }

/** Whether the second tells more of how a column was taken: what was brought to scale, and no zero. */
function isPlainer(
  known: Extract<CellReading, { kind: 'number' }>,
  next: Extract<CellReading, { kind: 'number' }>,
): boolean {
  if (known.how !== next.how) return ranks[next.how] > ranks[known.how]
  return known.as === 0 && next.as !== 0
}

function clipWord(word: string): string {
  return word.length > 60 ? `${Array.from(word).slice(0, 59).join('')}…` : word
}

const fieldNames: Readonly<Record<ColumnField, string>> = {
  sector: 'sector',
  role: 'role',
  stance: 'stance',
  power: 'power',
  interest: 'interest',
  legitimacy: 'legitimacy',
  urgency: 'urgency',
  influence: 'influence',
  leader: 'formal leader',
  contact: 'contact',
  form: 'person, organisation or group',
  tieType: 'kind of tie',
  strength: 'strength',
  direction: 'direction',
}

/** Which way ties go, in words. */
export const wayNames: Readonly<Record<TieDirection, string>> = {
  'one-way': 'one way',
  mutual: 'both ways',
  none: 'no direction',
}

/** One sentence in English: “Power: numbers out of 100, so 80 is read as 0.8.” */
function describeColumn({
  column,
  field,
  numbers,
  scale,
  example,
  words,
  moreWords,
  own,
}: Omit<ColumnReading, 'sentence'>): string {
  const isSame = simplify(column) === field || simplify(column) === fieldNames[field]
  const so = example === undefined ? '' : `, so ${example.said} is read as ${example.as}`
  const parts = isSame ? [] : [`read as ${fieldNames[field]}`]
  switch (numbers) {
    case 'shares':
      parts.push('numbers from 0 to 1, as they are')
      break
    case 'percents':
      parts.push(`percents${so}`)
      break
    case 'scaled':
      parts.push(`numbers out of ${scale ?? 1}${so}`)
      break
    case 'discs':
      parts.push('0 to 5 discs, as they are')
      break
    case 'scaledDiscs':
      parts.push(`numbers out of ${scale ?? 1}, brought to 0 to 5 discs${so}`)
      break
    case undefined:
      break
  }
  if (words.length > 0) {
    const list = words.map(({ said, as }, index) => `“${said}” ${index === 0 ? 'is read as' : 'as'} ${as}`)
    parts.push(`${list.join(', ')}${moreWords > 0 ? `, and ${moreWords} more` : ''}`)
  } else if (numbers === undefined && own === undefined) parts.push('word for word')
  if (own !== undefined) {
    const names = own.words.map((word) => `“${word}”`)
    const list = own.more > 0 ? `${names.join(', ')} and ${own.more} more` : joinNames(names)
    const stay = names.length === 1 ? 'stays a word' : 'stay words'
    const way = own.isOneWay ? ', one way where the file says no direction' : ''
    parts.push(`${list} ${stay} of the map’s own${way}`)
  }
  return `${column}: ${parts.join('; ')}.`
}

function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
