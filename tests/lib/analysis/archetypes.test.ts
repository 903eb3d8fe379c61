import { describe, expect, it } from 'vitest'
import type { ElementId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import {
  chooseSuggestions,
  defaultArchetypeBounds,
  findArchetypes,
  fitArchetype,
  lookForArchetypes,
  type ArchetypeAnchor,
  type ArchetypeMatch,
} from '../../../lib/analysis/archetypes'
import { archetypePatterns } from '../../../lib/analysis/archetypePatterns'
import { buildCausalGraph, toCausalGraph, type CausalGraph, type GraphLink } from '../../../lib/analysis/causalGraph'
import { kindOf } from '../../../lib/analysis/loop'
import { archetypeNames, type ArchetypeName } from '../../../lib/model/archetype'
import { fromWeftMap } from '../../../lib/model/mapFile'
import { variableMarks } from '../../../lib/model/variable'
import type { MapView } from '../../../lib/model/mapView'
import { buildTemplate } from '../../../lib/templates/buildTemplate'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { graphFrom, graphOf, randomLinks } from './graphs'

const views = new Map<ArchetypeName, MapView>(
  archetypeNames.map((name) => [name, fromWeftMap(buildTemplate(name, (key) => key))]),
)

function anchorsOf(view: MapView): readonly ArchetypeAnchor[] {
  return [...view.elements.values()].flatMap((one) =>
    one.kind === 'variable' && one.mark !== undefined ? [{ variable: one.id, mark: one.mark }] : [],
  )
}

/** The one that the template is made to show. */
function expectOwn(name: ArchetypeName): { view: MapView; graph: CausalGraph; match: ArchetypeMatch } {
  const view = views.get(name)
  if (view === undefined) throw new Error(name)
  const graph = toCausalGraph(view)
  const match = findArchetypes(graph, anchorsOf(view)).matches.find(({ archetype }) => archetype === name)
  if (match === undefined) throw new Error(`${name} is not found in its own template`)
  return { view, graph, match }
}

const rolesOf = (match: ArchetypeMatch): Readonly<Record<string, string>> =>
  Object.fromEntries(match.roles.map(({ role, variable }) => [role, variable]))

const seeds = (usual: number): readonly number[] =>
  Array.from({ length: seedCount(usual) }, (_, index) => firstSeed() + index)

/** As a graph is drawn: links without their order, ids anew, labels as they were. */
function redraw(graph: CausalGraph, random: ReturnType<typeof createSeededRandom>): CausalGraph {
  const fresh = new Map<string, ElementId>()
  const order = graph.variables.map((id) => ({ id, at: random.below(1_000_000) })).sort((a, b) => a.at - b.at)
  for (const [index, { id }] of order.entries()) fresh.set(id, `n${index}` as ElementId)
  const labels = new Map(graph.variables.map((id, index) => [fresh.get(id) ?? id, graph.labels[index] ?? '']))
  const links = linksOf(graph).map((link) => ({
    ...link,
    id: `x${random.below(1_000_000_000)}` as GraphLink['id'],
    from: fresh.get(link.from) ?? link.from,
    to: fresh.get(link.to) ?? link.to,
  }))
  return buildCausalGraph(labels, links.toReversed())
}

function linksOf(graph: CausalGraph): readonly GraphLink[] {
  return graph.links.map(([id], arc) => ({
    id,
    from: graph.variables[graph.from[arc] ?? 0] as ElementId,
    to: graph.variables[graph.to[arc] ?? 0] as ElementId,
    sign: (graph.sign[arc] ?? 0) as GraphLink['sign'],
    delayed: graph.delayed[arc] === 1,
  }))
}

/** Matches in words: what stays when ids change. */
function inWords(graph: CausalGraph, matches: readonly ArchetypeMatch[]): readonly string[] {
  const label = (id: ElementId): string => graph.labels[graph.variables.indexOf(id)] ?? ''
  return matches.map(
    ({ archetype, roles, links }) =>
      `${archetype} ${links.length} ${roles.map(({ role, variable }) => `${role}=${label(variable)}`).join(' ')}`,
  )
}

const expectedRoles: Readonly<Record<ArchetypeName, Readonly<Record<string, string>>>> = {
  'limits-to-growth': { performance: 'singers', engine: 'concerts', slowing: 'crowding', limit: 'hall' },
  'attractiveness-principle': {
    performance: 'families',
    appeal: 'welcome',
    engine: 'stories',
    limitA: 'queue',
    limitB: 'tiredness',
  },
  'fixes-that-fail': { problem: 'vacancies', fix: 'agency', consequence: 'payGap' },
  'shifting-the-burden': { symptom: 'pain', quick: 'pills', fundamental: 'exercise', side: 'trust' },
  'eroding-goals': { gap: 'gap', state: 'speed', goal: 'promise', action: 'shifts', pressure: 'excuses' },
  escalation: {
    comparison: 'lead',
    resultA: 'weTalk',
    resultB: 'theyTalk',
    threatA: 'weStrain',
    threatB: 'theyStrain',
  },
  'success-to-the-successful': {
    allocation: 'share',
    winner: 'football',
    loser: 'music',
    winnerMeans: 'coaches',
    loserMeans: 'teachers',
  },
  'tragedy-of-the-commons': {
    activityA: 'pumpingA',
    gainA: 'harvestA',
    activityB: 'pumpingB',
    gainB: 'harvestB',
    total: 'total',
    resource: 'groundwater',
  },
  'growth-and-underinvestment': {
    demand: 'children',
    performance: 'time',
    growth: 'fees',
    need: 'pressure',
    investment: 'hiring',
    capacity: 'carers',
    standard: 'standard',
  },
  'accidental-adversaries': {
    successA: 'beds',
    successB: 'calm',
    fixA: 'discharges',
    fixB: 'ambulances',
    helpA: 'notes',
    helpB: 'visits',
  },
}

describe('what is suggested first', () => {
  it.each(archetypeNames)('ARCH-16: %s is the first that its own example suggests', (name) => {
    const { view, graph, match } = expectOwn(name)
    const suggested = chooseSuggestions(findArchetypes(graph, anchorsOf(view)).matches, new Set())
    expect(suggested[0]).toEqual(match)
  })
})

describe('parts that are phrased the other way round', () => {
  it('ARCH-14: a fix that is less of something says so, and what comes late names its way', () => {
    const graph = graphOf(`
      workload+stress stress-quality quality+orders orders+workload quality-complaints complaints+workload`)
    const [workload] = graph.variables.filter((id) => id === 'workload')
    if (workload === undefined) throw new Error('no variable')
    const { matches } = findArchetypes(graph, [{ variable: workload, mark: 'symptom' }])
    const match = matches.find(({ archetype, roles }) => {
      return (
        archetype === 'fixes-that-fail' && roles.some(({ role, variable }) => role === 'fix' && variable === 'quality')
      )
    })
    expect(match?.roles.map(({ role, variable, isLess }) => [role, variable, isLess ?? false])).toEqual([
      ['problem', 'workload', false],
      ['fix', 'quality', true],
      ['consequence', 'complaints', false],
    ])
    expect(match?.delays).toMatchObject([{ from: 'quality', to: 'workload', via: ['complaints'] }])
  })
})

describe('archetype patterns', () => {
  it('ARCH-3: there is a pattern for every archetype, and its loops have the kinds that its signs make', () => {
    expect(new Set(archetypePatterns.map(({ archetype }) => archetype))).toEqual(new Set(archetypeNames))
    for (const { archetype, chains, loops, joints, anchors } of archetypePatterns) {
      for (const { kind, chains: way } of loops) {
        const parts = way.map((index) => chains[index])
        const next = [...parts.slice(1), parts[0]]
        expect(
          parts.map((chain) => chain?.to),
          archetype,
        ).toEqual(next.map((chain) => chain?.from))
        expect(kindOf(parts.reduce((product, chain) => product * (chain?.sign ?? 0), 1)), archetype).toBe(kind)
      }
      const places = joints.map(({ role }) => role)
      for (const role of Object.values(anchors).flat()) expect(places).toContain(role)
    }
  })

  it.each(archetypeNames)('ARCH-3: %s is found in its own template, every part where it belongs', (name) => {
    const { match } = expectOwn(name)
    expect(rolesOf(match)).toMatchObject(expectedRoles[name])
    expect(Object.keys(rolesOf(match)).sort()).toEqual(Object.keys(expectedRoles[name]).sort())
    expect(match.delays.every(({ isMarked }) => isMarked)).toBe(true)
  })

  it.each(archetypeNames)('ARCH-3: a figure of %s turns into nothing of the kind when any one sign flips', (name) => {
    const { view, graph, match } = expectOwn(name)
    for (const link of match.links) {
      const flipped = linksOf(graph).map((one) =>
        one.id === link ? { ...one, sign: (one.sign * -1) as GraphLink['sign'] } : one,
      )
      const labels = new Map(graph.variables.map((id, index) => [id, graph.labels[index] ?? '']))
      const { matches } = findArchetypes(buildCausalGraph(labels, flipped), anchorsOf(view))
      expect(
        matches.filter(({ archetype }) => archetype === name).map(({ roles }) => roles),
        link,
      ).toEqual([])
    }
  })

  it('ARCH-3: a link without a sign belongs to no figure', () => {
    const graph = graphOf('problem+fix fix-problem fix?later later+problem')
    expect(findArchetypes(graph, [{ variable: 'problem' as ElementId, mark: 'symptom' }]).matches).toEqual([])
  })
})

/** Two published kinds of drawing, with people and things of our own. */
const escalationAsDrawn = graphOf(`lead-|uneaseA uneaseA+armsA armsA+strengthA strengthA+lead
  lead+uneaseB uneaseB+armsB armsB+strengthB strengthB-lead`)
const commonsAsDrawn = graphOf(`boatsA+catchA catchA+boatsA boatsB+catchB catchB+boatsB boatsA+fishing boatsB+fishing
  fishing-fish breeding+fish fish+catchA fish+catchB`)

describe('finding archetypes', () => {
  it('ARCH-4: looks only around variables with the mark that fits their part', () => {
    const around = (graph: CausalGraph, variable: string, mark: ArchetypeAnchor['mark']): readonly string[] => [
      ...new Set(
        findArchetypes(graph, [{ variable: variable as ElementId, mark }]).matches.map(({ archetype }) => archetype),
      ),
    ]
    expect(findArchetypes(commonsAsDrawn, []).matches).toEqual([])
    expect(around(escalationAsDrawn, 'strengthA', 'result')).toContain('escalation')
    expect(around(escalationAsDrawn, 'strengthB', 'result')).toContain('escalation')
    expect(around(escalationAsDrawn, 'lead', 'symptom')).toContain('escalation')
    expect(around(escalationAsDrawn, 'uneaseA', 'result')).toEqual([])
    expect(around(commonsAsDrawn, 'fish', 'result')).toEqual(['tragedy-of-the-commons'])
    expect(around(commonsAsDrawn, 'catchB', 'result')).toEqual(['tragedy-of-the-commons'])
    expect(around(commonsAsDrawn, 'breeding', 'result')).toEqual([])
  })

  it('ARCH-4: tells loops, and the link whose delay is to be confirmed', () => {
    const [match] = findArchetypes(commonsAsDrawn, [{ variable: 'fish' as ElementId, mark: 'symptom' }]).matches
    expect(match?.loops.map(({ kind, links }) => `${kind} ${links.length}`)).toEqual([
      'reinforcing 2',
      'reinforcing 2',
      'balancing 4',
      'balancing 4',
    ])
    expect(match?.delays).toEqual([{ from: 'fishing', to: 'fish', via: [], link: 'fishingfish', isMarked: false }])
  })

  it('ARCH-5: a variable may be phrased the other way round, and chains may run over others', () => {
    const found = (arrows: string): readonly string[] =>
      findArchetypes(graphOf(arrows), [{ variable: 'staffing' as ElementId, mark: 'symptom' }]).matches.map(
        ({ archetype }) => archetype,
      )
    expect(found('staffing-agency agency+staffing agency+gap gap+leaving leaving-staffing')).toEqual([
      'fixes-that-fail',
    ])
    expect(found('staffing-calls calls+agency agency+staffing agency+gap gap+leaving leaving-staffing')).toEqual([
      'fixes-that-fail',
    ])
  })

  it('ARCH-6: the same map gives the same answer, however it was drawn and whatever its ids are', () => {
    for (const seed of seeds(60)) {
      const random = createSeededRandom(seed)
      const graph = graphFrom(randomLinks(random, 9, 22))
      const anchors = graph.variables
        .slice(0, 3)
        .map((variable, index) => ({ variable, mark: variableMarks[index] ?? 'goal' }))
      const again = redraw(graph, random)
      const label = (id: ElementId): string => graph.labels[graph.variables.indexOf(id)] ?? ''
      const moved = anchors
        .map(({ variable, mark }) => ({
          variable: again.variables[again.labels.indexOf(label(variable))] as ElementId,
          mark,
        }))
        .toReversed()
      const one = findArchetypes(graph, anchors)
      const other = findArchetypes(again, moved)
      expect(inWords(again, other.matches), `seed ${seed}`).toEqual(inWords(graph, one.matches))
      expect(other.complete).toBe(one.complete)
    }
  })

  it('ARCH-6: every figure answered has the loops that it says, and no variable plays two parts', () => {
    for (const seed of seeds(40)) {
      const graph = graphFrom(randomLinks(createSeededRandom(seed), 10, 26))
      const anchors = graph.variables.map((variable, index) => ({
        variable,
        mark: variableMarks[index % 3] ?? 'goal',
      }))
      for (const match of findArchetypes(graph, anchors).matches) {
        const variables = match.roles.map(({ variable }) => variable)
        expect(new Set(variables).size, `seed ${seed}`).toBe(variables.length)
        const pattern = archetypePatterns.filter(({ archetype }) => archetype === match.archetype)
        expect(pattern.map(({ loops }) => loops.map(({ kind }) => kind))).toContainEqual(
          match.loops.map(({ kind }) => kind),
        )
        for (const loop of match.loops) {
          expect(new Set(loop.variables).size).toBe(loop.variables.length)
          expect(loop.links.every((link) => match.links.includes(link))).toBe(true)
        }
      }
    }
  })

  it('ARCH-7: all marks of a large map share one bound, and a search lets others have their turn', () => {
    const random = createSeededRandom(firstSeed())
    const graph = graphFrom(randomLinks(random, 1_000, 3_000), 1_000)
    const work = (marked: number): number => {
      const anchors = graph.variables.slice(0, marked).map((variable) => ({ variable, mark: 'result' as const }))
      let turns = 0
      const steps = lookForArchetypes(graph, anchors, defaultArchetypeBounds, () => true)
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done === true) {
          expect(turns).toBeGreaterThanOrEqual(marked)
          return step.value.work
        }
        turns += 1
      }
    }
    // What is prepared once, and the last step of each search, come on top.
    for (const marked of [1, 20, 300]) expect(work(marked)).toBeLessThan(defaultArchetypeBounds.maxWork * 1.5)
  })

  it('ARCH-7: a confirmed figure of very many links is looked at to a bound', () => {
    const random = createSeededRandom(firstSeed())
    const graph = graphFrom(randomLinks(random, 60, 600), 60)
    let reads = 0
    const counted = new Proxy(graph.sign, {
      get(target, name) {
        reads += 1
        return Reflect.get(target, name)
      },
    })
    expect(fitArchetype({ ...graph, sign: counted }, 'tragedy-of-the-commons')).toBeUndefined()
    expect(reads).toBeLessThan(200_000)
  })

  it('ARCH-7: a map as full as can be is given up in time, and that is said', () => {
    const full = graphFrom(
      Array.from({ length: 20 }, (_, a) => Array.from({ length: 20 }, (__, b) => [a, b] as const))
        .flat()
        .filter(([a, b]) => a !== b)
        .map(([a, b]) => ({
          id: `l${a}_${b}` as GraphLink['id'],
          from: `v${a}` as ElementId,
          to: `v${b}` as ElementId,
          sign: (a + b) % 3 === 0 ? -1 : 1,
        })),
    )
    const anchors = full.variables.map((variable, index) => ({ variable, mark: variableMarks[index % 3] ?? 'goal' }))
    const answer = findArchetypes(full, anchors)
    expect(answer.complete).toBe(false)
    expect(chooseSuggestions(answer.matches, new Set()).length).toBeLessThanOrEqual(5)
  })
})

describe('suggestions', () => {
  const graph = graphFrom(randomLinks(createSeededRandom(5), 14, 44))
  const anchors = graph.variables.map((variable, index) => ({ variable, mark: variableMarks[index % 3] ?? 'goal' }))
  const { matches } = findArchetypes(graph, anchors)

  it('ARCH-8: are at most five, the shortest first, and at most two of one archetype', () => {
    expect(matches.length).toBeGreaterThan(10)
    const chosen = chooseSuggestions(matches, new Set())
    expect(chosen).toHaveLength(5)
    // What others of the matches are only a part of stands before them, whatever its length.
    const isWhole = (one: ArchetypeMatch): boolean =>
      matches.some((part) => part.archetype !== one.archetype && part.links.every((id) => one.links.includes(id)))
    const lengths = chosen.filter((one) => !isWhole(one)).map(({ links }) => links.length)
    expect(lengths.length).toBeGreaterThan(1)
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b))
    for (const name of archetypeNames) {
      expect(chosen.filter(({ archetype }) => archetype === name).length).toBeLessThanOrEqual(2)
    }
  })

  it('ARCH-8: what was dismissed gives its place to the next', () => {
    const [first, ...rest] = chooseSuggestions(matches, new Set())
    const next = chooseSuggestions(matches, new Set([first?.key ?? '']))
    expect(next.map(({ key }) => key)).not.toContain(first?.key)
    expect(next.map(({ key }) => key)).toEqual(expect.arrayContaining(rest.slice(0, 3).map(({ key }) => key)))
  })
})

describe('a confirmed figure', () => {
  it.each(archetypeNames)('ARCH-11: %s is known again by its links alone', (name) => {
    const { graph, match } = expectOwn(name)
    const labels = new Map(graph.variables.map((id, index) => [id, graph.labels[index] ?? '']))
    const own = linksOf(graph).filter(({ id }) => match.links.includes(id))
    const ends = new Set(own.flatMap(({ from, to }) => [from, to]))
    const alone = buildCausalGraph(new Map([...labels].filter(([id]) => ends.has(id))), own)
    const again = fitArchetype(alone, name)
    expect(again?.key).toBe(match.key)
    expect(again?.loops).toEqual(match.loops)
    const [gone, ...others] = own
    expect(fitArchetype(buildCausalGraph(labels, others), name)).toBeUndefined()
    expect(
      fitArchetype(buildCausalGraph(labels, [...others, { ...(gone as GraphLink), sign: 0 }]), name),
    ).toBeUndefined()
  })
})
