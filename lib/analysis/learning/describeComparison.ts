import type { ElementId, LinkId } from '../../base/ids'
import type { MapView } from '../../model/mapView'
import type { CompareBounds } from '../compareLoops'
import { compareMaps } from '../compareMaps'
import { orNull } from '../describeGraph'
import type { LoopKind } from '../loop'
import { defaultLoopBounds, type StartTimer } from '../loopSet'
import { tellChanges, type ToldChange } from '../tellChanges'
import { alignMap, type MatchBy } from './alignMaps'
import { compareMeasures, type MovingMeasure } from './compareMeasures'
import { joinMaps } from './joinMaps'
import { measureAgreement, type AgreementStanding } from './mapAgreement'
import { ratioParameters } from './distanceRatio'
import { measureLoopDistance } from './loopDistance'
import { measureDistance, type MapDistance } from './mapDistance'

/** A map to compare, with what it is called. */
export interface NamedMap {
  readonly name: string
  readonly view: MapView
}

/** What `weft compare --json` prints and the API answers: plain JSON, null where a measure is not defined. */
export interface ComparisonOfMaps {
  readonly maps: readonly { readonly name: string; readonly elements: number; readonly links: number }[]
  /** Every two of them, by their places in `maps`. */
  readonly pairs: readonly {
    readonly first: number
    readonly second: number
    readonly matchedBy: MatchBy
    readonly elements: MapDistance['elements']
    readonly links: MapDistance['links']
    readonly signs: MapDistance['signs']
    readonly distanceRatio: number | null
    /** With delays: a delayed link weighs two. */
    readonly elementDistanceRatio: number | null
    readonly mentalModeler: MapDistance['modeler']
  }[]
  /** Of the distance ratio. */
  readonly parameters: typeof ratioParameters
  /** Of two maps, from the first to the second. */
  readonly changes?: readonly TellingOfChange[]
  /** How far two maps are from each other by their loops: `measureLoopDistance`. */
  readonly loopDistance?: {
    readonly modelDistanceRatio: number
    readonly matched: number
    readonly onlyFirst: number
    readonly onlySecond: number
    /** These are all loops of both. */
    readonly complete: boolean
  }
  /** `changes` has every loop that came, went or is of another kind. */
  readonly loopsComplete?: boolean
  readonly measures?: {
    readonly elements: { readonly before: number; readonly after: number }
    readonly links: { readonly before: number; readonly after: number }
    readonly density: { readonly before: number | null; readonly after: number | null }
    /** The largest change first. */
    readonly moves: readonly {
      readonly label: string
      readonly measure: MovingMeasure
      readonly before: number
      readonly after: number
    }[]
  }
  /** Of three or more. */
  readonly agreement?: {
    readonly elements: readonly {
      readonly label: string
      readonly standing: AgreementStanding
      readonly maps: readonly number[]
      readonly support: number
    }[]
    readonly links: readonly {
      readonly from: string
      readonly to: string
      readonly kind: string
      readonly standing: AgreementStanding
      readonly maps: readonly number[]
      readonly able: number
      readonly support: number
      readonly supportOfAble: number
      readonly plus: number
      readonly minus: number
      readonly open: number
      readonly signAgreement: number | null
    }[]
    readonly fleissKappa: number | null
    readonly linksCompared: number
    /** Loops that no map has whole. */
    readonly loopsOfNobodyAlone: readonly { readonly kind: LoopKind; readonly variables: readonly string[] }[]
    readonly loopsComplete: boolean
  }
}

interface TellingOfChange {
  readonly of: ToldChange['of']
  readonly says: ToldChange['says']
  readonly sentence: string
  readonly elements: readonly ElementId[]
  readonly links: readonly LinkId[]
}

export interface DescribeOptions {
  /** Says one change in a sentence, for the map that it has become. */
  say(change: ToldChange, after: MapView): string
  /** How elements and links are matched; found by `alignMap` unless told. */
  readonly matchBy?: MatchBy
  /** Begins to measure a search for loops, as in `findLoops`. */
  readonly startTimer?: StartTimer
}

/**
 * Compares two maps, or more of one question: every two by their distance; of two alone what changed from the first to
 * the second, of more what they agree on.
 * Cost: for every two maps linear in both; beside it as `compareMaps`, `compareMeasures` or `measureAgreement`.
 */
export function describeComparison(
  named: readonly [NamedMap, NamedMap, ...NamedMap[]],
  { say, matchBy, startTimer }: DescribeOptions,
): ComparisonOfMaps {
  const views = named.map(({ view }) => view)
  const pairs = views.flatMap((first, one) =>
    views.slice(one + 1).map((second, offset) => {
      const { view, by } = alignMap(first, second, matchBy)
      const { ratio, elementRatio, modeler, ...shares } = measureDistance(first, view)
      const distance = {
        ...shares,
        distanceRatio: orNull(ratio),
        elementDistanceRatio: orNull(elementRatio),
        mentalModeler: modeler,
      }
      return { first: one, second: one + 1 + offset, matchedBy: by, ...distance }
    }),
  )
  return {
    maps: named.map(({ name, view }) => ({ name, elements: view.elements.size, links: view.links.size })),
    pairs,
    parameters: ratioParameters,
    ...(named.length === 2
      ? describeTwo(named[0].view, alignMap(named[0].view, named[1].view, matchBy).view, say, startTimer)
      : { agreement: describeAgreement([named[0].view, ...views.slice(1)], startTimer) }),
  }
}

function describeTwo(
  before: MapView,
  after: MapView,
  say: DescribeOptions['say'],
  startTimer: StartTimer | undefined,
): Pick<ComparisonOfMaps, 'loopDistance' | 'changes' | 'loopsComplete' | 'measures'> {
  const isOver = startTimer?.()
  const { ratio, matched, onlyFirst, onlySecond, isAll } = measureLoopDistance(before, after, startTimer)
  const counts = { matched: matched.length, onlyFirst: onlyFirst.length, onlySecond: onlySecond.length }
  return {
    loopDistance: { modelDistanceRatio: ratio, ...counts, complete: isAll },
    ...describeChanges(before, after, say, isOver === undefined ? {} : { isOver }),
  }
}

function describeChanges(
  before: MapView,
  after: MapView,
  say: DescribeOptions['say'],
  bounds: CompareBounds,
): Pick<ComparisonOfMaps, 'changes' | 'loopsComplete' | 'measures'> {
  const comparison = compareMaps(before, after, bounds)
  const { elements, links, density, moves } = compareMeasures(before, after)
  return {
    changes: tellChanges(before, after, comparison).map((change) => ({
      ...{ of: change.of, says: change.says, sentence: say(change, after) },
      ...{ elements: change.elements, links: change.links },
    })),
    loopsComplete: comparison.loops.isAll,
    measures: {
      elements,
      links,
      density: { before: orNull(density.before), after: orNull(density.after) },
      moves: moves.map(({ id, measure, before: was, after: is }) => ({
        label: after.elements.get(id)?.label ?? '',
        ...{ measure, before: was, after: is },
      })),
    },
  }
}

function describeAgreement(
  views: readonly [MapView, ...MapView[]],
  startTimer: StartTimer | undefined,
): NonNullable<ComparisonOfMaps['agreement']> {
  const joined = joinMaps(views)
  const labelOf = (id: ElementId): string => joined.all.elements.get(id)?.label ?? ''
  const { elements, links, kappa, compared, emergent, isAll } = measureAgreement(joined, defaultLoopBounds, startTimer)
  return {
    elements: elements.map(({ id, standing, maps, support }) => ({ label: labelOf(id), standing, maps, support })),
    links: links.map(({ id: _, from, to, signAgreement, ...link }) => ({
      ...{ from: labelOf(from), to: labelOf(to) },
      ...link,
      signAgreement: orNull(signAgreement),
    })),
    fleissKappa: orNull(kappa),
    linksCompared: compared,
    loopsOfNobodyAlone: emergent.map(({ kind, variables }) => ({ kind, variables: variables.map(labelOf) })),
    loopsComplete: isAll,
  }
}
