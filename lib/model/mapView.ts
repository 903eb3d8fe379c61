import type { ElementId, LinkId, ViewId } from '../base/ids'
import type { MapElement } from './element'
import type { MapLink } from './link'
import type { LoopNote } from './loopNote'
import type { MapMeta } from './meta'
import type { OpenRoot } from './openRoots'
import type { Position } from './position'
import type { PracticeRecord } from './practiceRecord'
import type { SavedView } from './savedView'
import type { Scenario } from './scenario'

/**
 * A plain read-only picture of the document at one moment: what everything above the document
 * works on. Records that did not change keep their identity from one view to the next, so a
 * consumer may compare with `===`.
 */
export interface MapView {
  readonly meta: MapMeta
  readonly elements: ReadonlyMap<ElementId, MapElement>
  /** Only links whose both ends exist; the others are reported in `issues`. */
  readonly links: ReadonlyMap<LinkId, MapLink>
  /** Positions by view; `boardView` is always there. */
  readonly positions: ReadonlyMap<ViewId, ReadonlyMap<ElementId, Position>>
  readonly loops: ReadonlyMap<string, LoopNote>
  readonly views: ReadonlyMap<string, SavedView>
  readonly scenarios: ReadonlyMap<string, Scenario>
  readonly practices: ReadonlyMap<string, PracticeRecord>
  readonly issues: readonly MapIssue[]
  /** Elements and links that are on the map and kept from this person's sight; on nothing of the map itself. */
  readonly withheld?: ReadonlySet<string>
}

/** A fault found on reading: shown, never silently repaired. */
export type MapIssue =
  | { readonly kind: 'link-without-end'; readonly link: LinkId; readonly missing: ElementId }
  | {
      readonly kind: 'bad-record'
      readonly root: 'elements' | 'links' | 'positions' | 'meta' | OpenRoot
      readonly id: string
      readonly field?: string
    }

/** A map with nothing in it. */
export function emptyMapView(meta: MapMeta): MapView {
  return {
    meta,
    elements: new Map(),
    links: new Map(),
    positions: new Map(),
    loops: new Map(),
    views: new Map(),
    scenarios: new Map(),
    practices: new Map(),
    issues: [],
  }
}
