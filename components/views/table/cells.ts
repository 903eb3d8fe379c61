import * as z from 'zod/mini'
import type { Json } from '../../../lib/base/json'
import { readNumber } from '../../../lib/base/readNumber'
import { readStance } from '../../../lib/formats/stanceWords'
import { readYesNo } from '../../../lib/formats/yesWords'
import { isOpenComma, type CommaMeaning } from '../../../lib/model/amount'
import { isOpenDate, type DateOrder } from '../../../lib/model/dateOrder'
import { toLabel } from '../../../lib/model/label'
import { customText, toCustomValue, type Reading } from '../../../lib/model/customValue'
import { elementSchemas, type ElementKind } from '../../../lib/model/element'
import type { TableColumn } from './columns'

/** What is written for yes. */
export interface CellTexts {
  readonly yes: string
  /** Words for shares: low, medium, high. */
  readonly levels: readonly { readonly label: string; readonly value: number }[]
  /** What a comma parts as the reader writes numbers, where nothing else says; without it `12,000` is not understood. */
  readonly comma?: CommaMeaning
  /** Whether day or month comes first as the reader writes dates, where nothing else says. */
  readonly dates?: DateOrder
}

/** A cell as people read it, and as a spreadsheet gets it. */
export function cellText(column: TableColumn, value: Json | undefined, texts: CellTexts): string {
  if (value === undefined || value === null) return ''
  if (column.custom !== undefined) return customText(value)
  switch (column.type) {
    case 'share':
      return typeof value === 'number' ? `${Math.round(value * 1_000) / 10}%` : customText(value)
    case 'choice':
    case 'open-choice':
      return column.words.find((word) => word.value === value)?.label ?? customText(value)
    case 'yes':
      return value === true ? texts.yes : ''
    case 'tags':
      return Array.isArray(value) ? joinTags(value.map(customText)) : customText(value)
    default:
      return customText(value)
  }
}

function joinTags(tags: readonly string[]): string {
  return tags.some((tag) => tag.includes(',')) ? tags.join('|') : tags.join(', ')
}

/**
 * What a text says in a cell: the value to set, null to empty it. Undefined if it is not understood.
 * Shares are read as `80%`, as `0.8`, or, above 1, as a number out of hundred.
 * @param reading how numbers or dates are meant in all of the column, where that is known
 */
export function readCell(
  column: TableColumn,
  kind: ElementKind,
  typed: string,
  texts: CellTexts,
  reading?: Reading,
): Json | undefined {
  const text = typed.trim()
  if (column.custom !== undefined) {
    return toCustomValue(column.custom, text, reading ?? ownReading(text, texts))
  }
  if (text === '') return column.id === 'label' || column.id === 'description' ? '' : null
  const value = readBuiltIn(column, text, texts)
  if (value === null) return null
  const shape: z.core.$ZodShape = elementSchemas[kind].shape
  const schema = Object.hasOwn(shape, column.id) ? shape[column.id] : undefined
  return value !== undefined && schema !== undefined && z.safeParse(schema, value).success ? value : undefined
}

function readBuiltIn(column: TableColumn, text: string, texts: CellTexts): Json | undefined {
  switch (column.type) {
    case 'share': {
      const level = texts.levels.find(({ label }) => isSameWord(label, text))
      return level?.value ?? readShare(text)
    }
    case 'number':
      return readNumber(text)
    case 'choice':
      return findWord(column, text) ?? (column.id === 'stance' ? readStance(text) : undefined)
    case 'open-choice':
      return findWord(column, text) ?? text
    case 'yes': {
      const isYes = isSameWord(text, texts.yes) ? true : readYesNo(text)
      return isYes === false ? null : isYes
    }
    case 'tags': {
      const tags = text.split(text.includes('|') ? '|' : ',').map((tag) => tag.trim())
      return [...new Set(tags)].filter((tag) => tag !== '')
    }
    default:
      return column.id === 'label' ? toLabel(text) : text
  }
}

/** How the reader writes what can be read in two ways; undefined for any other text. */
function ownReading(text: string, { comma, dates }: CellTexts): Reading | undefined {
  return isOpenComma(text) ? comma : isOpenDate(text) ? dates : undefined
}

/** A share as people write it: `80%`, `0.8`, or, above 1, a number out of hundred; undefined for anything else. */
export function readShare(text: string): number | undefined {
  const number = readNumber(text)
  if (number === undefined) return undefined
  // Without the dust that dividing by hundred leaves.
  return Math.round((number > 1 && !text.includes('%') ? number / 100 : number) * 1e6) / 1e6
}

function findWord({ words }: TableColumn, text: string): string | undefined {
  return words.find(({ value, label }) => value === text || isSameWord(label, text) || isSameWord(value, text))?.value
}

function isSameWord(one: string, other: string): boolean {
  return one.localeCompare(other, undefined, { sensitivity: 'accent' }) === 0
}
