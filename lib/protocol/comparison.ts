import * as z from 'zod/mini'

/** What comparing maps answers over HTTP, and `weft compare --json` prints. Null: not defined for these maps. */

const measure = z.nullable(z.number())
const count = z.int()
const overlap = z.object({ shared: count, onlyFirst: count, onlySecond: count, jaccard: z.number() })
const standing = z.enum(['core', 'contested', 'some', 'unique'])
const move = <Number extends z.ZodMiniType>(number: Number) => z.object({ before: number, after: number })

export const comparisonSchema = z.object({
  maps: z.array(z.object({ name: z.string(), elements: count, links: count })),
  /** Every two maps, by their places in `maps`. */
  pairs: z.array(
    z.object({
      first: count,
      second: count,
      matchedBy: z.enum(['id', 'name']),
      elements: overlap,
      links: overlap,
      signs: z.object({ same: count, opposite: count, open: count }),
      distanceRatio: measure,
      elementDistanceRatio: measure,
      mentalModeler: z.object({
        ...{ score: count, correct: count, otherSign: count, extra: count, missing: count, reversed: count },
      }),
    }),
  ),
  parameters: z.record(z.string(), z.number()),
  /** Of two maps, by their loops. */
  loopDistance: z.optional(
    z.object({
      modelDistanceRatio: z.number(),
      ...{ matched: count, onlyFirst: count, onlySecond: count, complete: z.boolean() },
    }),
  ),
  /** Of two maps: from the first to the second, in sentences. */
  changes: z.optional(
    z.array(
      z.object({
        of: z.enum(['map', 'elements', 'links', 'loops']),
        says: z.string(),
        sentence: z.string(),
        elements: z.array(z.string()),
        links: z.array(z.string()),
      }),
    ),
  ),
  loopsComplete: z.optional(z.boolean()),
  measures: z.optional(
    z.object({
      elements: move(count),
      links: move(count),
      density: move(measure),
      moves: z.array(
        z.object({
          label: z.string(),
          measure: z.enum(['links', 'reach', 'between']),
          before: z.number(),
          after: z.number(),
        }),
      ),
    }),
  ),
  /** Of three maps or more. */
  agreement: z.optional(
    z.object({
      elements: z.array(z.object({ label: z.string(), standing, maps: z.array(count), support: z.number() })),
      links: z.array(
        z.object({
          ...{ from: z.string(), to: z.string(), kind: z.string(), standing, maps: z.array(count) },
          ...{ able: count, support: z.number(), supportOfAble: z.number() },
          ...{ plus: count, minus: count, open: count, signAgreement: measure },
        }),
      ),
      fleissKappa: measure,
      linksCompared: count,
      loopsOfNobodyAlone: z.array(
        z.object({ kind: z.enum(['reinforcing', 'balancing', 'undetermined']), variables: z.array(z.string()) }),
      ),
      loopsComplete: z.boolean(),
    }),
  ),
})

const versionField = z.optional(z.string().check(z.maxLength(64)))

/** `GET /api/maps/:id/compare`: a version with another one, or with the map as it is now. */
export const compareVersionsQuerySchema = z.object({
  version: z.string().check(z.maxLength(64)),
  with: versionField,
  personal: z.optional(z.enum(['true', 'false'])),
})

/** `POST /api/maps/:id/compare`: the map, or a version of it, with files. */
export const compareFilesQuerySchema = z.object({
  version: versionField,
  /** Of the file, where the body is the file itself. */
  name: z.optional(z.string().check(z.maxLength(300))),
  personal: z.optional(z.enum(['true', 'false'])),
})
