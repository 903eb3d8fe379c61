import { brokerageRoles, type BrokerageRole } from './brokerage'
import type { ActorAnalysis } from './describeTies'

/** Measures of one stakeholder, in the order in which they are offered. */
export const actorMeasures = [
  'degree',
  'inDegree',
  'outDegree',
  'strength',
  'betweenness',
  'closeness',
  'eigenvector',
  'pagerank',
  'reach',
  'core',
  'clustering',
  'constraint',
  'effectiveSize',
  'across',
  'coordinator',
  'consultant',
  'representative',
  'gatekeeper',
  'liaison',
] as const
export type ActorMeasure = (typeof actorMeasures)[number]

/** A measure of one stakeholder; null where it is not defined. */
export function actorValue(actor: ActorAnalysis, measure: ActorMeasure): number | null {
  // Who has no sector passes on between no two sectors: that is no 0.
  if (isRole(measure)) return actor.brokerageExpected === null ? null : actor.brokerage[measure]
  if (measure === 'degree') return actor.inDegree + actor.outDegree
  return measure === 'strength' ? saidStrength(actor) : actor[measure]
}

/** The sum of what was said of the strength of its ties, one way each; null where it has ties, and nobody said it of any. */
function saidStrength({ inDegree, outDegree, inStrength, outStrength }: ActorAnalysis): number | null {
  const sums = [inDegree === 0 ? [] : [inStrength], outDegree === 0 ? [] : [outStrength]].flat()
  const said = sums.filter((sum) => sum !== null)
  return sums.length > 0 && said.length === 0 ? null : said.reduce((all, sum) => all + sum, 0)
}

/** Whether a measure can be told only of those who have a sector. */
export function isOfSectors(measure: ActorMeasure): boolean {
  return measure === 'across' || isRole(measure)
}

/** Whether a measure counts how often somebody passes on, which large sectors make likelier. */
export function isRole(measure: ActorMeasure): measure is BrokerageRole {
  return brokerageRoles.some((role) => role === measure)
}
