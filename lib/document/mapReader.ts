import type * as Y from 'yjs'
import type { ElementId, LinkId, ViewId } from '../base/ids'
import { isSameJson } from '../base/json'
import type { MapLink } from '../model/link'
import { emptyMapView, type MapView } from '../model/mapView'
import { openRoots, type OpenRoot } from '../model/openRoots'
import { boardView, type Position } from '../model/position'
import {
  findMissingEnd,
  linkEnds,
  readElement,
  readLink,
  readMeta,
  readOpenRecord,
  readPosition,
  type OpenRecords,
  type RawFields,
  type ReadRecord,
} from '../model/readRecord'
import { createIssueList } from './issueList'
import {
  listPositionViews,
  metaRoot,
  positionsRoot,
  readRawRecord,
  readRawRecords,
  recordsRoot,
  toPlain,
} from './roots'
import type { Touch } from './watchDocument'

/** Reads a document into views, first whole, then only what was touched. */
export interface MapReader {
  /** Reads everything. */
  read(): MapView
  /** Reads the touched places; everything else keeps its identity, the view too if nothing changed. */
  update(touches: readonly Touch[]): MapView
}

/**
 * A copy of a map that is made at the first write, so that untouched maps keep their identity.
 * `set` keeps the old record if the new one says the same.
 */
function createDraft<Key, Value>(original: ReadonlyMap<Key, Value>) {
  let copy: Map<Key, Value> | undefined
  return {
    get: (key: Key): Value | undefined => (copy ?? original).get(key),
    has: (key: Key): boolean => (copy ?? original).has(key),
    set(key: Key, value: Value | undefined): void {
      const now = copy ?? original
      if (value === undefined ? !now.has(key) : isSameJson(now.get(key), value)) return
      copy ??= new Map(original)
      if (value === undefined) copy.delete(key)
      else copy.set(key, value)
    },
    done: (): ReadonlyMap<Key, Value> => copy ?? original,
  }
}

/** Makes a reader for `doc`. It reads only when told, and holds no listener. */
export function createMapReader(doc: Y.Doc): MapReader {
  /** Every link that could be read, also those left out of the view for want of an end. */
  let allLinks = new Map<LinkId, MapLink>()
  let linksByEnd = new Map<ElementId, Set<LinkId>>()
  /** Every position that could be read, also those of elements that are not there (any more). */
  let allPlaces = new Map<ViewId, Map<ElementId, Position>>()
  const issues = createIssueList()
  let view = emptyView()

  function emptyView(): MapView {
    return { ...emptyMapView(readMeta({}).meta), positions: new Map([[boardView, new Map<ElementId, Position>()]]) }
  }

  const keep = <Kind>(root: string, id: string, reading: ReadRecord<Kind>): Kind | undefined => {
    issues.set(`${root}/${id}`, reading.issues)
    return reading.record
  }

  const readStored = <Kind>(
    root: 'elements' | 'links' | keyof OpenRecords,
    id: string,
    read: (id: string, raw: RawFields) => ReadRecord<Kind>,
    raws = readRawRecords(doc, root, [id]),
  ): Kind | undefined => {
    if (!raws.has(id)) return keep<Kind>(root, id, { record: undefined, issues: [] })
    const raw = raws.get(id)
    return keep(
      root,
      id,
      raw === undefined ? { record: undefined, issues: [{ kind: 'bad-record', root, id }] } : read(id, raw),
    )
  }

  const indexLink = (id: LinkId, link: MapLink | undefined): void => {
    const before = allLinks.get(id)
    for (const end of before === undefined ? [] : linkEnds(before)) linksByEnd.get(end)?.delete(id)
    if (link === undefined) allLinks.delete(id)
    else allLinks.set(id, link)
    for (const end of link === undefined ? [] : linkEnds(link)) {
      const ids = linksByEnd.get(end)
      if (ids === undefined) linksByEnd.set(end, new Set([id]))
      else ids.add(id)
    }
  }

  const readPlace = (viewId: ViewId, id: string): void => {
    const root = positionsRoot(doc, viewId)
    const position = root.has(id)
      ? keep(`positions:${viewId}`, id, readPosition(id, toPlain(root.get(id))))
      : keep<Position>(`positions:${viewId}`, id, { record: undefined, issues: [] })
    let places = allPlaces.get(viewId)
    if (places === undefined) allPlaces.set(viewId, (places = new Map()))
    if (position === undefined) places.delete(id as ElementId)
    else places.set(id as ElementId, position)
  }

  const updateMeta = (): MapView['meta'] => {
    const { meta, issues: found } = readMeta(readRawRecord(metaRoot(doc)) ?? {})
    issues.set('meta', found)
    return isSameJson(meta, view.meta) ? view.meta : meta
  }

  const updateOpenRecords = <Name extends keyof OpenRecords>(
    root: Name,
    ids: readonly string[] | ReadonlySet<string> | undefined,
  ): ReadonlyMap<string, OpenRecords[Name]> => {
    if (ids === undefined) return view[root] as ReadonlyMap<string, OpenRecords[Name]>
    const raws = readRawRecords(doc, root, ids)
    const draft = createDraft<string, OpenRecords[Name]>(view[root] as ReadonlyMap<string, OpenRecords[Name]>)
    for (const id of ids)
      draft.set(
        id,
        readStored(root, id, (key, raw) => readOpenRecord(root, key, raw), raws),
      )
    return draft.done()
  }

  const refresh = (changed: ChangedPlaces): MapView => {
    const elements = createDraft(view.elements)
    const cameOrWent = new Set<ElementId>()
    for (const id of changed.records.get('elements') ?? []) {
      const wasThere = elements.has(id as ElementId)
      const element = readStored('elements', id, readElement)
      elements.set(id as ElementId, element)
      if (wasThere !== (element !== undefined)) cameOrWent.add(id as ElementId)
    }

    const links = createDraft(view.links)
    const unsettled = new Set<LinkId>()
    for (const id of changed.records.get('links') ?? []) {
      indexLink(id as LinkId, readStored('links', id, readLink))
      unsettled.add(id as LinkId)
    }
    for (const element of cameOrWent) for (const id of linksByEnd.get(element) ?? []) unsettled.add(id)
    for (const id of unsettled) {
      const link = allLinks.get(id)
      const missing = link === undefined ? undefined : findMissingEnd(link, elements)
      issues.set(`ends/${id}`, missing === undefined ? [] : [missing])
      links.set(id, missing === undefined ? link : undefined)
    }

    let positions = view.positions
    for (const [viewId, ids] of changed.places) for (const id of ids) readPlace(viewId, id)
    const viewsToSettle =
      cameOrWent.size > 0 ? new Set([...allPlaces.keys(), ...changed.places.keys()]) : changed.places.keys()
    for (const viewId of viewsToSettle) {
      const all = allPlaces.get(viewId)
      const shown = createDraft<ElementId, Position>(positions.get(viewId) ?? new Map())
      for (const id of [...(changed.places.get(viewId) ?? []), ...cameOrWent] as ElementId[]) {
        shown.set(id, elements.has(id) ? all?.get(id) : undefined)
      }
      if (shown.done() !== positions.get(viewId)) positions = new Map([...positions, [viewId, shown.done()]])
    }

    const open = <Name extends OpenRoot>(root: Name) => updateOpenRecords(root, changed.records.get(root))
    const next: MapView = {
      meta: changed.meta ? updateMeta() : view.meta,
      elements: elements.done(),
      links: links.done(),
      positions,
      loops: open('loops'),
      views: open('views'),
      scenarios: open('scenarios'),
      practices: open('practices'),
      issues: issues.list(),
    }
    const keys = Object.keys(next) as (keyof MapView)[]
    if (keys.some((key) => next[key] !== view[key])) view = next
    return view
  }

  return {
    read() {
      allLinks = new Map()
      linksByEnd = new Map()
      allPlaces = new Map()
      issues.clear()
      view = emptyView()
      const records = new Map<string, readonly string[]>()
      for (const root of ['elements', 'links'] as const) records.set(root, [...recordsRoot(doc, root).keys()])
      for (const root of openRoots) records.set(root, [...readRawRecords(doc, root).keys()])
      const places = new Map(listPositionViews(doc).map((viewId) => [viewId, [...positionsRoot(doc, viewId).keys()]]))
      return refresh({ meta: true, records, places })
    },
    update: (touches) => refresh(gatherTouches(touches)),
  }

  function gatherTouches(touches: readonly Touch[]): ChangedPlaces {
    const records = new Map<string, Set<string>>()
    const places = new Map<ViewId, Set<string>>()
    let meta = false
    for (const touch of touches) {
      if (touch.root === 'meta') meta = true
      else if (touch.root === 'positions') {
        const ids = places.get(touch.view) ?? new Set<string>()
        places.set(touch.view, ids)
        for (const id of touch.id === undefined ? positionsRoot(doc, touch.view).keys() : [touch.id]) ids.add(id)
      } else {
        const ids = records.get(touch.root) ?? new Set<string>()
        records.set(touch.root, ids.add(touch.id))
      }
    }
    return { meta, records, places }
  }
}

interface ChangedPlaces {
  readonly meta: boolean
  readonly records: ReadonlyMap<string, readonly string[] | ReadonlySet<string>>
  readonly places: ReadonlyMap<ViewId, readonly string[] | ReadonlySet<string>>
}
