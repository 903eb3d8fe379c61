import * as fc from 'fast-check'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import type { ElementShape } from '../../../lib/geometry/elementShape'
import type { LinkShape } from '../../../lib/geometry/linkShape'
import { computeScene, type Scene } from '../../../lib/geometry/scene'
import type { MapElement } from '../../../lib/model/element'
import type { MapLink } from '../../../lib/model/link'
import { emptyMapView, type MapView } from '../../../lib/model/mapView'
import { boardView, type Position } from '../../../lib/model/position'

/** Small maps for tests, from as few words as possible. */

export type Row = readonly [id: string, x: number, y: number, fields?: object]
export type LinkRow = readonly [from: string, to: string, fields?: object]

/** Elements are variables labelled by their id, links are causal and named `from>to`, unless fields say otherwise. */
export function mapOf(elements: readonly Row[], links: readonly LinkRow[] = [], meta: object = {}): MapView {
  const positions = new Map<ElementId, Position>()
  const elementMap = new Map<ElementId, MapElement>()
  for (const [id, x, y, fields = {}] of elements) {
    const { width, height, ...rest } = fields as { width?: number; height?: number }
    positions.set(id as ElementId, {
      x,
      y,
      ...(width === undefined ? {} : { width }),
      ...(height === undefined ? {} : { height }),
    })
    elementMap.set(
      id as ElementId,
      { id, kind: 'variable', label: id, description: '', ...rest } as unknown as MapElement,
    )
  }
  const linkMap = new Map<LinkId, MapLink>()
  for (const [from, to, fields = {}] of links) {
    let id = `${from}>${to}`
    while (linkMap.has(id as LinkId)) id += '+'
    linkMap.set(id as LinkId, { id, from, to, kind: 'causal', description: '', ...fields } as unknown as MapLink)
  }
  return {
    ...emptyMapView({ schemaVersion: 1, title: '', description: '', ...meta }),
    elements: elementMap,
    links: linkMap,
    positions: new Map([[boardView, positions]]),
  }
}

export function sceneOf(elements: readonly Row[], links: readonly LinkRow[] = []): Scene {
  return computeScene(mapOf(elements, links), boardView)
}

export function linkOf(scene: Scene, id: string): LinkShape {
  const shape = scene.links.get(id as LinkId)
  if (!shape) throw new Error(`no link ${id}`)
  return shape
}

export function elementOf(scene: Scene, id: string): ElementShape {
  const shape = scene.elements.get(id as ElementId)
  if (!shape) throw new Error(`no element ${id}`)
  return shape
}

/** Maps of up to eight elements of all linkable kinds, anywhere (also on top of each other), with up to twelve links. */
export const anyMap: fc.Arbitrary<MapView> = fc
  .record({
    elements: fc.array(
      fc.record({
        x: fc.integer({ min: -600, max: 600 }),
        y: fc.integer({ min: -400, max: 400 }),
        kind: fc.constantFrom('variable', 'stakeholder', 'action', 'note'),
        label: fc.lorem({ maxCount: 8 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    links: fc.array(
      fc.record({
        from: fc.nat(7),
        to: fc.nat(7),
        kind: fc.constantFrom('causal', 'causal', 'tie', 'relation', 'contribution'),
        delay: fc.boolean(),
        strength: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
        curvature: fc.option(fc.double({ min: -0.8, max: 0.8, noNaN: true }), { nil: undefined }),
        type: fc.constantFrom('money', 'conflict', 'collaboration', 'influence', 'authority', 'information', 'other'),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ elements, links }) =>
    mapOf(
      elements.map(({ x, y, ...fields }, index): Row => [`e${index}`, x, y, fields]),
      links.map(({ from, to, kind, delay, strength, curvature, type }): LinkRow => [
        `e${from % elements.length}`,
        `e${to % elements.length}`,
        {
          kind,
          ...(kind === 'causal' ? { delay } : {}),
          ...(kind === 'tie' ? { type } : {}),
          ...(strength === undefined ? {} : { strength }),
          ...(curvature === undefined ? {} : { curvature }),
        },
      ]),
    ),
  )
