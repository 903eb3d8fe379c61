import * as z from 'zod/mini'
import { contributionActs, contributionStates } from '../model/action'
import { contributionEffects } from '../model/contribution'
import { pulseHeadlines, pulseStates } from '../model/practice/pulseState'
import { holdWords } from '../model/hold'
import { elementMarks, experimentStates, linkMarks } from '../model/practice/experiment'
import { coalitionAnalysisSchema } from './coalitionAnalysis'
import { aims, resultLevels, resultStandings } from '../model/practice/result'

/** What `GET /api/maps/:id/analysis` answers and `weft analyse --json` prints. Null: not defined on this map. */

const measure = z.nullable(z.number())
const count = z.int()
const datedAmount = z.nullable(z.object({ value: z.number(), on: z.nullable(z.string()) }))
const loopKind = z.enum(['reinforcing', 'balancing', 'undetermined'])

const nodeShape = {
  id: z.string(),
  label: z.string(),
  inDegree: count,
  outDegree: count,
  inStrength: measure,
  outStrength: measure,
  reach: count,
  betweenness: z.number(),
  closeness: measure,
  harmonic: z.number(),
  eigenvector: measure,
  pagerank: measure,
  core: count,
  clustering: measure,
  constraint: measure,
  effectiveSize: measure,
  isCutPoint: z.boolean(),
  community: count,
}

const variableAnalysisSchema = z.object({
  ...nodeShape,
  kind: z.enum(['driver', 'receiver', 'ordinary', 'isolated']),
  influence: z.number(),
  dependence: z.number(),
  field: z.enum(['autonomous', 'driving', 'relay', 'dependent']),
  driverNode: z.enum(['critical', 'intermittent', 'redundant']),
  loops: count,
})

const rolesOf = <Number extends z.ZodMiniType<number>>(number: Number) =>
  z.object({ coordinator: number, consultant: number, representative: number, gatekeeper: number, liaison: number })

const actorAnalysisSchema = z.object({
  ...nodeShape,
  kind: z.literal('stakeholder'),
  sector: z.nullable(z.string()),
  across: measure,
  brokerage: rolesOf(count),
  /** By chance at this density with these sectors. */
  brokerageExpected: z.nullable(rolesOf(z.number())),
})

const wholeShape = {
  density: measure,
  reciprocity: measure,
  components: z.object({ weak: count, strong: count }),
  communities: z.object({ modularity: measure, groups: count }),
  clustering: z.object({ average: measure, transitivity: measure }),
  bridges: z.array(z.tuple([z.string(), z.string()])),
  bridgeNames: z.array(z.tuple([z.string(), z.string()])),
}

const causalNetworkSchema = z.object({
  of: z.literal('causal links'),
  ...wholeShape,
  complexity: measure,
  driverNodes: count,
})

const tieNetworkSchema = z.object({
  of: z.literal('ties'),
  ...wholeShape,
  actors: count,
  arcs: count,
  selfTies: count,
  diameter: measure,
  averagePath: measure,
  reachedPairs: count,
  efficiency: measure,
  centralisation: z.object({ degree: measure, closeness: measure, betweenness: measure }),
  fragmentation: measure,
  reliances: z.array(z.object({ id: z.string(), label: z.string(), fragmentation: measure, pieces: z.array(count) })),
  sectors: z.object({
    names: z.array(z.string()),
    sizes: z.array(count),
    unknown: count,
    mixing: z.array(z.array(count)),
    expected: z.array(z.array(measure)),
    assortativity: measure,
    externalInternal: z.object({ external: count, internal: count, index: measure, expected: measure, p: measure }),
    silos: z.array(z.string()),
    untied: z.array(z.string()),
  }),
  bridging: z.nullable(
    z.array(
      z.object({
        ends: z.tuple([z.string(), z.string()]),
        endNames: z.tuple([z.string(), z.string()]),
        joins: count,
        gain: z.number(),
        acrossGain: measure,
        /** Who knows both, those with the fewest ties first. */
        introducers: z.array(z.string()),
        introducerNames: z.array(z.string()),
        /** A way of introductions from the first to the second, where nobody knows both. */
        chain: z.array(z.string()),
        chainNames: z.array(z.string()),
      }),
    ),
  ),
})

const goingSchema = z.object({ says: z.enum(pulseHeadlines), day: z.string(), people: count })

export const mapAnalysisSchema = z.object({
  variables: count,
  links: count,
  loops: z.object({
    total: count,
    countComplete: z.boolean(),
    complete: z.boolean(),
    reinforcing: count,
    balancing: count,
    undetermined: count,
    listed: z.object({ reinforcing: count, balancing: count, undetermined: count }),
    decisive: z.nullable(
      z.object({
        link: z.string(),
        against: z.optional(z.string()),
        from: z.string(),
        to: z.string(),
        loops: count,
      }),
    ),
    longest: count,
    listedUpTo: count,
    list: z.array(
      z.object({
        key: z.string(),
        tag: z.string(),
        name: z.optional(z.string()),
        pinned: z.optional(z.literal(true)),
        kind: loopKind,
        delayed: z.boolean(),
        variables: z.array(z.string()),
      }),
    ),
  }),
  network: z.discriminatedUnion('of', [causalNetworkSchema, tieNetworkSchema]),
  causalNetwork: z.optional(causalNetworkSchema),
  elements: z.array(z.union([variableAnalysisSchema, actorAnalysisSchema])),
  holds: z.optional(
    z.object({
      list: z.array(z.object({ stakeholder: z.string(), variable: z.string(), hold: z.nullable(z.enum(holdWords)) })),
      unheld: z.array(z.string()),
      several: z.array(z.object({ stakeholder: z.string(), variables: z.array(z.string()) })),
      exposed: z.array(z.object({ stakeholder: z.string(), variables: z.array(z.string()) })),
      loops: z.array(
        z.object({
          key: z.string(),
          tag: z.string(),
          stakeholders: z.array(z.string()),
          onlyAffected: z.array(z.string()),
          missingSectors: z.array(z.string()),
          affectedSectors: z.array(z.string()),
        }),
      ),
    }),
  ),
  results: z.optional(
    z.array(
      z.object({
        ...{ id: z.string(), name: z.string() },
        ...{ indicator: z.nullable(z.string()), unit: z.nullable(z.string()) },
        ...{ level: z.nullable(z.enum(resultLevels)), who: z.nullable(z.string()), where: z.nullable(z.string()) },
        ...{ aim: z.nullable(z.enum(aims)), baseline: datedAmount, target: datedAmount, latest: datedAmount },
        ...{ change: measure, share: measure },
        ...{ standing: z.enum(resultStandings), needed: measure },
        overdue: z.nullable(z.boolean()),
        readings: z.array(z.object({ value: z.number(), on: z.string(), note: z.nullable(z.string()) })),
        measures: z.array(z.string()),
      }),
    ),
  ),
  contributions: z.optional(
    z.object({
      list: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          act: z.nullable(z.enum(contributionActs)),
          state: z.enum(contributionStates),
          due: z.nullable(z.string()),
          by: z.array(z.string()),
          aims: z.array(z.object({ label: z.string(), effect: z.nullable(z.enum(contributionEffects)) })),
          reaches: count,
          loops: z.array(z.string()),
        }),
      ),
      conflicts: z.array(
        z.object({
          variable: z.string(),
          rise: z.array(z.string()),
          fall: z.array(z.string()),
          hold: z.array(z.string()),
          direct: z.boolean(),
          after: z.array(z.string()),
        }),
      ),
      unserved: z.array(z.string()),
      idle: z.array(z.string()),
      missingSectors: z.array(z.string()),
    }),
  ),
  pulse: z.optional(
    z.object({
      list: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          now: goingSchema,
          before: z.nullable(goingSchema),
          move: z.enum(['worse', 'better', 'same', 'unclear', 'new', 'unsaid']),
          checkIns: z.array(z.object({ day: z.string(), says: z.enum(pulseStates), note: z.string() })),
        }),
      ),
      unsaid: z.array(z.string()),
    }),
  ),
  experiments: z.optional(
    z.object({
      list: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          state: z.enum(experimentStates),
          expectation: z.nullable(z.string()),
          scenario: z.nullable(z.string()),
          result: z.nullable(z.string()),
          indicator: z.nullable(z.string()),
          begun: z.nullable(z.string()),
          lookAgain: z.nullable(z.string()),
          learned: z.nullable(z.string()),
          marks: z.array(
            z.union([
              z.object({ element: z.string(), mark: z.enum(elementMarks) }),
              z.object({ from: z.string(), to: z.string(), mark: z.enum(linkMarks) }),
            ]),
          ),
          said: z.nullable(z.object({ on: z.string(), rises: z.array(z.string()), falls: z.array(z.string()) })),
          outcome: z.enum(['run', 'nothing-changes', 'problem', 'not-run']),
          effect: z.nullable(
            z.object({
              settled: z.boolean(),
              changes: z.array(
                z.object({
                  variable: z.string(),
                  before: z.number(),
                  after: z.number(),
                  direction: z.enum(['rises', 'falls', 'hardly-changes']),
                }),
              ),
            }),
          ),
        }),
      ),
    }),
  ),
  coalitions: z.optional(z.array(coalitionAnalysisSchema)),
})
