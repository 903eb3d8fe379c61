import { describe, expect, test } from 'vitest'
import { applyLook, createSeeing, createSeeingMemory, type LookWords, type SeenMap } from '../../../lib/look/applyLook'
import { isOfGroup } from '../../../lib/look/groups'
import type { Look } from '../../../lib/look/look'
import { lenses } from '../../../lib/look/lenses'
import { createSafeSeeing } from '../../../lib/look/safeSeeing'
import { nameOfMeasure } from '../../../lib/look/lookValue'
import { computeScene } from '../../../lib/geometry/scene'
import type { MapElement } from '../../../lib/model/element'
import type { MapView } from '../../../lib/model/mapView'
import { boardView } from '../../../lib/model/position'
import { after, element, elements, link, testView } from '../../helpers/testMap'
import { changeRange } from '../../../components/looks/range'
import { renameElement } from '../../../lib/commands/renameElement'

const words: LookWords = {
  value: (_, value) => value,
  group: (name, meant, all) => (meant === all ? `${name} · ${all}` : `${name} · ${meant} of ${all}`),
  count: (meant, all) => (meant === all ? `× ${all}` : `× ${meant} of ${all}`),
  number: (value) => value.toString(),
}

/** Two of health, two of community, one without a sector, a variable and a frame. */
function town(): MapView {
  const someone = (label: string, fields: object = {}) => ({ kind: 'stakeholder', label, ...fields })
  return testView({
    elements: {
      clinic: someone('Clinic', { sector: 'health', stance: 'supports', power: 0.9, influence: 5 }),
      nurses: someone('Nurses', { sector: 'health', power: 0.3, role: 'Care at home', influence: 1 }),
      tenants: someone('Tenants', { sector: 'community', stance: 'opposes', tags: ['Élan'] }),
      club: someone('Club', { sector: 'community' }),
      stranger: someone('Stranger'),
      rent: { kind: 'variable', label: 'Rent' },
      area: { kind: 'frame', label: 'Area' },
    },
    links: {
      pay: { kind: 'tie', type: 'money', from: 'clinic', to: 'tenants' },
      pay2: { kind: 'tie', type: 'money', from: 'nurses', to: 'club' },
      talk: { kind: 'tie', type: 'collaboration', from: 'tenants', to: 'clinic' },
      talk2: { kind: 'tie', type: 'collaboration', from: 'clinic', to: 'club' },
      inside: { kind: 'tie', type: 'information', from: 'clinic', to: 'nurses' },
      knows: { kind: 'tie', from: 'stranger', to: 'club' },
      asks: { kind: 'relation', from: 'tenants', to: 'rent' },
    },
  })
}

const see = (look: Look, map = town()): SeenMap => applyLook(map, { look, words })
const labels = ({ view }: SeenMap): readonly string[] => [...view.elements.values()].map(({ label }) => label).sort()
const faint = ({ view }: SeenMap): readonly string[] =>
  [...view.elements.values()].filter(({ paint }) => paint?.faded).map(({ label }) => label)

describe('letters', () => {
  const staged = testView({
    meta: { 'field:when': { name: 'When', type: 'choice', choices: ['Now', 'Later'], of: ['stakeholder'] } },
    elements: Object.fromEntries(
      ['Now', 'Now', 'Later'].flatMap((when, at) => [
        [`n${at}`, { kind: 'stakeholder', label: `N${at}`, sector: 'Northern', 'field:when': when }],
        [`o${at}`, { kind: 'stakeholder', label: `O${at}`, 'field:when': when }],
      ]),
    ),
    links: {},
  })
  const tags = (seen: SeenMap) =>
    [...(seen.colours?.categories ?? []), ...(seen.cards?.categories ?? [])]
      .map(({ tag, value }) => (value === undefined ? '' : tag))
      .filter((tag) => tag !== '')

  test.each([
    { colourBy: 'field:when', clusterBy: 'sector' },
    { colourBy: 'sector', clusterBy: 'field:when' },
    { clusterBy: 'field:when' },
  ] satisfies Look[])('LOOK-7: cards and colours have letters unlike each other: %j', (look) => {
    const seen = see(look, staged)
    const drawn = look.colourBy === undefined ? [...tags(seen), 'NO'] : tags(seen)
    expect(drawn).toContain('NO')
    expect(new Set(drawn).size).toBe(drawn.length)
  })

  test('LOOK-7: the same value has the same letters on cards as on their members', () => {
    const seen = see({ colourBy: 'field:when', clusterBy: 'field:when', opened: ['Now'] }, staged)
    const later = [...(seen.colours?.categories ?? []), ...(seen.cards?.categories ?? [])].filter(
      ({ value }) => value === 'Later',
    )
    expect(later.map(({ tag }) => tag)).toEqual(['LA', 'LA'])
  })
})

describe('filters', () => {
  test('LOOK-2: dates lie between two days, both included; formal leaders are apart from the others', () => {
    const met = (label: string, date?: string, leader?: true) => ({
      kind: 'stakeholder',
      label,
      ...(date === undefined ? {} : { 'field:met': date }),
      ...(leader === undefined ? {} : { leader }),
    })
    const map = testView({
      meta: { 'field:met': { name: 'Last met', type: 'date', of: ['stakeholder'] } },
      elements: { a: met('Anna', '2026-04-30', true), b: met('Ben', '2026-05-01'), c: met('Cy'), d: met('Di', 'soon') },
    })
    const range = changeRange(undefined, 1, '2026-04-30', 'date') ?? [0, 0]
    expect(labels(see({ filter: { ranges: { 'field:met': range } }, others: 'hide' }, map))).toEqual(['Anna'])
    const since = changeRange(undefined, 0, '2026-04-30', 'date') ?? [0, 0]
    expect(labels(see({ filter: { ranges: { 'field:met': since } }, others: 'hide' }, map))).toEqual(['Anna', 'Ben'])
    expect(labels(see({ filter: { fields: { leader: ['yes'] } }, others: 'hide' }, map))).toEqual(['Anna'])
    expect(labels(see({ filter: { fields: { leader: [''] } }, others: 'hide' }, map))).toEqual(['Ben', 'Cy', 'Di'])
  })

  test('LOOK-2: all conditions must hold, of several values one is enough, scenery stays', () => {
    const seen = see({ filter: { sectors: ['health', 'community'], text: 'elan' }, others: 'hide' })
    expect(labels(seen)).toEqual(['Area', 'Tenants'])
    expect([seen.meant, seen.all]).toEqual([1, 6])
    expect(labels(see({ filter: { sectors: [''] }, others: 'hide' }))).toEqual(['Area', 'Rent', 'Stranger'])
    expect(labels(see({ filter: { ranges: { power: [0.5, 1] } }, others: 'hide' }))).toEqual(['Area', 'Clinic'])
    expect(labels(see({ filter: { tieTypes: ['collaboration'], stances: ['supports', ''] }, others: 'hide' }))).toEqual(
      ['Area', 'Clinic', 'Club'],
    )
    expect(labels(see({ filter: { kinds: ['variable'] }, others: 'hide' }))).toEqual(['Area', 'Rent'])
  })

  test('LOOK-3: others are faint with their links, or hidden with them', () => {
    const filter = { sectors: ['health'] }
    const faded = see({ filter })
    expect(faint(faded)).toEqual(['Tenants', 'Club', 'Stranger', 'Rent'])
    expect(faded.view.links.get(link('pay'))?.paint?.faded).toBe(true)
    expect(faded.view.links.get(link('inside'))?.paint).toBeUndefined()
    expect(faded.hiddenLinks).toBe(0)
    const hidden = see({ filter, others: 'hide' })
    expect([...hidden.view.links.keys()]).toEqual(['inside'])
    expect(hidden.hiddenLinks).toBe(6)
  })

  test('LOOK-4: contributions that are switched off go with their actions', () => {
    const map = testView({
      elements: { rent: { label: 'Rent' }, build: { kind: 'action', label: 'Renovate' } },
      links: { b: { kind: 'contribution', from: 'build', to: 'rent' } },
    })
    const seen = applyLook(map, { look: { hiddenLinks: ['contribution'] }, words })
    expect(labels(seen)).toEqual(['Rent'])
    expect([...seen.view.links]).toEqual([])
    expect([seen.meant, seen.all]).toEqual([1, 2])
  })

  test('LOOK-12: what is kept stays to be seen, faintly', () => {
    const kept = new Set(elements('club'))
    const seen = applyLook(town(), { look: { filter: { sectors: ['health'] }, others: 'hide' }, words, kept })
    expect(labels(seen)).toEqual(['Area', 'Clinic', 'Club', 'Nurses'])
    expect(faint(seen)).toEqual(['Club'])
    expect(seen.meant).toBe(2)
  })
})

describe('looks that nobody could have chosen', () => {
  const names = Object.getOwnPropertyNames(Object.prototype)

  test('LOOK-1: a name that no measure and no value has means nothing, whatever it is', () => {
    for (const name of names) {
      for (const by of [name, nameOfMeasure(name), `field:${name}`]) {
        const look = { colourBy: by, sizeBy: by, labelBy: by, clusterBy: by, filter: { fields: { [by]: [''] } } }
        expect(labels(see(look))).toEqual(labels(see({})))
        expect(see({ filter: { ranges: { [by]: [0, 1] } } }).meant).toBe(0)
      }
    }
  })

  test('LOOK-17: a look that cannot be applied shows the plain map, and says so once', () => {
    const causes: unknown[] = []
    const broken = {
      ...words,
      value: () => {
        throw new Error('no words')
      },
    }
    const seeing = createSafeSeeing({ look: { labelBy: 'sector', colourBy: 'stance' }, words: broken }, (cause) =>
      causes.push(cause),
    )
    const map = town()
    expect(seeing(map).view).toBe(map)
    expect(seeing(town()).all).toBe(6)
    expect(causes).toEqual([new Error('no words')])
  })
})

describe('layers and what is near', () => {
  test('LOOK-4: types of ties and kinds of links are switched off, their ends stay', () => {
    const seen = see({ hiddenTies: ['money', ''], hiddenLinks: ['relation'] })
    expect([...seen.view.links.keys()]).toEqual(['talk', 'talk2', 'inside'])
    expect(seen.view.elements.size).toBe(7)
    expect(seen.hiddenLinks).toBe(4)
  })

  test('LOOK-5: within some steps of an element, along shown links, both ways where the tie goes both ways', () => {
    const focus = { element: element('stranger'), steps: 1, way: 'any' } as const
    expect(labels(see({ focus }))).toEqual(['Area', 'Club', 'Stranger'])
    expect(labels(see({ focus: { ...focus, steps: 2 } }))).toEqual(['Area', 'Clinic', 'Club', 'Nurses', 'Stranger'])
    const out = { element: element('tenants'), steps: 1, way: 'out' } as const
    expect(labels(see({ focus: out }))).toEqual(['Area', 'Clinic', 'Rent', 'Tenants'])
    expect(labels(see({ focus: { ...focus, steps: 3 }, hiddenTies: [''] }))).toEqual(['Area', 'Stranger'])
    const gone = see({ focus: { ...focus, element: element('gone') } })
    expect(gone.view.elements.size).toBe(7)
  })
})

describe('what stays as it is', () => {
  test('LOOK-6: a look that changes nothing gives the map itself, and what looks alike keeps its identity', () => {
    const map = town()
    expect(see({}, map).view).toBe(map)
    expect(see({ colourBy: 'sector' }, map).view).toBe(map)
    const seeing = createSeeing({
      look: { filter: { sectors: ['health'] }, colourBy: 'stance', clusterBy: 'sector', opened: ['health'] },
      words,
    })
    const before = seeing(map).view
    const next = seeing(after(map, renameElement, { id: element('stranger'), label: 'Guest' })).view
    // The document was read anew here, so only the cards and links that stand for several are the same objects.
    expect(next.elements.get(element('~sector~community'))).toBe(before.elements.get(element('~sector~community')))
    expect(seeing(map).view.elements.get(element('clinic'))).toBe(before.elements.get(element('clinic')))
  })
})

describe('what stays as it is when a look is made anew', () => {
  test('LOOK-6: with other words or answers, what looks as it did keeps its identity', () => {
    const map = town()
    const look: Look = { filter: { sectors: ['health'] }, colourBy: 'stance', clusterBy: 'sector', opened: ['health'] }
    const memory = createSeeingMemory()
    const before = createSeeing({ look, words, memory })(map).view
    const after = createSeeing({ look, words: { ...words }, measures: { numbers: {} }, memory })(map).view
    expect([...after.elements]).toEqual([...before.elements])
    for (const [id, seen] of after.elements) expect(before.elements.get(id)).toBe(seen)
    for (const [id, seen] of after.links) expect(before.links.get(id)).toBe(seen)
    const other = createSeeing({ look: { ...look, colourBy: 'power' }, words, memory })(map).view
    expect(other.elements.get(element('clinic'))?.paint).toMatchObject({ shade: 5 })
  })
})

describe('colours, sizes and second lines', () => {
  test('LOOK-7: who is coloured has characters for the same on its tag; who has no value a dash', () => {
    const seen = see({ colourBy: 'stance' })
    const paintOf = (id: string) => seen.view.elements.get(element(id))?.paint
    expect(paintOf('clinic')).toEqual({ hue: 'teal', tag: '▲' })
    expect(paintOf('tenants')).toEqual({ hue: 'orange', tag: '▼' })
    expect(paintOf('club')).toEqual({ hue: 'grey', tag: '–' })
    expect(paintOf('rent')).toBeUndefined()
    expect(seen.colours?.categories.map(({ value, count }) => [value, count])).toEqual([
      ['supports', 1],
      ['opposes', 1],
      [undefined, 3],
    ])
  })

  test('LOOK-7: the legend counts whom it is about, and nobody whom the field is not for', () => {
    const map = testView({
      meta: {
        'field:ready': { name: 'Ready', type: 'choice', choices: ['Yes', 'No'], of: ['stakeholder'] },
        'field:trend': { name: 'Trend', type: 'choice', choices: ['Up'], of: ['variable'] },
      },
      elements: {
        a: { kind: 'stakeholder', 'field:ready': 'Yes' },
        b: { kind: 'stakeholder' },
        note: { kind: 'note' },
        act: { kind: 'action' },
        rent: { kind: 'variable', 'field:trend': 'Up' },
        cost: { kind: 'variable' },
      },
    })
    const counts = (colourBy: string) =>
      see({ colourBy }, map).colours?.categories.map(({ value, count }) => [value, count])
    expect(counts('field:ready')).toEqual([
      ['Yes', 1],
      [undefined, 1],
    ])
    expect(counts('field:trend')).toEqual([['Up', 1]])
    expect(see({ colourBy: 'field:trend' }, map).view.elements.get(element('b'))?.paint).toBeUndefined()
  })

  test('LOOK-7: two words that begin alike have different tags', () => {
    const map = testView({
      elements: { a: { tags: ['North'] }, b: { tags: ['Norway'] }, c: { tags: ['Norway'] } },
    })
    const { colours } = see({ colourBy: 'tag' }, map)
    expect(colours?.categories.map(({ value, tag }) => [value, tag])).toEqual([
      ['Norway', 'NO'],
      ['North', '2'],
    ])
  })

  test('LOOK-7: no two words share a tag, even where a number stands for one and is the word of another', () => {
    const tagsOf = (words: readonly string[]) => {
      const all = words.map((tag, index) => [`e${index}`, { tags: [tag] }])
      return see({ colourBy: 'tag' }, testView({ elements: Object.fromEntries(all) })).colours?.categories
    }
    for (const words of [
      ['3', '3', '3', 'alpha', 'alpha', 'alps'],
      ['alpha', 'alps', 'alpaca', '2', '3', '4'],
      ['!', '?', '1', '2'],
    ]) {
      const tags = tagsOf(words)?.map(({ tag }) => tag) ?? []
      expect(new Set(tags).size).toBe(tags.length)
    }
    expect(tagsOf(['2', '2', '2', 'alpha', 'alpha', 'alps'])?.map(({ tag }) => tag)).toEqual(['2', 'AL', '3'])
  })

  test('LOOK-7: a community keeps its letter and colour when another is not to be seen', () => {
    const map = testView({
      elements: Object.fromEntries(['a', 'b', 'c'].map((id) => [id, { kind: 'stakeholder', role: id }])),
    })
    const community = new Map(elements('a', 'b', 'c').map((id, index) => [id, index] as const))
    const all: Look = { colourBy: 'community' }
    const [every, some] = [all, { ...all, filter: { text: 'c' }, others: 'hide' } as const].map(
      (look) => applyLook(map, { look, words, measures: { numbers: {}, community } }).view.elements,
    )
    expect(some?.get(element('c'))?.paint?.tag).toBe('C')
    expect(some?.get(element('c'))?.paint).toEqual(every?.get(element('c'))?.paint)
  })

  test('LOOK-7: the lens on communities colours people alone, and any other look by communities variables too', () => {
    const map = testView({ elements: { a: { kind: 'stakeholder' }, b: { kind: 'stakeholder' }, rent: {} } })
    const community = new Map(elements('a', 'rent').map((id, index) => [id, index] as const))
    const tagsBy = (look: Look) => {
      const seen = applyLook(map, { look, words, measures: { numbers: {}, community } }).view.elements
      return ['a', 'b', 'rent'].map((id) => seen.get(element(id))?.paint?.tag)
    }
    expect(tagsBy(lenses[0]?.look ?? {})).toEqual(['A', '–', undefined])
    expect(tagsBy({ colourBy: 'community' })).toEqual(['A', '–', 'B'])
  })

  test('LOOK-29: the lens on networks measures people alone, and any other look by that measure variables too', () => {
    const map = testView({ elements: { a: { kind: 'stakeholder' }, b: { kind: 'stakeholder' }, rent: {} } })
    const of = (...values: readonly number[]) =>
      new Map(values.map((value, at) => [elements('a', 'b', 'rent')[at]!, value]))
    const measures = { numbers: { betweenness: of(4, 1, 40), degree: of(3, 1, 9) } }
    const seenBy = (look: Look) => applyLook(map, { look, words, measures })
    const through = seenBy(lenses[1]?.look ?? {})
    expect(through.shades?.most).toBe(4)
    expect(through.view.elements.get(element('rent'))?.paint).toBeUndefined()
    expect(through.view.elements.get(element('a'))?.paint?.shade).toBe(5)
    const plain = seenBy({ colourBy: nameOfMeasure('betweenness') })
    expect(plain.shades?.most).toBe(40)
    expect(plain.view.elements.get(element('rent'))?.paint?.shade).toBe(5)
  })

  test('LOOK-23: the lens about leaders marks them, and no other look does', () => {
    const plain = town()
    const leader = { ...plain.elements.get(element('clinic')), leader: true } as MapElement
    const map = { ...plain, elements: new Map(plain.elements).set(element('clinic'), leader) }
    for (const { name, look } of lenses) {
      const seen = see({ ...look, clusterBy: '' }, map)
      const starred = [...seen.view.elements.values()].filter(({ paint }) => paint?.starred).map(({ label }) => label)
      expect(starred, name).toEqual(name === 'communities' ? ['Clinic'] : [])
      expect(seen.leaders, name).toBe(name === 'communities' ? 1 : undefined)
    }
    expect(see({ colourBy: 'stance' }, map).leaders).toBeUndefined()
    const [before, after] = [map, see(lenses[0]?.look ?? {}, map).view].map((view) =>
      computeScene(view, boardView).elements.get(element('clinic')),
    )
    expect(after?.rect.width).toBeGreaterThan(before?.rect.width ?? Infinity)
    expect(after?.layout.star?.x).toBeLessThan(after?.layout.text.x ?? 0)
  })

  test('LOOK-8: shades are fifths, sizes quarters of a scale that begins at nought', () => {
    const seen = see({ colourBy: 'power', sizeBy: 'influence' })
    expect(seen.view.elements.get(element('clinic'))?.paint).toEqual({ shade: 5, tag: '5', scale: 1.5 })
    expect(seen.view.elements.get(element('nurses'))?.paint).toEqual({ shade: 2, tag: '2' })
    const numbers = {
      betweenness: new Map([
        [element('rent'), 8],
        [element('club'), 2],
      ]),
    }
    const measured = applyLook(town(), {
      look: { colourBy: nameOfMeasure('betweenness') },
      words,
      measures: { numbers },
    })
    expect(measured.view.elements.get(element('rent'))?.paint).toEqual({ shade: 5, tag: '5' })
    expect(measured.view.elements.get(element('club'))?.paint).toEqual({ shade: 2, tag: '2' })
    expect(measured.view.elements.get(element('clinic'))?.paint).toEqual({ hue: 'grey', tag: '–' })
    expect(measured.shades).toEqual({ by: 'measure:betweenness', most: 8, known: 2 })
  })

  test('a second line stands below the name, where there is something to say', () => {
    expect(labels(see({ labelBy: 'role' }))).toContain('Nurses\nCare at home')
    expect(labels(see({ labelBy: 'role' }))).toContain('Clinic')
  })
})

describe('groups', () => {
  test('LOOK-9: one card per value in the middle of its members, one link per kind, type and way', () => {
    const seen = see({ clusterBy: 'sector' })
    expect(labels(seen)).toEqual(['Area', 'Rent', 'Stranger', 'community · 2', 'health · 2'])
    const links = [...seen.view.links.values()].map(({ from, to, label, ...rest }) => [
      from,
      to,
      'type' in rest ? rest.type : rest.kind,
      label,
    ])
    const [health, community] = ['~sector~health', '~sector~community']
    expect(links).toEqual([
      [health, community, 'money', '× 2'],
      [community, health, 'collaboration', '× 2'],
      ['stranger', community, 'tie', undefined],
      [community, 'rent', 'relation', undefined],
    ])
    const board = [...seen.view.positions.values()][0]
    expect(board?.get(element(health))).toEqual({ x: 100, y: 0 })
  })

  test('SECTOR-6: groups are listed in the order of the legend, whoever came to the map first', () => {
    const map = testView({
      elements: Object.fromEntries(
        ['media', 'health', 'Zoo', 'Arts'].flatMap((sector) =>
          [1, 2].map((at) => [`${sector}${at}`, { kind: 'stakeholder', sector }]),
        ),
      ),
    })
    const seen = see({ colourBy: 'sector', clusterBy: 'sector' }, map)
    expect(seen.groups.map(({ key }) => key)).toEqual(seen.cards?.categories.map(({ value }) => value))
    expect(seen.groups.map(({ key }) => key)).toEqual(['health', 'media', 'Arts', 'Zoo'])
  })

  test('LOOK-9: who is alone in a sector, or whose others are hidden, stays the element itself', () => {
    const map = town()
    const alone = { filter: { text: 'nurses' }, others: 'hide', clusterBy: 'sector' } as const
    expect(see(alone, map).view.elements.get(element('nurses'))).toBe(map.elements.get(element('nurses')))
    const [lens] = lenses.filter(({ name }) => name === 'partnerships')
    const small = testView({
      elements: { a: { kind: 'stakeholder', sector: 'health' }, b: { kind: 'stakeholder', sector: 'media' } },
      links: { ab: { kind: 'tie', from: 'a', to: 'b' } },
    })
    const seen = see(lens?.look ?? {}, small)
    expect([...seen.view.elements.keys()]).toEqual(['a', 'b'])
    expect(seen.groups).toEqual([])
    expect(seen.view.links.get(link('ab'))).toBe(small.links.get(link('ab')))
  })

  test('LOOK-9: relations are one per type, and a link that stands for itself keeps all but its ends', () => {
    const map = testView({
      elements: { a: { tags: ['x'] }, b: { tags: ['x'] }, c: {} },
      links: {
        one: { kind: 'relation', from: 'a', to: 'c', type: 'decides' },
        two: { kind: 'relation', from: 'b', to: 'c', type: 'affected by' },
        cause: {
          from: 'b',
          to: 'c',
          label: 'yearly',
          polarity: '-',
          strength: 3,
          confidence: 0.9,
          description: '€ 3m',
        },
      },
    })
    const { view } = see({ clusterBy: 'tag' }, map)
    const ends = { from: '~tag~x', to: 'c' }
    expect([...view.links.values()]).toMatchObject([
      { kind: 'relation', type: 'decides', ...ends },
      { kind: 'relation', type: 'affected by', ...ends },
      { ...map.links.get(link('cause')), id: expect.stringMatching(/^~/), ...ends },
    ])
    for (const one of view.links.values()) expect(one).not.toHaveProperty('label', '× 2')
    const both = testView({
      elements: { a: { tags: ['x'] }, b: { tags: ['x'] }, c: {} },
      links: Object.fromEntries(['a', 'b'].map((from) => [from, { kind: 'relation', from, to: 'c', type: 'decides' }])),
    })
    expect([...see({ clusterBy: 'tag' }, both).view.links.values()]).toMatchObject([
      { kind: 'relation', type: 'decides', label: '× 2', ...ends },
    ])
  })

  test('LOOK-9: a card and a link say how many of theirs the filter means', () => {
    const stakeholder = { kind: 'stakeholder', sector: 'health' }
    const map = testView({
      elements: {
        a: { ...stakeholder, stance: 'supports' },
        b: stakeholder,
        c: stakeholder,
        d: { kind: 'stakeholder', stance: 'supports' },
      },
      links: Object.fromEntries(['a', 'b', 'c'].map((from) => [from, { kind: 'tie', type: 'money', from, to: 'd' }])),
    })
    const seen = see({ clusterBy: 'sector', filter: { stances: ['supports'] } }, map)
    expect(labels(seen)).toContain('health · 1 of 3')
    expect([...seen.view.links.values()].map(({ label, paint }) => [label, paint])).toEqual([
      ['× 1 of 3', { counts: true }],
    ])
    const none = see({ clusterBy: 'sector', filter: { text: 'nobody' } }, map)
    expect(labels(none)).toContain('health · 0 of 3')
    expect(faint(none)).toContain('health · 0 of 3')
  })

  test('LOOK-9: an opened one is drawn one by one, with its links to the others', () => {
    const seen = see({ clusterBy: 'sector', opened: ['health'] })
    expect(labels(seen)).toEqual(['Area', 'Clinic', 'Nurses', 'Rent', 'Stranger', 'community · 2'])
    expect(seen.view.links.has(link('inside'))).toBe(true)
    expect(seen.groups.map(({ key, isOpen }) => [key, isOpen])).toEqual([
      ['health', true],
      ['community', false],
    ])
  })

  test('LOOK-9: links that do not agree on the sign say none together', () => {
    const map = testView({
      elements: { a: { tags: ['x'] }, b: { tags: ['x'] }, c: {} },
      links: { ac: { from: 'a', to: 'c', polarity: '+' }, bc: { from: 'b', to: 'c', polarity: '-' } },
    })
    const [joined] = see({ clusterBy: 'tag' }, map).view.links.values()
    expect(joined).toMatchObject({ kind: 'causal', label: '× 2', from: '~tag~x', to: 'c' })
    expect(joined).not.toHaveProperty('polarity')
  })

  test('LOOK-9: cards keep apart from each other and from those who stand alone, near their members', () => {
    const sectors = ['health', 'community', 'business', 'media']
    const all = Array.from({ length: 17 }, (_, index) => ({
      sector: sectors[index % 4],
      at: [(index % 5) * 40, Math.floor(index / 5) * 30],
    }))
    const map = testView({
      elements: Object.fromEntries(
        all.map(({ sector }, index) => [
          `a${index}`,
          { kind: 'stakeholder', label: `Actor ${index}`, ...(index === 16 ? {} : { sector }) },
        ]),
      ),
      positions: Object.fromEntries(all.map(({ at }, index) => [`a${index}`, at])),
    })
    const { view, cards } = see({ clusterBy: 'sector' }, map)
    const drawn = [...computeScene(view, boardView).elements.values()]
    expect(drawn).toHaveLength(5)
    for (const [index, { rect }] of drawn.entries()) {
      for (const { rect: other } of drawn.slice(index + 1)) {
        const isApart =
          rect.x + rect.width < other.x ||
          other.x + other.width < rect.x ||
          rect.y + rect.height < other.y ||
          other.y + other.height < rect.y
        expect(isApart).toBe(true)
      }
      expect(Math.hypot(rect.x - 80, rect.y - 45)).toBeLessThan(700)
    }
    expect(cards?.categories.map(({ value }) => value).toSorted()).toEqual(sectors.toSorted())
    expect(see({ clusterBy: 'sector', opened: sectors }, map).cards).toBeUndefined()
  })

  test('LOOK-10: a card has an id that no element can have, and is locked', () => {
    const cards = [...see({ clusterBy: 'sector' }).view.elements.values()].filter(({ id }) => isOfGroup(id))
    expect(cards.map(({ locked }) => locked)).toEqual([true, true])
    expect(cards.map(({ paint }) => paint?.group?.members)).toEqual([
      elements('clinic', 'nurses'),
      elements('tenants', 'club'),
    ])
  })
})
