import * as z from 'zod/mini'

/** What `GET /api/maps/:id/analysis` answers and `weft analyse --json` prints. Null: not defined on this map. */

const measure = z.nullable(z.number())
const count = z.int()
const loopKind = z.enum(['reinforcing', 'balancing', 'undetermined'])

const elementAnalysisSchema = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.enum(['driver', 'receiver', 'ordinary', 'isolated']),
  inDegree: count,
  outDegree: count,
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
  influence: z.number(),
  dependence: z.number(),
  field: z.enum(['autonomous', 'driving', 'relay', 'dependent']),
  driverNode: z.enum(['critical', 'intermittent', 'redundant']),
  isCutPoint: z.boolean(),
  community: count,
  loops: count,
})

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
    decisive: z.nullable(z.object({ link: z.string(), from: z.string(), to: z.string(), loops: count })),
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
  network: z.object({
    density: measure,
    reciprocity: measure,
    components: z.object({ weak: count, strong: count }),
    communities: z.object({ modularity: measure, groups: count }),
    clustering: z.object({ average: measure, transitivity: measure }),
    complexity: measure,
    bridges: z.array(z.tuple([z.string(), z.string()])),
    driverNodes: count,
  }),
  elements: z.array(elementAnalysisSchema),
})
