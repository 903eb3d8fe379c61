import { describe, expect, it } from 'vitest'
import type { LinkId } from '@/lib/base/ids'
import { readKumu } from '@/lib/formats/kumu'
import { listKumuLosses } from '@/lib/formats/kumuLosses'
import { writeKumu } from '@/lib/formats/kumuWriter'
import { toLoopKey } from '@/lib/model/loopKey'
import { toWeftMap } from '@/lib/model/mapFile'
import { leavePersonalOut } from '@/lib/model/personal'
import { testMap, testView } from '../../helpers/testMap'
import { drawLinks, expectMap, findLoss, fixtureText } from './reading'

const read = (data: unknown) => readKumu(JSON.stringify(data))

describe('a Kumu blueprint', () => {
  const imported = expectMap(readKumu(fixtureText('kumu-blueprint.json')))
  const { map } = imported
  const byLabel = new Map(Object.values(map.elements).map((element) => [element.label, element]))

  it('FORMAT-10: becomes variables and causal links where connections carry signs', () => {
    expect(drawLinks(map)).toEqual([
      'City council → Shared work (relation)',
      'Shared work → Tiredness (+)',
      'Shared work → Trust (+)',
      'Tiredness → Trust (-)',
      'Trust → Shared work (+)',
    ])
    expect(Object.values(map.links).filter((link) => link.kind === 'causal' && link.delay === true)).toHaveLength(1)
  })

  it('FORMAT-10: makes people of types that name people, and says so', () => {
    expect(byLabel.get('City council')).toMatchObject({ kind: 'stakeholder', form: 'organisation' })
    expect(byLabel.get('Trust')).toMatchObject({ kind: 'variable' })
    expect(findLoss(imported, 'kind-guessed')).toMatchObject({ count: 1 })
  })

  it('FORMAT-11: joins connections by label and makes elements that only connections name', () => {
    expect(byLabel.has('Tiredness')).toBe(true)
    expect(findLoss(imported, 'made-element')?.what).toBe('Tiredness')
  })

  it('FORMAT-12: reads names of fields in any case and keeps the ones it does not know', () => {
    expect(byLabel.get('Trust')).toMatchObject({
      tags: ['people', 'core'],
      extra: { owner: 'Ana', 'element type': 'Value' },
    })
  })

  it('FORMAT-13: turns formatting into plain text', () => {
    expect(byLabel.get('Trust')?.description).toBe(
      'How far people rely on each other.\nSee notes (https://example.org/n).',
    )
  })
})

describe('a Kumu project', () => {
  const imported = expectMap(readKumu(fixtureText('kumu-project.json')))
  const { map } = imported

  it('FORMAT-14: reads two marks as what happens at both ends', () => {
    expect(drawLinks(map)).toEqual([
      'Catch → Fish left (-)',
      'Fish left → Fishing (+)',
      'Fishing → Catch (+)',
      'Fishing → Rumour ()',
      'Rumour → Fishing ()',
    ])
    expect(findLoss(imported, 'sign-read')).toBeDefined()
  })

  it('FORMAT-14: reads -- as a strong minus where no type tells two ends apart', () => {
    const connection = (type: string) => ({ from: 'A', to: 'B', type })
    const { map: single } = expectMap(
      read({ elements: [{ label: 'A' }, { label: 'B' }], connections: [connection('--')] }),
    )
    expect(drawLinks(single)).toEqual(['A → B (-)'])
    const both = expectMap(read({ elements: [], connections: [connection('--'), connection('+-')] }))
    expect(drawLinks(both.map)).toEqual(['A → B (+)', 'A → B (-)'])
  })

  it('FORMAT-15: turns a causal connection that runs both ways into two links, and says so', () => {
    expect(findLoss(imported, 'both-ways')).toMatchObject({ what: 'mutual connection', count: 1 })
  })

  it('FORMAT-16: takes positions from the default map and lists the other maps', () => {
    expect(map.positions).toEqual({ board: { 'elem-1': [-40.3, 10], 'elem-2': [120, 80] } })
    expect(findLoss(imported, 'other-map')?.what).toBe('map “Old”')
    expect(findLoss(imported, 'off-the-canvas')).toMatchObject({ count: 1 })
  })

  it('FORMAT-17: keeps the name of a closed loop and says which names have no loop', () => {
    const key = toLoopKey(['conn-1', 'conn-2', 'conn-3'] as LinkId[])
    expect(map.loops).toEqual({ [key]: { name: 'Fished out', note: 'Less each year' } })
    expect(findLoss(imported, 'loop-not-closed')?.what).toBe('loop “No loop”')
    expect(findLoss(imported, 'loop-tail')).toMatchObject({ what: 'loop “Fished out”', count: 1 })
  })

  it('FORMAT-18: lists what has no place: styles, perspectives, links with a missing end', () => {
    expect(findLoss(imported, 'style')).toMatchObject({ count: 1 })
    expect(findLoss(imported, 'perspective')?.what).toBe('perspective “Colours”')
    expect(findLoss(imported, 'missing-end')).toMatchObject({ where: '“Rumour” → ?', count: 1 })
    expect(imported.report.read).toMatchObject({ elements: 4, variables: 4, links: 5, causalLinks: 5, loops: 1 })
  })

  it('FORMAT-21: names the place of a loss as people know it, and by its number only where nothing has a name', () => {
    const report = (data: object) => expectMap(readKumu(JSON.stringify(data))).report.notCarried
    const losses = report({
      elements: [{ label: 'Trust', description: '*much*' }, { description: '*no name*' }, 7],
      connections: [{ from: 'Trust', to: 'Gossip', type: 'perhaps' }, {}],
    })
    const places = Object.fromEntries(losses.map(({ code, where }) => [code, where]))
    expect(places).toMatchObject({
      markup: '“Trust”, element 2',
      'bad-record': 'element 3',
      'missing-end': 'link 2',
      'made-element': '“Trust” → “Gossip”',
    })
  })

  it('FORMAT-19: brings strengths to 0…1 and bows to what a link can bend', () => {
    const link = (id: string) => (map.links as Readonly<Record<string, unknown>>)[id]
    expect(link('conn-2')).toMatchObject({ strength: 1 })
    expect(link('conn-3')).toMatchObject({ strength: 0.5 })
    expect(link('conn-1')).toMatchObject({ curvature: 0.8 })
  })

  it('FORMAT-30: comes back the same after export and import', () => {
    expect(expectMap(readKumu(writeKumu(map))).map).toEqual(map)
  })

  it('FORMAT-30: exports what people changed, not what it once was', () => {
    const changed = {
      ...map,
      links: {
        ...map.links,
        'conn-2': { ...(map.links as Record<string, object>)['conn-2'], polarity: '+', strength: 0.25 },
      },
    } as typeof map
    const again = expectMap(readKumu(writeKumu(changed))).map
    expect((again.links as Record<string, unknown>)['conn-2']).toMatchObject({ polarity: '+', strength: 0.25 })
    expect(drawLinks(again)).toEqual(drawLinks(changed))
  })
})

describe('a Kumu stakeholder map', () => {
  it('FORMAT-10: becomes stakeholders and ties where nothing carries a sign', () => {
    const imported = expectMap(
      read({
        elements: [{ label: 'Ana', type: 'Person' }, { label: 'Board' }],
        connections: [
          { from: 'Ana', to: 'Board', direction: 'mutual', type: 'Works with' },
          { from: 'Board', to: 'Ana', direction: 'undirected' },
          { from: 'Board', to: 'Ana', direction: 'directed', type: 'Sings for' },
        ],
      }),
    )
    expect(Object.values(imported.map.links)).toMatchObject([
      { kind: 'tie', type: 'collaboration', direction: 'mutual' },
      { kind: 'tie', direction: 'none' },
      { kind: 'tie', type: 'Sings for', direction: 'one-way' },
    ])
    expect(Object.values(imported.map.elements)).toMatchObject([{ form: 'person' }, { kind: 'stakeholder' }])
    expect(findLoss(imported, 'kind-guessed')?.count).toBe(2)
    expect(expectMap(readKumu(writeKumu(imported.map))).map).toEqual(imported.map)
  })

  it('FORMAT-10: a plain directed map without any sign is one of variables', () => {
    const { map } = expectMap(read({ elements: [{ label: 'A' }], connections: [{ from: 'A', to: 'B' }] }))
    expect(Object.values(map.elements).map((element) => element.kind)).toEqual(['variable', 'variable'])
  })
})

describe('what Kumu has no place for', () => {
  it('FORMAT-78: has what is kept of stakeholders as attributes, the personal part if it is there', () => {
    const view = testView({
      elements: {
        a: {
          kind: 'stakeholder',
          label: 'Mayor',
          sector: 'government',
          role: 'Head of the council',
          stance: 'supports',
          power: 0.9,
          interest: 0.4,
          leader: true,
          contact: 'mayor@example.org',
        },
        b: {},
      },
      links: {},
    })
    const attributesOf = (text: string): readonly object[] =>
      (JSON.parse(text) as { elements: { attributes: object }[] }).elements.map(({ attributes }) => attributes)
    const [whole, variable] = attributesOf(writeKumu(toWeftMap(view)))
    expect(whole).toMatchObject({
      sector: 'Government',
      role: 'Head of the council',
      stance: 'supports',
      power: 0.9,
      interest: 0.4,
      'formal leader': true,
      contact: 'mayor@example.org',
    })
    expect(variable).not.toHaveProperty('sector')
    const [open] = attributesOf(writeKumu(toWeftMap(leavePersonalOut(view))))
    expect(open).toMatchObject({ sector: 'Government', role: 'Head of the council' })
    for (const name of ['stance', 'power', 'interest', 'contact']) expect(open).not.toHaveProperty(name)
  })

  it('FORMAT-31: is listed when a map is written', () => {
    const map = {
      weft: 1,
      meta: { schemaVersion: 1, title: '', description: '' },
      elements: {
        f: { kind: 'frame', label: 'Zone', description: '' },
        a: { kind: 'action', label: 'Meet', description: '' },
      },
      links: {},
      positions: { board: { a: [1, 2] } },
    } as unknown as Parameters<typeof writeKumu>[0]
    expect(listKumuLosses(map)).toMatchObject([{ code: 'no-room', what: 'frame', count: 1 }])
    expect(Object.values(expectMap(readKumu(writeKumu(map))).map.elements)).toMatchObject([
      { kind: 'action', label: 'Meet' },
    ])
  })

  it('FORMAT-31: names what has no place there, with sizes, locks, looks and places in other views', () => {
    const map = {
      weft: 1,
      meta: {
        schemaVersion: 1,
        title: '',
        description: '',
        ring1: 'Core',
        'sector:health': { colour: 'red' },
        'field:f1': { name: 'Budget', type: 'number' },
        'field:f2': { name: 'Motto', type: 'text' },
      },
      elements: {
        a: { kind: 'stakeholder', label: 'Clinic', description: '', locked: true, sector: 'health' },
        n: { kind: 'note', label: 'Ask them', description: '', colour: 'blue' },
      },
      links: {},
      positions: { board: { a: [1, 2, 200, 90], n: [5, 6] }, rings: { a: [3, 4] } },
    } as unknown as Parameters<typeof writeKumu>[0]
    const lost = listKumuLosses(map).map(({ what, where }) => `${what}: ${where}`)
    expect(lost.toSorted()).toEqual([
      'colour and letters of a sector: Health',
      'colour of a note: Ask them',
      'kind of a field: Budget',
      'lock: Clinic',
      'name of a ring: Core',
      'place in another view: Clinic',
      'size of an element: Clinic',
    ])
  })
})

describe('Kumu files that nobody should trust', () => {
  it('FORMAT-30: what people decided of a loop’s badge goes out and comes back', () => {
    const map = testMap({
      elements: { a: {}, b: {} },
      links: { ab: { from: 'a', to: 'b', polarity: '+' }, ba: { from: 'b', to: 'a', polarity: '-' } },
      loops: { 'ab.ba': { name: 'Spiral', pinned: true, number: 7, at: [12.5, -40] } },
    })
    expect(Object.values(expectMap(readKumu(writeKumu(map))).map.loops ?? {})).toEqual([
      { name: 'Spiral', pinned: true, number: 7, at: [12.5, -40] },
    ])
  })

  it('FORMAT-40: survives duplicate ids, self-loops, parallel links and hostile names', () => {
    const text = `{"elements":[{"_id":"x","attributes":{"label":"A","__proto__":{"polluted":1},"constructor":"c"}},
      {"_id":"x","attributes":{"label":"B"}},{"_id":"__proto__","attributes":{"label":"C"}},17,null,[]],
      "connections":[{"from":"x","to":"x","attributes":{"connection type":"+"}},{"from":"A","to":"B"},{"from":"A","to":"B"},{"from":{},"to":[]},"no"],
      "maps":[{"elements":[{"element":"x","position":{"x":1e999,"y":0}}],"connections":17}],"loops":[{"connections":["nope"]}]}`
    const imported = expectMap(readKumu(text))
    expect(Object.keys(imported.map.elements)).toHaveLength(3)
    expect(Object.keys(imported.map.links)).toHaveLength(3)
    expect(Object.keys(imported.map.elements)).not.toContain('__proto__')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(findLoss(imported, 'changed-id')?.count).toBe(2)
    expect(findLoss(imported, 'bad-record')).toBeDefined()
  })

  it('FORMAT-41: refuses more elements or links than a map holds, saying how many there are', () => {
    const many = Array.from({ length: 5_001 }, (_, index) => ({ label: `V${index}` }))
    expect(read({ elements: many })).toEqual({ ok: false, reason: { code: 'too-many-elements', detail: '5001' } })
    const links = Array.from({ length: 20_001 }, () => ({ from: 'A', to: 'B' }))
    expect(read({ elements: [], connections: links })).toMatchObject({ ok: false, reason: { code: 'too-many-links' } })
    const both = Array.from({ length: 10_001 }, () => ({ from: 'A', to: 'B', direction: 'mutual', type: '+' }))
    expect(read({ elements: [], connections: both })).toMatchObject({ ok: false, reason: { code: 'too-many-links' } })
  })
})
