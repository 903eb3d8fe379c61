import type { LinkId } from '../base/ids'
import type { Polarity } from '../model/causalLink'
import { toLoopKey } from '../model/loopKey'
import { schemaVersion } from '../model/meta'
import type { HoldWord } from '../model/hold'
import type { Aim, ResultLevel } from '../model/practice/result'
import type { KnownSector } from '../model/sector'
import type { KnownTieType } from '../model/tie'
import type { VariableMark } from '../model/variable'
import { weftMapSchema, type WeftMap } from '../model/weftMap'

/** Gives the text behind a message key of a template, in the language of whoever makes the map. */
export type Translate = (key: string) => string

/** A template as it is written down: ids, places and signs. Every text is a key of the catalogue. */
export interface TemplatePlan {
  /** Keys are `<name>.title`, `<name>.about` and `<name>.<id>` for everything that has a label. */
  readonly name: string
  readonly variables?: Readonly<Record<string, Place>>
  /** What variables are to the people of the example. */
  readonly marks?: Readonly<Record<string, VariableMark>>
  readonly stakeholders?: Readonly<Record<string, PlannedStakeholder>>
  readonly notes?: Readonly<Record<string, PlannedNote>>
  readonly causal?: readonly PlannedCausalLink[]
  readonly ties?: readonly PlannedTie[]
  /** What an actor can move: from a stakeholder to a variable. */
  readonly levers?: readonly PlannedEnds[]
  /** Named loops: their elements in order of travel. The name's key is `<name>.<id>`. */
  readonly loops?: Readonly<Record<string, readonly string[]>>
  /** What is to be seen, without figures. The keys are `<name>.<id>`, and `<name>.<id>Indicator` for what is counted. */
  readonly results?: Readonly<Record<string, PlannedResult>>
}

export interface PlannedResult {
  readonly level: ResultLevel
  readonly aim: Aim
  /** The same in every language, such as %. */
  readonly unit?: string
  readonly measures: readonly string[]
}

/** Centre, in canvas units. */
export type Place = readonly [x: number, y: number]

export interface PlannedStakeholder {
  readonly at: Place
  readonly sector: KnownSector
  readonly form: 'person' | 'organisation' | 'group'
  readonly stance?: 'supports' | 'neutral' | 'opposes' | 'mixed'
  readonly power: number
  readonly interest: number
}

export interface PlannedNote {
  readonly at: readonly [x: number, y: number, width: number, height: number]
  readonly colour: 'yellow' | 'blue' | 'green'
}

export type PlannedEnds = readonly [from: string, to: string]

export interface PlannedCausalLink {
  readonly ends: PlannedEnds
  readonly polarity: Polarity
  readonly delay?: boolean
  readonly curvature?: number
}

export interface PlannedTie {
  readonly ends: PlannedEnds
  readonly type: KnownTieType
  readonly direction?: 'one-way' | 'mutual'
}

/**
 * Turns a plan into a map.
 * @throws if the plan breaks the model, which a test of every template rules out
 */
export function createTemplateMap(plan: TemplatePlan, translate: Translate): WeftMap {
  const text = (id: string): string => translate(`${plan.name}.${id}`)
  const elements: Record<string, object> = {}
  const positions: Record<string, readonly number[]> = {}
  const links: Record<string, object> = {}
  const linkId = ([from, to]: PlannedEnds): string => `${from}-${to}`

  for (const [id, at] of Object.entries(plan.variables ?? {})) {
    const mark = plan.marks?.[id]
    elements[id] = { kind: 'variable', label: text(id), description: '', ...(mark === undefined ? {} : { mark }) }
    positions[id] = at
  }
  for (const [id, { at, ...fields }] of Object.entries(plan.stakeholders ?? {})) {
    elements[id] = { kind: 'stakeholder', label: text(id), description: '', ...fields }
    positions[id] = at
  }
  for (const [id, { at, colour }] of Object.entries(plan.notes ?? {})) {
    elements[id] = { kind: 'note', label: text(id), description: '', colour }
    positions[id] = at
  }
  for (const { ends, ...fields } of plan.causal ?? []) links[linkId(ends)] = createLink('causal', ends, fields)
  for (const { ends, ...fields } of plan.ties ?? []) links[linkId(ends)] = createLink('tie', ends, fields)
  for (const ends of plan.levers ?? []) {
    links[linkId(ends)] = createLink('relation', ends, { type: 'can-move' satisfies HoldWord })
  }

  const loops = Object.entries(plan.loops ?? {}).map(([id, path]) => {
    const key = toLoopKey(path.map((from, step) => linkId([from, path[(step + 1) % path.length] ?? from]) as LinkId))
    return [key, { name: text(id) }] as const
  })

  const results = Object.entries(plan.results ?? {}).map(([id, fields], at) => {
    const said = { kind: 'result', name: text(id), indicator: text(`${id}Indicator`) }
    return [id, { ...said, ...fields, at }] as const
  })

  return weftMapSchema.parse({
    weft: 1,
    meta: { schemaVersion, title: text('title'), description: text('about') },
    elements,
    links,
    positions: { board: positions },
    loops: Object.fromEntries(loops),
    ...(results.length === 0 ? {} : { practices: Object.fromEntries(results) }),
  })
}

function createLink(kind: string, [from, to]: PlannedEnds, fields: object): object {
  return { kind, from, to, description: '', ...fields }
}
