import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '../../../lib/base/random'
import { createDocument } from '../../../lib/document/createDocument'
import { observeMap } from '../../../lib/document/observeMap'
import { readMapView } from '../../../lib/document/readMapView'
import { toWeftMap } from '../../../lib/model/mapFile'
import { weftMapSchema } from '../../../lib/model/weftMap'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { element, testMap } from '../../helpers/testMap'

/** Anything that a peer may put where something else belongs. */
function hostileValue(pick: (limit: number) => number, depth = 0): unknown {
  const makers: readonly (() => unknown)[] = [
    () => undefined,
    () => null,
    () => Number.NaN,
    () => -1e300,
    () => 12345678901234567890n,
    () => 'x'.repeat(30_000),
    () => '',
    () => new Uint8Array([1, 2, 3]),
    () => [],
    () => [1, 2],
    () => [{ constructor: { prototype: 1 } }],
    () => new Y.Text('text'),
    () => new Y.XmlElement('script'),
    () => new Y.Doc(),
    () => Y.Array.from([1, 'two', [3]]),
    () => {
      const map = new Y.Map<unknown>()
      for (const field of ['kind', 'label', 'from', 'to', 'description', 'tags', 'constructor', 'hasOwnProperty']) {
        if (pick(2) === 0) map.set(field, depth > 2 ? pick(9) : hostileValue(pick, depth + 1))
      }
      if (pick(2) === 0) map.set('kind', ['variable', 'image', 'causal', 'tie'][pick(4)])
      return map
    },
  ]
  return makers[pick(makers.length)]?.()
}

describe('reading a document', () => {
  it('DOC-2: whatever the document holds, reading gives a view and never throws', () => {
    const seed = firstSeed()
    for (let round = 0; round < seedCount(150); round++) {
      const random = createSeededRandom(seed + round)
      const doc = createDocument(testMap({ elements: { a: {}, b: {} }, links: { l: { from: 'a', to: 'b' } } }))
      const observed = observeMap(doc)
      const roots = [
        'meta',
        'elements',
        'links',
        'loops',
        'views',
        'scenarios',
        'practices',
        'positions:board',
        'positions:new',
        'positions:bad name',
      ]
      const keys = [
        'a',
        'b',
        'l',
        'title',
        'description',
        'schemaVersion',
        'bad id',
        '',
        'constructor',
        'toString',
        'x'.repeat(70),
      ]
      for (let write = 0; write < 25; write++) {
        const root = doc.getMap(roots[random.below(roots.length)])
        const key = keys[random.below(keys.length)] ?? ''
        const nested = root.get(key)
        const value = hostileValue((limit) => random.below(limit))
        if (nested instanceof Y.Map && random.below(2) === 0) nested.set(keys[random.below(keys.length)] ?? '', value)
        else root.set(key, value)
      }
      const whole = readMapView(doc)
      const message = `seed ${seed + round}`
      expect(toWeftMap(observed.get()), message).toEqual(toWeftMap(whole))
      expect(new Set(observed.get().issues.map((issue) => JSON.stringify(issue))), message).toEqual(
        new Set(whole.issues.map((issue) => JSON.stringify(issue))),
      )
      expect(() => JSON.stringify(toWeftMap(whole)), message).not.toThrow()
      expect(weftMapSchema.safeParse(toWeftMap(whole)).error?.issues, message).toBeUndefined()
    }
  })

  it('DOC-2: a root that a peer used as a list or a text is read as empty', () => {
    const peer = new Y.Doc()
    peer.getArray('elements').push([1, 2])
    peer.getText('meta').insert(0, 'title')
    peer.getText('positions:board').insert(0, 'x')
    const doc = new Y.Doc()
    const observed = observeMap(doc)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer))
    expect(readMapView(doc).elements.size).toBe(0)
    expect(observed.get().meta.title).toBe('')
  })

  it('DOC-2: nesting without end does not exhaust the stack', () => {
    const doc = createDocument(testMap({ elements: { a: {} } }))
    let inner = doc.getMap('elements').get('a') as Y.Map<unknown>
    for (let level = 0; level < 3_000; level++) {
      const next = new Y.Map<unknown>()
      inner.set('deeper', next)
      inner = next
    }
    expect(readMapView(doc).elements.get(element('a'))?.label).toBe('A')
  })

  it('names at most a thousand faults', () => {
    const doc = new Y.Doc()
    for (let index = 0; index < 1_500; index++) doc.getMap('elements').set(`e${index}`, 1)
    expect(readMapView(doc).issues).toHaveLength(1_000)
  })
})
