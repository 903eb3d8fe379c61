import { describe, expect, it } from 'vitest'
import type { ElementId } from '../../../lib/base/ids'
import { computeScene } from '../../../lib/geometry/scene'
import { readHolds } from '../../../lib/model/hold'
import { readLoopKey } from '../../../lib/model/loopKey'
import { fromWeftMap } from '../../../lib/model/mapFile'
import { listPractices } from '../../../lib/model/practice/practices'
import { resultLevels } from '../../../lib/model/practice/result'
import { knownTieTypes } from '../../../lib/model/tie'
import { boardView } from '../../../lib/model/position'
import type { WeftMap } from '../../../lib/model/weftMap'
import { templateNames, type TemplateName } from '../../../lib/protocol/api'
import { buildTemplate, templatePlans } from '../../../lib/templates/buildTemplate'
import texts from '../../../messages/en/templates.json'

function translate(key: string): string {
  const text = key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], texts)
  if (typeof text !== 'string') throw new Error(`No text for ${key}`)
  return text
}

const maps = new Map<TemplateName, WeftMap>(templateNames.map((name) => [name, buildTemplate(name, translate)]))
const examples = [...maps].filter(([name]) => name !== 'blank')

/** The sign of a loop: an odd number of minus links balances. */
function kindOfLoop(map: WeftMap, key: string): string {
  const signs = readLoopKey(key).map((id) => {
    const link = map.links[id]
    if (link?.kind !== 'causal') throw new Error(`${id} is no causal link of the map`)
    return link.polarity
  })
  return signs.filter((sign) => sign === '-').length % 2 === 1 ? 'balancing' : 'reinforcing'
}

describe('templates', () => {
  it('TPL-1: there is one for every name the API knows, and no other', () => {
    expect(Object.keys(templatePlans)).toEqual([...templateNames])
  })

  it('TPL-1: the blank one is empty but for a title', () => {
    expect(maps.get('blank')).toMatchObject({ meta: { title: 'Untitled map' }, elements: {}, links: {} })
  })

  it.each(examples)('TPL-2: %s reads without a single issue, every element labelled and placed', (_, map) => {
    const view = fromWeftMap(map)
    expect(view.issues).toEqual([])
    for (const element of view.elements.values()) {
      expect(element.label).not.toBe('')
      expect(view.positions.get(boardView)?.has(element.id)).toBe(true)
    }
  })

  it.each(examples)('TPL-3: in %s no two elements overlap or crowd each other', (_, map) => {
    const shapes = [...computeScene(fromWeftMap(map), boardView).elements.values()]
    for (const [index, a] of shapes.entries()) {
      for (const b of shapes.slice(index + 1)) {
        const gapX =
          Math.abs(a.rect.x + a.rect.width / 2 - b.rect.x - b.rect.width / 2) - (a.rect.width + b.rect.width) / 2
        const gapY =
          Math.abs(a.rect.y + a.rect.height / 2 - b.rect.y - b.rect.height / 2) - (a.rect.height + b.rect.height) / 2
        expect(Math.max(gapX, gapY), `${a.id} and ${b.id}`).toBeGreaterThan(24)
      }
    }
  })

  it('TPL-4: the causal loop has both kinds of loop, a delay, and a sign on every link', () => {
    const map = maps.get('causal-loop')
    if (map === undefined) throw new Error('missing')
    const links = Object.values(map.links)
    expect(links.every((link) => link.kind === 'causal' && (link.polarity === '+' || link.polarity === '-'))).toBe(true)
    expect(links.some((link) => link.kind === 'causal' && link.delay === true)).toBe(true)
    expect(Object.entries(map.loops ?? {}).map(([key, loop]) => [loop.name, kindOfLoop(map, key)])).toEqual([
      ['More riders, better service', 'reinforcing'],
      ['Full buses put people off', 'balancing'],
      ['Cars slow the buses down', 'reinforcing'],
    ])
  })

  it('TPL-4: the stakeholder map has six sectors and every type of tie', () => {
    const map = maps.get('stakeholder')
    const sectors = Object.values(map?.elements ?? {}).flatMap((one) =>
      one.kind === 'stakeholder' ? [one.sector] : [],
    )
    const types = Object.values(map?.links ?? {}).flatMap((link) => (link.kind === 'tie' ? [link.type] : []))
    expect(new Set(sectors).size).toBe(6)
    expect(new Set(types)).toEqual(new Set(knownTieTypes))
    expect(types).toHaveLength(knownTieTypes.length)
  })

  it('TPL-4: both joins actors to the variables they can move', () => {
    const map = maps.get('both')
    if (map === undefined) throw new Error('missing')
    const levers = Object.values(map.links).filter((link) => link.kind === 'relation')
    expect(levers).toHaveLength(4)
    for (const lever of levers) {
      expect(map.elements[lever.from]?.kind).toBe('stakeholder')
      expect(map.elements[lever.to]?.kind).toBe('variable')
    }
    expect(Object.keys(map.loops ?? {}).map((key) => kindOfLoop(map, key))).toEqual(['reinforcing', 'balancing'])
    expect(readHolds(fromWeftMap(map)).map(({ word }) => word)).toEqual(levers.map(() => 'can-move'))
  })

  it('TPL-4: from leader to community has a line, a network with two loops, and a result at each level without a figure', () => {
    const map = maps.get('leader-to-community')
    if (map === undefined) throw new Error('missing')
    expect(Object.keys(map.loops ?? {}).map((key) => kindOfLoop(map, key))).toEqual(['reinforcing', 'reinforcing'])
    const results = listPractices(fromWeftMap(map), 'result')
    expect(results.map(({ level }) => level)).toEqual([...resultLevels])
    expect(results.every(({ baseline, readings }) => baseline === undefined && readings.size === 0)).toBe(true)
    const measured = results.flatMap(({ measures }) => measures ?? [])
    expect(measured.every((id) => map.elements[id]?.kind === 'variable')).toBe(true)
  })

  it.each(examples)('TPL-4: in %s every link between a stakeholder and a variable is a hold', (_, map) => {
    const view = fromWeftMap(map)
    const kindOf = (id: ElementId) => view.elements.get(id)?.kind
    const meant = [...view.links.values()].filter(({ from, to }) => {
      const kinds = new Set([kindOf(from), kindOf(to)])
      return kinds.has('stakeholder') && kinds.has('variable')
    })
    expect(readHolds(view).map(({ link }) => link)).toEqual(meant.map(({ id }) => id))
  })

  it('TPL-5: texts come from the catalogue alone, and none there is unused', () => {
    const asked = new Set<string>()
    for (const name of templateNames) {
      buildTemplate(name, (key) => {
        asked.add(key)
        return `«${key}»`
      })
    }
    const known = Object.entries(texts).flatMap(([part, value]) =>
      typeof value === 'string' ? [part] : Object.keys(value).map((name) => `${part}.${name}`),
    )
    expect([...asked].sort()).toEqual(known.sort())
  })
})
