/** The names that columns of tables go by in the field, and what they mean to Weft. */

const sectionTitles = ['map', 'fields', 'elements', 'links', 'loops'] as const
export type SectionTitle = (typeof sectionTitles)[number]

const titleWords: Readonly<Record<SectionTitle, readonly string[]>> = {
  map: ['map'],
  fields: ['fields'],
  elements: ['elements', 'nodes', 'variables', 'factors', 'stakeholders', 'actors'],
  links: ['links', 'connections', 'edges', 'ties', 'relations', 'relationships'],
  loops: ['loops'],
}

/** The section that a line announces, such as `elements` or `# Links`. */
export function readSectionTitle(text: string): SectionTitle | undefined {
  const word = simplify(text)
  return sectionTitles.find((title) => titleWords[title].includes(word))
}

/** A column name without case, marks and blanks at the ends: `From_ID` → `from id`. */
export function simplify(name: string): string {
  // No name is longer, and a broken file may hold megabytes in one cell.
  const words = name
    .slice(0, 100)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+/]+/gu, ' ')
  return words.trim()
}

/** Pairs of names for the two ends of a link. Only a whole pair makes a table of links. */
const endNames: readonly (readonly [string, string])[] = [
  ['from', 'to'],
  ['source', 'target'],
  ['from id', 'to id'],
  ['source id', 'target id'],
  ['sourceid', 'targetid'],
  ['from label', 'to label'],
  ['from variable', 'to variable'],
  ['from element', 'to element'],
  ['cause', 'effect'],
  ['src', 'dst'],
  ['start', 'end'],
  ['tail', 'head'],
  ['sender', 'receiver'],
  ['ego', 'alter'],
  ['von', 'nach'],
  ['node1', 'node2'],
  ['node 1', 'node 2'],
]

/** Where the ends of links stand in a line of column names, if both are there. */
export function findEnds(cells: readonly string[]): { readonly from: number; readonly to: number } | undefined {
  const names = cells.map(simplify)
  for (const [from, to] of endNames) {
    const ends = { from: names.indexOf(from), to: names.indexOf(to) }
    if (ends.from >= 0 && ends.to >= 0) return ends
  }
  return undefined
}

const labelNames = [
  'label',
  'name',
  'element',
  'variable',
  'factor',
  'stakeholder',
  'actor',
  'node',
  'organisation',
  'organization',
  'id',
]

/** Where the names of elements stand in a line of column names. An `id` column serves if there is no better. */
export function findLabelColumn(cells: readonly string[]): number | undefined {
  const names = cells.map(simplify)
  const name = labelNames.find((candidate) => names.includes(candidate))
  return name === undefined ? undefined : names.indexOf(name)
}

/** Names under which a field of Weft may stand, by field. */
export type ColumnNames<Field extends string> = Readonly<Record<Field, readonly string[]>>

export const elementColumns = {
  id: ['id', 'key'],
  kind: ['kind'],
  type: ['element type', 'type', 'category'],
  description: ['description', 'notes', 'note', 'definition'],
  tags: ['tags', 'tag'],
  form: ['form'],
  sector: ['sector'],
  role: ['role'],
  stance: ['stance', 'position on issue'],
  power: ['power'],
  interest: ['interest'],
  legitimacy: ['legitimacy'],
  urgency: ['urgency'],
  influence: ['influence'],
  leader: ['leader', 'formal leader'],
  contact: ['contact'],
  mark: ['mark'],
  leverage: ['leverage'],
  chosen: ['chosen'],
  colour: ['colour'],
  locked: ['locked'],
  z: ['z'],
  x: ['x'],
  y: ['y'],
  width: ['width'],
  height: ['height'],
  createdBy: ['createdby'],
  createdAt: ['createdat'],
} as const
export type ElementColumn = keyof typeof elementColumns

export const linkColumns = {
  id: ['id', 'key'],
  kind: ['kind'],
  sign: ['sign', 'polarity', '+/', '+', 'valence', 'effect', 'correlation', 'link polarity', 'connection type', 's/o'],
  weight: ['weight', 'value', 'influence'],
  delay: ['delay', 'delayed', 'lag'],
  strength: ['strength'],
  confidence: ['confidence', 'certainty'],
  type: ['type', 'tie type', 'relation', 'relationship'],
  direction: ['direction', 'directed'],
  label: ['label', 'name'],
  description: ['description', 'notes', 'note', 'evidence', 'reason', 'reasoning'],
  evidenceUrl: ['evidenceurl', 'evidence url', 'url'],
  agreedBy: ['agreedby', 'agreed by', 'claimed by'],
  disagreedBy: ['disagreedby', 'disagreed by', 'disputed by'],
  curvature: ['curvature'],
  createdBy: ['createdby'],
  createdAt: ['createdat'],
} as const
export type LinkColumn = keyof typeof linkColumns

/** Column names that speak of people rather than of quantities. */
const peopleNames = new Set(
  'organisation organization person stakeholder actor department dept sector role stance power interest email gender'.split(
    ' ',
  ),
)

export function hasPeopleColumn(cells: readonly string[]): boolean {
  return cells.some((cell) => peopleNames.has(simplify(cell)))
}

/** A table's columns by what they mean; columns that mean nothing to Weft are kept under their names. */
export interface ColumnPlan<Field extends string> {
  readonly known: ReadonlyMap<Field, number>
  readonly others: readonly {
    readonly name: string
    readonly index: number
    /** It says that it is the people's own, whatever it is called. */
    readonly isOwn: boolean
  }[]
}

/** Matches a line of column names with the names of `columns`; columns in `taken` are spoken for already. */
export function planColumns<Field extends string>(
  header: readonly string[],
  columns: ColumnNames<Field>,
  taken: readonly number[],
): ColumnPlan<Field> {
  const names = header.map(simplify)
  const known = new Map<Field, number>()
  const used = new Set(taken)
  for (const field of Object.keys(columns) as Field[]) {
    const index = columns[field].map((name) => names.indexOf(name)).find((at) => at >= 0 && !used.has(at))
    if (index === undefined) continue
    known.set(field, index)
    used.add(index)
  }
  const others: { name: string; index: number; isOwn: boolean }[] = []
  const namesGiven = new Set<string>()
  for (const [index, cell] of header.entries()) {
    if (used.has(index)) continue
    const name = cell.replace(/^extra:/, '') || `column ${index + 1}`
    const unique = namesGiven.has(name) ? `${name} (${index + 1})` : name
    namesGiven.add(unique)
    others.push({ name: unique, index, isOwn: cell.startsWith('extra:') })
  }
  return { known, others }
}
