import { brokerageRoles, type BrokerageRole } from './brokerage'
import type { ActorAnalysis } from './describeTies'

/** Measures of one stakeholder, in the order in which they are offered. */
export const actorMeasures = [
  'degree',
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
  if (isRole(measure)) return actor.brokerage[measure]
  return measure === 'degree' ? actor.inDegree + actor.outDegree : actor[measure]
}

/** Whether a measure counts how often somebody passes on, which large sectors make likelier. */
export function isRole(measure: ActorMeasure): measure is BrokerageRole {
  return brokerageRoles.some((role) => role === measure)
}
