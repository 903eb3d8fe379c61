import * as z from 'zod/mini'
import { candidateReasons, decisionRules, memberStates } from '../model/practice/coalition'

const said = z.nullable(z.string())
const labels = z.array(z.string())

/** A coalition of `coalitions` in the analysis of a map. */
export const coalitionAnalysisSchema = z.object({
  id: z.string(),
  name: z.string(),
  purpose: said,
  rule: z.nullable(z.enum(decisionRules)),
  decides: said,
  lookAgain: said,
  members: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      sector: said,
      state: z.enum(memberStates),
      role: said,
      commitment: said,
      contributions: z.array(z.object({ id: z.string(), label: z.string(), due: said })),
      askedBy: said,
    }),
  ),
  missingSectors: labels,
  withoutAsker: labels,
  askedFromOutside: labels,
  withoutCommitment: labels,
  candidates: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      points: z.int(),
      reasons: z.array(z.enum(candidateReasons)),
      askers: labels,
      chain: labels,
    }),
  ),
})
