import { describe, expect, test } from 'vitest'
import { fieldsOfView, haveSameNames } from '../../../components/looks/fieldNames'
import { changeFilter, changeLook, stepFocus, toggle } from '../../../components/looks/changeLook'
import { findLookFacts, isPartial, optionsFor } from '../../../components/looks/lookFacts'
import { changeRange, shownRange } from '../../../components/looks/range'
import { needsOf, toLookMeasures } from '../../../lib/look/lookMeasures'
import { createWorkspace } from '../../../components/hooks/createWorkspace'
import { describeTies } from '../../../lib/analysis/network/describeTies'
import { toTieNetwork } from '../../../lib/analysis/network/tieNetwork'
import { toCausalGraph } from '../../../lib/analysis/causalGraph'
import { measureQuickly } from '../../../lib/analysis/variableMeasures'
import { nameOfMeasure } from '../../../lib/look/lookValue'
import { element, testView } from '../../helpers/testMap'

const town = testView({
  meta: {
    'field:size': { name: 'Size', type: 'number' },
    'field:part': { name: 'Part', type: 'choice', choices: ['N', 'S'] },
  },
  elements: {
    a: { kind: 'stakeholder', sector: 'media', tags: ['x'] },
    b: { kind: 'stakeholder', sector: 'health' },
    c: { kind: 'stakeholder' },
    v: {},
  },
  links: {
    ab: { kind: 'tie', type: 'money', from: 'a', to: 'b' },
    bc: { kind: 'tie', from: 'b', to: 'c' },
    vv: { kind: 'relation', from: 'a', to: 'v' },
  },
})

describe('ranges', () => {
  test('LOOK-2: a share is read as 70%, 0.7 or 70, shown in percent, and empty is no bound', () => {
    for (const text of ['70%', '0.7', '0,7', ' 70 ']) {
      const range = changeRange(undefined, 0, text, 'share')
      expect(range).toEqual([0.7, 1])
      expect(shownRange(range, 'share')).toEqual(['70', ''])
      expect(changeRange(range, 0, '', 'share')).toBeUndefined()
    }
    expect(changeRange([0.5, 1], 1, '20', 'share')).toEqual([0.2, 0.5])
    expect(changeRange(undefined, 1, 'many', 'number')).toBeUndefined()
    expect(shownRange(changeRange(undefined, 1, '12', 'number'), 'number')).toEqual(['', '12'])
  })

  test('LOOK-2: a range of dates has both its days, and either may be left open', () => {
    const since = changeRange(undefined, 0, '2026-05-01', 'date')
    expect(shownRange(since, 'date')).toEqual(['2026-05-01', ''])
    const both = changeRange(since, 1, '2026-02-28', 'date')
    expect(shownRange(both, 'date')).toEqual(['2026-02-28', '2026-05-01'])
    expect(changeRange(since, 0, '', 'date')).toBeUndefined()
    expect(changeRange(undefined, 1, '2026-02-31', 'date')).toBeUndefined()
  })

  test('LOOK-2: dates, and what was said of legitimacy, urgency, influence and formal leaders, can be asked for', () => {
    const someone = { kind: 'stakeholder', label: 'A', urgency: 0.5, leader: true }
    const meta = { 'field:met': { name: 'Last met', type: 'date', of: ['stakeholder'] } }
    expect(findLookFacts(testView({ meta, elements: { a: someone } }))).toMatchObject({
      shares: ['power', 'interest', 'urgency'],
      ownDates: ['field:met'],
      hasLeaders: true,
    })
    expect(
      findLookFacts(testView({ elements: { a: { kind: 'stakeholder', label: 'A', influence: 3 } } })),
    ).toMatchObject({
      shares: ['power', 'interest'],
      levels: ['influence'],
      ownDates: [],
      hasLeaders: false,
    })
  })
})

describe('changing a look', () => {
  test('what is no longer said is gone, and a look that says nothing is none', () => {
    const look = changeLook(undefined, { colourBy: 'stance', hiddenTies: ['money'] })
    expect(look).toEqual({ colourBy: 'stance', hiddenTies: ['money'] })
    expect(changeLook(look, { hiddenTies: [] })).toEqual({ colourBy: 'stance' })
    expect(changeLook({ colourBy: 'stance' }, { colourBy: undefined })).toBeUndefined()
    const filtered = changeFilter(undefined, { sectors: ['health'] })
    expect(filtered).toEqual({ filter: { sectors: ['health'] } })
    expect(changeFilter(filtered, { sectors: [] })).toBeUndefined()
    expect(changeFilter(filtered, { text: '' })).toEqual(filtered)
    expect(toggle(['a', 'b'], 'a')).toEqual(['b'])
    expect(stepFocus({ element: element('a'), steps: 3, way: 'any' }, 1, 3).steps).toBe(3)
  })

  test('LOOK-13: only what leaves out, fades or groups makes part of a map', () => {
    expect(isPartial({ colourBy: 'stance', sizeBy: 'power' })).toBe(false)
    expect(isPartial({ clusterBy: 'sector' })).toBe(true)
    expect(isPartial({ hiddenTies: ['money'] })).toBe(true)
  })

  test('a workspace forgets where a look was from once the map is looked at plainly', () => {
    const workspace = createWorkspace()
    workspace.lookAt({ colourBy: 'stance' }, 'saved')
    expect(workspace.get()).toMatchObject({ look: { colourBy: 'stance' }, lookFrom: 'saved' })
    workspace.lookAt(undefined, 'saved')
    expect(workspace.get()).toMatchObject({ look: undefined, lookFrom: undefined })
  })
})

describe('what there is to choose from', () => {
  test('only what occurs on the map, in the order of its lists, the unsaid last', () => {
    const facts = findLookFacts(town)
    expect(facts.sectors).toEqual(['health', 'media', ''])
    expect(facts.ties).toEqual([
      { type: 'money', count: 1 },
      { type: '', count: 1 },
    ])
    expect(facts.links).toEqual([{ kind: 'relation', count: 1 }])
    expect(facts.choices).toEqual([{ key: 'field:part', name: 'Part', values: ['N', 'S'] }])
    expect(facts.ownNumbers).toEqual(['field:size'])
    expect(optionsFor('sizeBy', facts).own).toEqual(['field:size'])
    expect(optionsFor('clusterBy', facts)).toEqual({
      given: ['sector', 'stance', 'form', 'salience', 'kind', 'tag'],
      worked: ['community'],
      own: ['field:part'],
    })
    const causal = findLookFacts(testView())
    expect(optionsFor('colourBy', causal).given).toEqual(['pulse', 'challenge'])
    expect(optionsFor('sizeBy', causal).worked).toContain(nameOfMeasure('loops'))
    expect(optionsFor('sizeBy', causal).worked).not.toContain(nameOfMeasure('constraint'))
  })
})

describe('names of a look', () => {
  test('LOOK-6: stay the same while a title is typed, and follow when a field is renamed', () => {
    const meta = { 'field:size': { name: 'Size', type: 'number' } }
    const before = fieldsOfView(testView({ meta: { ...meta, title: 'T' } }))
    expect(haveSameNames(before, fieldsOfView(testView({ meta: { ...meta, title: 'Town' } })))).toBe(true)
    const renamed = testView({ meta: { 'field:size': { name: 'Members', type: 'number' } } })
    expect(haveSameNames(before, fieldsOfView(renamed))).toBe(false)
    expect(haveSameNames(before, fieldsOfView(testView()))).toBe(false)
    expect(haveSameNames([], before)).toBe(false)
  })
})

describe('measures for a look', () => {
  test('workers are asked only for what the look shows', () => {
    expect(needsOf({ colourBy: 'stance' })).toEqual({ actors: false, variables: false, loops: false, said: false })
    expect(needsOf({ colourBy: 'community' })).toEqual({ actors: true, variables: true, loops: false, said: false })
    expect(needsOf({ sizeBy: nameOfMeasure('constructor') }).variables).toBe(false)
    expect(needsOf({ sizeBy: nameOfMeasure('degree') })).toEqual({
      actors: true,
      variables: true,
      loops: false,
      said: false,
    })
    expect(needsOf({ sizeBy: nameOfMeasure('loops') })).toEqual({
      actors: false,
      variables: false,
      loops: true,
      said: false,
    })
  })

  test('LOOK-18: variables have groups and cores too, with numbers of their own beside those of stakeholders', () => {
    const links = {
      ab: { from: 'a', to: 'b' },
      bc: { from: 'b', to: 'c' },
      ca: { from: 'c', to: 'a' },
      cd: { from: 'c', to: 'd' },
    }
    const causal = testView({ elements: { a: {}, b: {}, c: {}, d: {} }, links })
    const variables = measureQuickly(toCausalGraph(causal))
    const alone = toLookMeasures({ variables })
    expect(['a', 'd'].map((id) => alone.numbers['core']?.get(element(id)))).toEqual([2, 1])
    expect(alone.community?.get(element('a'))).toBe(0)
    const network = describeTies(toTieNetwork(town))
    const both = toLookMeasures({ network, variables })
    const ofActors = new Set(network.actors.map(({ community }) => community))
    for (const id of ['a', 'b', 'c', 'd']) expect(ofActors).not.toContain(both.community?.get(element(id)))
    expect(optionsFor('colourBy', findLookFacts(causal)).worked).toContain('community')
    expect(optionsFor('sizeBy', findLookFacts(causal)).worked).toContain(nameOfMeasure('core'))
  })

  test('what is not defined is not said', () => {
    const { numbers, community } = toLookMeasures({ network: describeTies(toTieNetwork(town)) })
    expect(numbers['degree']?.get(element('b'))).toBe(3)
    expect(community?.size).toBe(3)
    for (const values of Object.values(numbers)) for (const value of values.values()) expect(value).toBeTypeOf('number')
    expect(numbers['degree']?.has(element('v'))).toBe(false)
  })
})
