import type { CausalGraph } from '../../../../lib/analysis/causalGraph'
import type { ScenarioComparison } from '../../../../lib/analysis/scenario'
import type { ScenarioOutcome } from '../../../../lib/analysis/scenarioService'
import type { MapView } from '../../../../lib/model/mapView'
import type { Overlay } from '../../../hooks/workspace'
import { questionOf } from './questionOf'
import { compareWithOne, overlayOfScenario, type OverlayWords } from './scenarioRows'

/** A scenario whose figures are on the map. */
export interface ShownScenario {
  readonly id: string
  /** The scenario that it is compared with; the map left alone unless given. */
  readonly base?: string | undefined
}

export interface ShownWords extends OverlayWords {
  /** What the figures are, by the scenario's name and, if it is compared with another, that one's. */
  readonly name: (name: string, against: string | undefined) => string
}

/** Draws the figures of a scenario; `wait` while they are worked out. */
export type DrawShown = (shown: ShownScenario) => Overlay | 'wait' | undefined

const mark = 'scenario'

/** The key by which an overlay tells whose figures it shows. */
export function aboutScenario({ id, base }: ShownScenario): string {
  return JSON.stringify([mark, id, ...(base === undefined ? [] : [base])])
}

/** The scenario behind such a key; undefined for the key of something else. */
export function readAbout(about: string | undefined): ShownScenario | undefined {
  if (about?.startsWith(`["${mark}",`) !== true) return undefined
  const [, id, base] = JSON.parse(about) as readonly string[]
  return id === undefined ? undefined : { id, base }
}

/**
 * The figures of a scenario as they are now: under its name, against what it is compared with.
 * @returns `wait` while they are worked out, undefined if it is gone, holds nothing or cannot be run
 */
export function drawShown(
  { id, base }: ShownScenario,
  {
    scenarios,
    graph,
    outcomes,
  }: Pick<MapView, 'scenarios'> & {
    readonly graph: CausalGraph
    readonly outcomes: ReadonlyMap<string, ScenarioOutcome>
  },
  words: ShownWords,
): Overlay | 'wait' | undefined {
  const scenario = scenarios.get(id)
  const other = base === undefined ? undefined : scenarios.get(base)
  if (scenario === undefined || (base !== undefined && other === undefined)) return undefined
  const { clamps } = questionOf(id, scenario).whatIf
  if (clamps.size === 0) return undefined
  const found: ScenarioComparison[] = []
  for (const one of base === undefined ? [id] : [id, base]) {
    const result = outcomes.get(one)?.result
    if (result === undefined) return 'wait'
    if (!result.ok) return undefined
    found.push(result.value)
  }
  const [own, against] = found
  const comparison = own === undefined || against === undefined ? own : compareWithOne(graph, against.after, [own])[0]
  if (comparison === undefined) return undefined
  return {
    name: words.name(scenario.name, other?.name),
    about: aboutScenario({ id, base }),
    elements: overlayOfScenario(comparison, clamps, words),
  }
}
