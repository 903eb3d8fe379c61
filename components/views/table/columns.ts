import type { Json } from '../../../lib/base/json'
import { customFieldKey, hasCustomField, type CustomField } from '../../../lib/model/customField'
import { customValue, fitsCustomField } from '../../../lib/model/customValue'
import { customFieldKinds } from '../../../lib/model/customField'
import { elementSchemas, type ElementKind, type MapElement } from '../../../lib/model/element'
import type { LinkCounts } from '../../../lib/model/linkWay'
import { personalFields } from '../../../lib/model/personal'
import { stakeholderForms, stances } from '../../../lib/model/stakeholder'

/** Which elements a table shows. */
export const tableTabs = ['variable', 'stakeholder', 'all'] as const
export type TableTab = (typeof tableTabs)[number]

/** What the cells of a column hold, and so how they are read, sorted and edited. */
export type CellType = 'text' | 'tags' | 'share' | 'number' | 'choice' | 'open-choice' | 'yes' | 'date' | 'url'

/** A value of a choice, and what it is called. */
export interface CellWord {
  readonly value: string
  readonly label: string
  /** Read and said, but not offered: a sector that is hidden or was deleted while it is in use. */
  readonly unoffered?: true
}

/** One column of the table of elements. */
export interface TableColumn {
  /** The built-in field's name, `in`, `out`, or `field:<id>`. */
  readonly id: string
  readonly name: string
  readonly type: CellType
  readonly words: readonly CellWord[]
  /** Can be written; the others are counted or given. */
  readonly editable: boolean
  /** Pixels. */
  readonly width: number
  readonly personal: boolean
  /** Of a field of the map's own: its definition. */
  readonly custom?: CustomField
}

/** The words that columns need, from the catalogue and from the map. */
export interface ColumnWords {
  readonly name: (column: BuiltInColumn) => string
  readonly kinds: readonly CellWord[]
  readonly sectors: readonly CellWord[]
  readonly forms: Readonly<Record<(typeof stakeholderForms)[number], string>>
  readonly stances: Readonly<Record<(typeof stances)[number], string>>
}

interface BuiltIn {
  readonly type: CellType
  readonly width: number
  /** Fixed: cannot be written in the table. */
  readonly fixed?: true
}

/** The columns that every map has, in their order. */
const builtIn = {
  label: { type: 'text', width: 232 },
  kind: { type: 'choice', width: 112, fixed: true },
  sector: { type: 'open-choice', width: 136 },
  form: { type: 'choice', width: 120 },
  role: { type: 'text', width: 144 },
  stance: { type: 'choice', width: 112 },
  power: { type: 'share', width: 88 },
  interest: { type: 'share', width: 88 },
  legitimacy: { type: 'share', width: 104 },
  urgency: { type: 'share', width: 92 },
  influence: { type: 'number', width: 100 },
  leader: { type: 'yes', width: 124 },
  contact: { type: 'text', width: 176 },
  description: { type: 'text', width: 264 },
  tags: { type: 'tags', width: 160 },
  in: { type: 'number', width: 88, fixed: true },
  out: { type: 'number', width: 88, fixed: true },
} as const satisfies Readonly<Record<string, BuiltIn>>
export type BuiltInColumn = keyof typeof builtIn
export const builtInColumns = Object.keys(builtIn) as readonly BuiltInColumn[]

const ofStakeholders: readonly string[] = [
  'sector',
  'form',
  'role',
  'stance',
  'power',
  'interest',
  'legitimacy',
  'urgency',
  'influence',
  'leader',
  'contact',
] satisfies BuiltInColumn[]

/** Columns that are there to be chosen, and not shown before that. */
const usuallyHidden: Readonly<Record<TableTab, readonly string[]>> = {
  variable: [],
  stakeholder: ['contact', 'in', 'out'],
  all: ofStakeholders,
}

const personal: readonly string[] = personalFields

/**
 * The columns that can be shown under a tab, built-in ones first, then the map's own in their order.
 * @param isNarrow the window is: the name, which stays in view, leaves room for one more
 */
export function makeColumns(
  tab: TableTab,
  fields: readonly CustomField[],
  isNarrow: boolean,
  words: ColumnWords,
): readonly TableColumn[] {
  const own = builtInColumns
    .filter((id) => (tab === 'variable' ? !ofStakeholders.includes(id) && id !== 'kind' : true))
    .filter((id) => (tab === 'stakeholder' ? id !== 'kind' : true))
    .map((id): TableColumn => {
      const { type, width, ...rest } = builtIn[id]
      return {
        id,
        name: words.name(id),
        type,
        width: isNarrow && id === 'label' ? 156 : width,
        words: wordsOf(id, words),
        editable: !('fixed' in rest),
        personal: personal.includes(id),
      }
    })
  const custom = fields
    .filter((field) => tab === 'all' || hasCustomField(tab, field))
    .map((field): TableColumn => ({
      id: customFieldKey(field.id),
      name: field.name,
      type: field.type,
      width: field.type === 'number' || field.type === 'date' ? 124 : 168,
      words: (field.choices ?? []).map((value) => ({ value, label: value })),
      editable: true,
      personal: field.personal === true,
      custom: field,
    }))
  return [...own, ...custom]
}

function wordsOf(id: BuiltInColumn, words: ColumnWords): readonly CellWord[] {
  if (id === 'kind') return words.kinds
  if (id === 'sector') return words.sectors
  if (id === 'form') return stakeholderForms.map((value) => ({ value, label: words.forms[value] }))
  if (id === 'stance') return stances.map((value) => ({ value, label: words.stances[value] }))
  return []
}

/** Whether a column is shown, as long as nobody chose. */
export function isUsual(tab: TableTab, column: Pick<TableColumn, 'id'>): boolean {
  return !usuallyHidden[tab].includes(column.id)
}

/** Whether a table of this tab shows elements of this kind. */
export function isListed(tab: TableTab, kind: ElementKind): boolean {
  const named: readonly ElementKind[] = customFieldKinds
  return tab === 'all' ? named.includes(kind) : kind === tab
}

/** How many links come to elements and leave from them. */
export type Degrees = ReadonlyMap<string, LinkCounts>

/** Whether elements of this kind have the column's field. */
export function hasColumn(column: TableColumn, kind: ElementKind): boolean {
  if (column.custom !== undefined) return hasCustomField(kind, column.custom)
  if (column.id === 'in' || column.id === 'out') return true
  return Object.hasOwn(elementSchemas[kind].shape, column.id)
}

/** What a cell holds; undefined for nothing. */
export function cellValue(column: TableColumn, element: MapElement, degrees: Degrees): Json | undefined {
  if (column.custom !== undefined) return customValue(element, column.custom)
  if (column.id === 'in' || column.id === 'out') return degrees.get(element.id)?.[column.id] ?? 0
  const value = (element as unknown as Readonly<Record<string, Json | undefined>>)[column.id]
  return value === '' ? undefined : value
}

/** True where a field of the map's own holds what does not fit it: it is shown, and marked. */
export function isMisfit(column: TableColumn, value: Json | undefined): boolean {
  return column.custom !== undefined && value !== undefined && !fitsCustomField(column.custom, value)
}
