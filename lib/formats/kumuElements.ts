import type { ElementId } from '../base/ids'
import {
  chooseSignNotation,
  otherAttributes,
  readKumuSign,
  readKumuText,
  type KumuEntry,
  type KumuItem,
  type SignNotation,
} from './kumuFields'
import type { MapDraft } from './mapDraft'
import { isQuantityType, noteForm, readPeopleType } from './people'
import { toLabel } from '../model/label'
import { leverageAttributes, readLeverage } from './kumuLeverage'
import { kumuStanding } from './kumuStanding'
import { variableMarks, type VariableMark } from '../model/variable'
import { toMarkup, toPlainText } from './plainText'
import { kindOfReading, type ElementReading } from './readAs'
import type { ReportBuilder } from './report'
import { createStandingReader, type StandingSaid } from './standing'

/** What the elements of a file turned out to be, for reading the connections between them. */
export interface KumuElements {
  readonly notation: SignNotation
  readonly idByKumuId: ReadonlyMap<string, ElementId>
  /** Finds an element by Kumu's id or by its label. */
  find(reference: string): ElementId | undefined
  /** Makes an element that connections name and no list does. */
  make(label: string, where: string): ElementId | undefined
  isStakeholder(id: ElementId): boolean
}

const elementFields = ['label', 'description', 'tags']

/** Adds the elements of a Kumu file to the draft: as variables or stakeholders, by what the whole file shows. */
export function readKumuElements(
  elements: readonly KumuEntry[],
  connections: readonly KumuEntry[],
  hasLoops: boolean,
  draft: MapDraft,
  report: ReportBuilder,
  as?: ElementReading,
): KumuElements {
  const notation = chooseSignNotation(connections.map(({ item }) => readKumuText(item, 'connection type', 'type')))
  const wanted = kindOfReading(as)
  const reading: Reading =
    wanted === undefined
      ? chooseReading(elements, connections, hasLoops, notation)
      : { kind: wanted, explain: () => undefined }
  const stakeholders = new Set<ElementId>()
  const idByKumuId = new Map<string, ElementId>()
  const idByLabel = new Map<string, ElementId>()
  const readStanding = createStandingReader(
    elements.map(({ item }) => kumuStanding(item)),
    report,
  )

  for (const { item, where } of elements) {
    const type = readKumuText(item, 'element type', 'type')
    const people = readPeopleType(type)
    // Weft's own words for what Kumu has no kind for.
    const ownWord = type === 'action' || type === 'note' ? type : undefined
    const isStakeholder =
      ownWord === undefined && (people !== undefined || (reading.kind === 'stakeholder' && !isQuantityType(type)))
    const kind = ownWord ?? (isStakeholder ? 'stakeholder' : 'variable')
    const mark = kind === 'variable' ? readMark(item) : undefined
    const leverage = readLeverage(item, kind)
    const said: StandingSaid = isStakeholder ? kumuStanding(item) : new Map()
    const standing = readStanding(said, where)
    const source = readKumuText(item, 'description')
    const description = toPlainText(source)
    // What Weft wrote so that it is read back as it was is no formatting.
    const isPlain = toMarkup(description) === source
    if (!isPlain) report.lose('markup', 'description', where)
    if (item.attributes.has('image')) report.lose('picture', 'picture of an element', where)
    if (isStakeholder) noteForm(readKumuText(item, 'element type') === '' ? 'type' : 'element type', type, report)
    const id = draft.addElement(
      {
        kind,
        label: toLabel(readKumuText(item, 'label')),
        description,
        tags: readTags(item.attributes.get('tags')),
        ...(isStakeholder && people?.form !== undefined ? { form: people.form } : {}),
        ...(mark === undefined ? {} : { mark }),
        ...leverage,
        ...standing.fields,
        extra: {
          ...otherAttributes(item, 'element type', [
            ...elementFields,
            ...(type === (people?.form ?? kind) ? ['element type'] : []),
            ...(mark === undefined ? [] : ['mark']),
            ...Object.keys(leverageAttributes(leverage)),
            ...[...said].flatMap(([field, { name }]) => (standing.left.includes(field) ? [] : [name])),
          ]),
          ...(isPlain ? {} : { 'kumu:description': source }),
        },
      },
      item.id,
      where,
    )
    if (id === undefined) continue
    if (isStakeholder) stakeholders.add(id)
    if (item.id !== undefined && !idByKumuId.has(item.id)) idByKumuId.set(item.id, id)
    const label = toLabel(readKumuText(item, 'label'))
    if (label !== '' && !idByLabel.has(label)) idByLabel.set(label, id)
  }
  reading.explain(report, elements.length, stakeholders.size)

  return {
    notation,
    idByKumuId,
    find: (reference) => idByKumuId.get(reference) ?? idByLabel.get(toLabel(reference)),
    make: (label, where) => {
      const kind = reading.kind
      const id = draft.addElement({ kind, label: toLabel(label), description: '' }, undefined, where)
      if (id === undefined) return undefined
      report.lose('made-element', toLabel(label), where)
      idByLabel.set(toLabel(label), id)
      if (kind === 'stakeholder') stakeholders.add(id)
      return id
    },
    isStakeholder: (id) => stakeholders.has(id),
  }
}

/** Weft's own mark of a variable; a word of the people's own under that name stays theirs. */
function readMark(item: KumuItem): VariableMark | undefined {
  const said = readKumuText(item, 'mark').toLowerCase()
  return variableMarks.find((mark) => mark === said)
}

/** Tags as a list, or as text with `|` or commas between. */
export function readTags(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[]
  return typeof value === 'string' ? value.split(value.includes('|') ? '|' : ',') : []
}

interface Reading {
  readonly kind: 'variable' | 'stakeholder'
  explain(report: ReportBuilder, elements: number, stakeholders: number): void
}

/**
 * A causal map shows itself by signs, delays or loops. Without any, connections that have a type or no
 * single direction, or elements that are people, make it a map of stakeholders.
 */
function chooseReading(
  elements: readonly KumuEntry[],
  connections: readonly KumuEntry[],
  hasLoops: boolean,
  notation: SignNotation,
): Reading {
  const types = connections.map(({ item }) => readKumuText(item, 'connection type', 'type'))
  const isCausal =
    hasLoops ||
    types.some((type) => readKumuSign(type, notation) !== undefined) ||
    connections.some(({ item }) => item.own['delayed'] === true)
  if (isCausal) {
    return {
      kind: 'variable',
      explain: (report, _, stakeholders) => {
        if (stakeholders > 0)
          report.lose('kind-guessed', 'types that name people, read as stakeholders', undefined, stakeholders)
      },
    }
  }
  const isSocial =
    types.some((type) => type !== '') ||
    connections.some(({ item }) => item.own['direction'] === 'mutual' || item.own['direction'] === 'undirected') ||
    elements.some(({ item }) => readPeopleType(readKumuText(item, 'element type', 'type')) !== undefined)
  const kind = isSocial ? 'stakeholder' : 'variable'
  return {
    kind,
    explain: (report, count) => {
      if (count === 0) return
      report.lose('kind-guessed', `no connection has a sign: elements read as ${kind}s`, undefined, count)
    },
  }
}
