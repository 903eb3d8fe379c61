import type { JsonFields } from '../base/json'
import { limits } from '../base/limits'
import { fail, succeed, type Result } from '../base/result'
import { fromWeftMap, toRecordFields, toWeftMap } from '../model/mapFile'
import type { MapIssue } from '../model/mapView'
import { schemaVersion } from '../model/meta'
import { openRoots, type OpenRoot } from '../model/openRoots'
import { boardView } from '../model/position'
import { followIds } from '../model/practice/followIds'
import type { WeftMap } from '../model/weftMap'
import { countKinds, isUsableId } from './mapDraft'
import { isRecord, ownField, parseJson } from './parseJson'
import { placeOfElement, placeOfLink } from './places'
import type { FormatProblem } from './problem'
import { createReport, type ImportedMap, type ReportBuilder } from './report'

type RawRecords = Record<string, Readonly<Record<string, unknown>>>

/** True for data that says it is Weft JSON, of whatever version. */
export function isWeftJson(data: unknown): boolean {
  return isRecord(data) && Object.hasOwn(data, 'weft')
}

/**
 * Reads Weft JSON record by record: a record that cannot be read is listed and left out, the others
 * survive; fields that this version does not know stay where they are. Ids that no map can use are
 * replaced, and links and positions follow. What a group was asked is left to whoever makes a map of
 * the file (`asked`). Never throws; refuses files of a newer version and maps
 * beyond the limits.
 */
export function readWeftJson(text: string): Result<ImportedMap, FormatProblem> {
  const parsed = parseJson(text)
  return parsed.ok ? readWeftData(parsed.value) : parsed
}

/** Like `readWeftJson`, for data that is parsed already. */
export function readWeftData(data: unknown): Result<ImportedMap, FormatProblem> {
  if (!isRecord(data) || !isWeftJson(data)) return fail({ code: 'not-a-map' })
  const meta = recordAt(data, 'meta')
  const version = ownField(meta, 'schemaVersion')
  if (data['weft'] !== 1) return fail({ code: 'newer-version', detail: `version ${describeVersion(data['weft'])}` })
  if (typeof version === 'number' && version > schemaVersion) {
    return fail({ code: 'newer-version', detail: `version ${describeVersion(version)}` })
  }
  const report = createReport('weft')
  const elements = readRecords(data, 'elements', report)
  const links = readRecords(data, 'links', report)
  if (Object.keys(elements).length > limits.elements) return fail({ code: 'too-many-elements' })
  if (Object.keys(links).length > limits.links) return fail({ code: 'too-many-links' })

  const elementIds = chooseIds(elements, 'e', report)
  const linkIds = chooseIds(links, 'l', report)
  const rename = (id: unknown): unknown => (typeof id === 'string' ? (elementIds.get(id) ?? id) : id)
  const raw = {
    weft: 1,
    meta,
    elements: renameKeys(elements, elementIds),
    links: renameKeys(
      mapValues(links, (link) => ({ ...link, from: rename(link['from']), to: rename(link['to']) })),
      linkIds,
    ),
    positions: readPositions(data, elementIds, report),
    loops: renameLoops(readRecords(data, 'loops', report), linkIds),
    views: readRecords(data, 'views', report),
    scenarios: readRecords(data, 'scenarios', report),
    practices: followIds(readRecords(data, 'practices', report), new Map([...elementIds, ...linkIds])),
  }
  const view = fromWeftMap(raw as unknown as WeftMap)
  for (const issue of view.issues) listIssue(issue, raw, view, report)
  countKinds(report, mapRecords(view.elements), mapRecords(view.links))
  if (view.loops.size > 0) report.count('loops', view.loops.size)
  const known = new Set<string>(['weft', 'meta', 'elements', 'links', 'positions', ...openRoots, '$schema', 'rounds'])
  for (const name of Object.keys(data)) if (!known.has(name)) report.lose('other-data', name)
  const rounds = ownField(data, 'rounds')
  if (rounds === undefined) return succeed({ map: toWeftMap(view), report: report.build() })
  report.lose('rounds-new-map', 'rounds')
  const asked = { rounds, ids: new Map([...elementIds, ...linkIds]) }
  return succeed({ map: toWeftMap(view), report: report.build(), asked })
}

function describeVersion(version: unknown): string {
  return typeof version === 'number' || typeof version === 'string' ? String(version).slice(0, 20) : 'unknown'
}

function recordAt(data: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> {
  const value = ownField(data, name)
  return isRecord(value) ? value : {}
}

function readRecords(data: Readonly<Record<string, unknown>>, root: Root, report: ReportBuilder): RawRecords {
  const value = ownField(data, root)
  if (value !== undefined && !isRecord(value)) report.lose('bad-record', root)
  const usable: [string, Readonly<Record<string, unknown>>][] = []
  for (const [id, record] of Object.entries(recordAt(data, root))) {
    if (isRecord(record)) usable.push([id, record])
    else report.lose('bad-record', root, `${singular[root]} ${id}`)
  }
  return Object.fromEntries(usable)
}

/** New ids for records whose own no map can use. */
function chooseIds(records: RawRecords, prefix: 'e' | 'l', report: ReportBuilder): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>()
  let number = 0
  for (const id of Object.keys(records)) {
    if (isUsableId(id)) continue
    do number += 1
    while (Object.hasOwn(records, `${prefix}${number}`))
    renamed.set(id, `${prefix}${number}`)
    report.lose('changed-id', prefix === 'e' ? 'id of an element' : 'id of a link', id)
  }
  return renamed
}

function renameKeys<Value>(
  records: Readonly<Record<string, Value>>,
  ids: ReadonlyMap<string, string>,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(records).map(([id, record]) => [ids.get(id) ?? id, record]))
}

function renameLoops(loops: RawRecords, linkIds: ReadonlyMap<string, string>): RawRecords {
  if (linkIds.size === 0) return loops
  const rename = (key: string): string =>
    key
      .split('.')
      .map((id) => linkIds.get(id) ?? id)
      .join('.')
  return Object.fromEntries(Object.entries(loops).map(([key, note]) => [rename(key), note]))
}

function mapValues(records: RawRecords, change: (record: RawRecords[string]) => RawRecords[string]): RawRecords {
  return Object.fromEntries(Object.entries(records).map(([id, record]) => [id, change(record)]))
}

function mapRecords(
  records: ReadonlyMap<string, Parameters<typeof toRecordFields>[0]>,
): ReadonlyMap<string, JsonFields> {
  return new Map([...records].map(([id, record]) => [id, toRecordFields(record)]))
}

function readPositions(
  data: Readonly<Record<string, unknown>>,
  elementIds: ReadonlyMap<string, string>,
  report: ReportBuilder,
): Readonly<Record<string, unknown>> {
  const views = Object.entries(readRecords(data, 'positions', report))
  const usable = views.filter(([id]) => isUsableId(id))
  for (const [id] of views) if (!isUsableId(id)) report.lose('bad-record', 'positions', `${singular.positions} ${id}`)
  return { [boardView]: {}, ...Object.fromEntries(usable.map(([id, places]) => [id, renameKeys(places, elementIds)])) }
}

type Survivors = Readonly<Record<'elements' | 'links' | OpenRoot, ReadonlyMap<string, unknown>>>

function listIssue(
  issue: MapIssue,
  raw: { readonly elements: RawRecords; readonly links: RawRecords },
  survivors: Survivors,
  report: ReportBuilder,
): void {
  if (issue.kind === 'link-without-end') {
    report.lose('missing-end', 'link', placeIn(raw, 'links', issue.link))
    return
  }
  const { root, id, field } = issue
  const where = placeIn(raw, root, id)
  if (root === 'positions') report.lose('off-the-canvas', 'position', where)
  else if (root === 'meta' || survivors[root].has(id)) {
    const value: unknown = root === 'elements' || root === 'links' ? raw[root][id]?.[field ?? ''] : undefined
    const isCut = (field === 'label' || field === 'description' || field === 'title') && typeof value === 'string'
    report.lose(isCut ? 'shortened' : 'bad-field', field ?? root, where)
  } else report.lose(field === 'kind' ? 'unknown-kind' : 'bad-record', singular[root], where)
}

type Root = keyof typeof singular

const singular = {
  elements: 'element',
  links: 'link',
  loops: 'loop',
  views: 'view',
  scenarios: 'scenario',
  practices: 'record of a practice',
  positions: 'positions of view',
} as const

/** Where an issue is, in words: by the names of elements, by an id where there is none. */
function placeIn(
  raw: { readonly elements: RawRecords; readonly links: RawRecords },
  root: Root | 'meta',
  id: string,
): string {
  const labelOf = (element: unknown): string => {
    const label = typeof element === 'string' ? ownField(recordAt(raw.elements, element), 'label') : undefined
    return typeof label === 'string' ? label : ''
  }
  if (root === 'meta') return 'the map itself'
  if (root === 'elements' || root === 'positions') return placeOfElement(labelOf(id), id)
  if (root !== 'links') return `${singular[root]} ${id}`
  const link = recordAt(raw.links, id)
  return placeOfLink(labelOf(ownField(link, 'from')), labelOf(ownField(link, 'to')), id)
}
