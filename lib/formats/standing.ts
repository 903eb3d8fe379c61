import type { Json, JsonFields } from '../base/json'
import { readNumber } from '../base/readNumber'
import { definitionNameLength } from '../model/definition'
import { toLabel } from '../model/label'
import { isKnownSector, sectorNames } from '../model/sector'
import { mostInfluence } from '../model/stakeholder'
import type { CellReading } from './columnReadings'
import type { ReportBuilder } from './report'
import { readStance } from './stanceWords'
import type { StandingField } from './standingFields'
import { readYesNo } from './yesWords'

/** What one element says in these fields, and under which names of the file. */
export type StandingSaid = ReadonlyMap<
  StandingField,
  {
    readonly name: string
    readonly text: string
    /** Several words where a field holds one. */
    readonly isList?: boolean
  }
>

/** What of it Weft can take, and what is to be kept under the names that it has in the file. */
export interface StandingRead {
  readonly fields: JsonFields
  readonly left: readonly StandingField[]
}

/** Characters that a contact has room for. */
export const longestContact = 300
const longest = { role: 120, contact: longestContact } as const

/** Reads what a file says of one stakeholder, and reports what was changed on the way or cannot be taken. */
export type StandingReader = (said: StandingSaid, where: string) => StandingRead

/**
 * Learns from a whole file how it writes what it says of stakeholders. Stances are read by their meaning; sectors by
 * the names of Weft's own, else as the file spelt them first, in any case. Shares are percents, numbers up to 1, words
 * (low, medium, high), or numbers of a scale: out of a hundred where the largest is beyond 10, else, or beyond a
 * hundred, out of the largest. Influence is from 0 to 5 discs, or else of such a scale. Cost: linear in what is said.
 */
export function createStandingReader(all: Iterable<StandingSaid>, report: ReportBuilder): StandingReader {
  const texts = new Map<StandingField, string[]>()
  for (const said of all) {
    for (const [field, { text }] of said) {
      const known = texts.get(field)
      if (known === undefined) texts.set(field, [text])
      else known.push(text)
    }
  }
  const sectors = new Map<string, string>()
  const scales = {
    power: findScale(texts.get('power')),
    interest: findScale(texts.get('interest')),
    legitimacy: findScale(texts.get('legitimacy')),
    urgency: findScale(texts.get('urgency')),
    influence: findScale(texts.get('influence')),
  }
  const areDiscs = (texts.get('influence') ?? []).every((text) => {
    const number = readNumber(text)
    return number === undefined || text.includes('%') || (Number.isInteger(number) && number <= mostInfluence)
  })
  const readValue = (field: StandingField, text: string, name: string, where: string): Json | undefined => {
    const note = (cell: CellReading): void => report.readCell(name, field, cell)
    const tell = (code: 'word-read' | 'scaled-share', as: string | number): void =>
      report.lose(code, name, where, 1, `${code === 'word-read' ? `“${text}”` : text} as ${as}`)
    const noteWord = (as: string | number): void =>
      note(text.toLowerCase() === String(as).toLowerCase() ? { kind: 'text' } : { kind: 'word', said: text, as })
    switch (field) {
      case 'sector': {
        const sector = readSector(text, sectors)
        if (sector === undefined) return undefined
        if (isKnownSector(sector)) noteWord(sectorNames[sector])
        else note({ kind: 'own', said: sector })
        return sector
      }
      case 'stance': {
        const stance = readStance(text)
        if (stance === undefined) return undefined
        if (stance !== text.toLowerCase()) tell('word-read', stance)
        noteWord(stance)
        return stance
      }
      case 'role':
      case 'contact':
        if (text.length > longest[field]) return undefined
        note({ kind: 'text' })
        return text
      case 'leader':
        const isLeader = readYesNo(text)
        if (isLeader === undefined) return undefined
        noteWord(isLeader ? 'yes' : 'no')
        // Who leads nothing has no such field.
        return isLeader ? true : null
      default: {
        const number = text.includes('%') ? undefined : readNumber(text)
        const scale = scales[field]
        if (field === 'influence' && areDiscs && number !== undefined) {
          if (number < 0) return undefined
          note({ kind: 'number', how: 'discs', scale: 1, said: text, as: number })
          return number
        }
        const share = readShare(text, scale)
        if (share === undefined) return undefined
        const isWord = number === undefined && !text.includes('%')
        const value = field === 'influence' ? Math.round(share * mostInfluence) : share
        if (isWord) tell('word-read', value)
        else if (number !== undefined && share !== number) tell('scaled-share', value)
        if (isWord) noteWord(value)
        else {
          const isDiscs = field === 'influence'
          const isAsItIs = scale === 1 || (share === number && number !== 0)
          const how = number === undefined ? 'percents' : isDiscs ? 'scaledDiscs' : isAsItIs ? 'shares' : 'scaled'
          note({ kind: 'number', how, scale, said: text, as: value })
        }
        return value
      }
    }
  }
  return (said, where) => {
    const fields: Record<string, Json> = {}
    const left: StandingField[] = []
    for (const [field, { name, text, isList = false }] of said) {
      const value = isList ? undefined : readValue(field, text.trim(), name, where)
      if (value === null) continue
      if (value !== undefined) fields[field] = value
      else {
        left.push(field)
        report.lose('kept-beside', name, where, 1, `“${text.trim()}”`)
      }
    }
    return { fields, left }
  }
}

/** One of Weft's own by its English name, else the word as it was spelt first. */
function readSector(text: string, spelt: Map<string, string>): string | undefined {
  const word = toLabel(text)
  if (word === '' || word.length > definitionNameLength) return undefined
  const folded = word.toLowerCase()
  if (isKnownSector(folded)) return folded
  const first = spelt.get(folded) ?? word
  spelt.set(folded, first)
  return first
}

const levels = new Map([
  ...['low', 'weak', 'small'].map((word) => [word, 0.25] as const),
  ...['medium', 'moderate', 'middle', 'average'].map((word) => [word, 0.5] as const),
  ...['high', 'strong', 'large'].map((word) => [word, 1] as const),
])

/** What the numbers of a column are out of; 1 if they are shares already. */
function findScale(texts: readonly string[] = []): number {
  const largest = texts.reduce((most, text) => (text.includes('%') ? most : Math.max(most, readNumber(text) ?? 0)), 0)
  if (largest <= 1) return 1
  return largest > 10 && largest <= 100 ? 100 : largest
}

function readShare(text: string, scale: number): number | undefined {
  const level = levels.get(text.toLowerCase())
  if (level !== undefined) return level
  const number = readNumber(text)
  if (number === undefined) return undefined
  // Beside numbers out of a hundred, what has a point and is less than 1 is a share.
  const isShare = text.includes('%') || (scale === 100 && number < 1)
  const share = isShare ? number : number / scale
  // Without the dust that dividing leaves.
  return share >= 0 && share <= 1 ? (scale === 1 ? share : Math.round(share * 1e6) / 1e6) : undefined
}
