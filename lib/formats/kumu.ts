import type { ElementId } from '../base/ids'
import { limits } from '../base/limits'
import { fail, type Result } from '../base/result'
import { readBadgeFields } from './badgeFields'
import { readKumuConnections } from './kumuConnections'
import { readKumuElements } from './kumuElements'
import {
  isKumuId,
  lowerNames,
  readKumuItem,
  readKumuText,
  readReference,
  type KumuEntry,
  type KumuItem,
} from './kumuFields'
import { closeLoop, type LoopMember, type StepsByConnection } from './kumuLoops'
import { createMapDraft, type MapDraft } from './mapDraft'
import { isRecord, ownField, parseJson } from './parseJson'
import { toLabel } from '../model/label'
import { placeOfElement, placeOfLink } from './places'
import { toPlainText } from './plainText'
import type { FormatProblem } from './problem'
import type { ReadingChoices } from './readAs'
import { createReport, type ImportedMap, type ReportBuilder } from './report'

type Project = Readonly<Record<string, unknown>>

/**
 * Reads Kumu JSON: a blueprint (`elements`, `connections`, fields side by side) or a full project
 * export (`_id`, `attributes`, `maps`). A map whose connections carry signs, delays or loops becomes
 * variables and causal links; any other becomes stakeholders and ties. Positions are those of the
 * default map, in Kumu's scale (lib/layout brings them to Weft's). Never throws; refuses more than
 * 5,000 elements or 20,000 links.
 */
export function readKumu(text: string): Result<ImportedMap, FormatProblem> {
  const parsed = parseJson(text)
  return parsed.ok ? readKumuProject(parsed.value) : parsed
}

/** True for data that has the form of a Kumu file. */
export function isKumuProject(given: unknown): boolean {
  if (!isRecord(given)) return false
  const data = lowerNames(given)
  const elements = ownField(data, 'elements')
  const connections = ownField(data, 'connections')
  return (
    (Array.isArray(elements) && (connections === undefined || Array.isArray(connections))) ||
    (Array.isArray(connections) &&
      elements === undefined &&
      connections.some((item) => isRecord(item) && 'from' in lowerNames(item)))
  )
}

/**
 * Like `readKumu`, for data that is parsed already.
 * @param choices what somebody says of it where it does not say it
 */
export function readKumuProject(given: unknown, { as, ties }: ReadingChoices = {}): Result<ImportedMap, FormatProblem> {
  if (!isRecord(given) || !isKumuProject(given)) return fail({ code: 'not-a-map' })
  const data = lowerNames(given)
  const report = createReport('kumu')
  const elements = readItems(data, 'elements', report, (item, number) => placeOfElement(labelOf(item), number))
  const names = new Map(
    elements.flatMap(({ item }) => (item.id === undefined ? [] : [[item.id, labelOf(item)] as const])),
  )
  const connections = readItems(data, 'connections', report, (item, number) =>
    placeOfLink(endName(item, 'from', names), endName(item, 'to', names), number),
  )
  if (elements.length > limits.elements) return fail({ code: 'too-many-elements', detail: String(elements.length) })
  if (connections.length > limits.links) return fail({ code: 'too-many-links', detail: String(connections.length) })

  const draft = createMapDraft(report, ties)
  const name = ownField(data, 'name')
  const description = ownField(data, 'description')
  draft.setMeta({
    title: typeof name === 'string' ? toLabel(name) : '',
    description: typeof description === 'string' ? toPlainText(description) : '',
  })
  const loops = readItems(data, 'loops', report, (_, number) => `loop ${number}`)
  const found = readKumuElements(elements, connections, loops.length > 0, draft, report, as)
  const main = findDefaultMap(data, report)
  const steps = readKumuConnections(connections, found, readCurvatures(main, report), draft, report)
  readPlaces(main, found.idByKumuId, names, draft, report)
  readLoops(loops, steps, draft, report)
  for (const perspective of readList(data, 'perspectives')) {
    report.lose('perspective', `perspective “${nameOf(perspective)}”`)
  }
  for (const field of Object.keys(given)) if (!knownFields.has(field.toLowerCase())) report.lose('other-data', field)
  const settings = readList(data, 'attributes').length
  if (settings > 0) report.lose('other-data', 'settings of fields', undefined, settings)
  return draft.finish()
}

const knownFields = new Set(
  'version name description elements connections loops maps perspectives attributes defaultmap'.split(' '),
)

function readList(data: Project, name: string): readonly unknown[] {
  const list = ownField(data, name)
  return Array.isArray(list) ? (list as readonly unknown[]) : []
}

/** @param placeOf where an entry stands, in words; numbers count from 1 */
function readItems(
  data: Project,
  name: 'elements' | 'connections' | 'loops',
  report: ReportBuilder,
  placeOf: (item: KumuItem, number: number) => string,
): readonly KumuEntry[] {
  return readList(data, name).flatMap((raw, index) => {
    const item = readKumuItem(raw)
    if (item === undefined) report.lose('bad-record', name, `${singular[name]} ${index + 1}`)
    return item === undefined ? [] : [{ item, where: placeOf(item, index + 1) }]
  })
}

const singular = { elements: 'element', connections: 'link', loops: 'loop' } as const

function labelOf(item: KumuItem): string {
  return toLabel(readKumuText(item, 'label'))
}

/** What an end of a connection is called. An end may be given by Kumu's id or by name. */
function endName(item: KumuItem, end: 'from' | 'to', names: ReadonlyMap<string, string>): string | undefined {
  const reference = readReference(item.own[end])
  if (reference === undefined) return undefined
  return names.get(reference) ?? (isKumuId(reference) ? undefined : toLabel(reference))
}

function nameOf(raw: unknown): string {
  const name = isRecord(raw) ? ownField(raw, 'name') : undefined
  return typeof name === 'string' ? toLabel(name) : ''
}

/** The map that Kumu opens first: the one whose positions are used. */
function findDefaultMap(data: Project, report: ReportBuilder): Project {
  const maps = readList(data, 'maps').filter(isRecord).map(lowerNames)
  const wanted = ownField(data, 'defaultmap')
  const main = maps.find((map) => ownField(map, '_id') === wanted) ?? maps[0]
  for (const map of maps) if (map !== main) report.lose('other-map', `map “${nameOf(map)}”`)
  return main ?? {}
}

function readPlaces(
  main: Project,
  idByKumuId: ReadonlyMap<string, ElementId>,
  names: ReadonlyMap<string, string>,
  draft: MapDraft,
  report: ReportBuilder,
): void {
  for (const [index, entry] of readList(main, 'elements').entries()) {
    if (!isRecord(entry)) continue
    const place = lowerNames(entry)
    if (ownField(place, 'style') !== undefined) report.lose('style', 'style of an element')
    const reference = readReference(ownField(place, 'element')) ?? ''
    const element = idByKumuId.get(reference)
    const point = ownField(place, 'position')
    if (element === undefined || !isRecord(point)) continue
    const position = lowerNames(point)
    const where = placeOfElement(names.get(reference) ?? '', index + 1)
    draft.place(element, { x: asNumber(position['x']), y: asNumber(position['y']) }, where)
  }
}

function readCurvatures(main: Project, report: ReportBuilder): ReadonlyMap<string, number> {
  const curvatures = new Map<string, number>()
  for (const entry of readList(main, 'connections')) {
    if (!isRecord(entry)) continue
    const place = lowerNames(entry)
    if (ownField(place, 'style') !== undefined) report.lose('style', 'style of a connection')
    const curvature = asNumber(ownField(place, 'curvature'))
    const connection = readReference(ownField(place, 'connection'))
    if (connection !== undefined && Number.isFinite(curvature)) curvatures.set(connection, curvature)
  }
  return curvatures
}

function asNumber(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN
}

function readLoops(
  loops: readonly KumuEntry[],
  steps: StepsByConnection,
  draft: MapDraft,
  report: ReportBuilder,
): void {
  for (const { item, where } of loops) {
    const name = toLabel(readKumuText(item, 'label'))
    const what = name === '' ? 'loop without a name' : `loop “${name}”`
    const outcome = closeLoop(findMembers(item, steps))
    if (outcome.kind === 'open') {
      report.lose('loop-not-closed', what, where)
      continue
    }
    if (outcome.tail > 0) report.lose('loop-tail', what, where, outcome.tail)
    const note = item.attributes.get('description')
    draft.nameLoop(outcome.key, {
      name,
      note: typeof note === 'string' ? toPlainText(note) : '',
      ...readBadgeFields((field) => readKumuText(item, field)),
    })
  }
}

/** The connections of a loop: the first list among its fields that names any. */
function findMembers(item: KumuItem, steps: StepsByConnection): readonly LoopMember[] {
  for (const value of [...Object.values(item.own), ...item.attributes.values()]) {
    if (!Array.isArray(value)) continue
    const members = (value as readonly unknown[]).flatMap((entry) => {
      const id = isRecord(entry) ? (ownField(entry, 'connection') ?? ownField(entry, '_id')) : entry
      const ways = steps.get(readReference(id) ?? '')
      return ways === undefined || ways.length === 0 ? [] : [{ ways }]
    })
    if (members.length > 0) return [...new Map(members.map((member) => [member.ways, member])).values()]
  }
  return []
}
