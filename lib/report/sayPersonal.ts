import { joinLines } from './mapTables'
import type { Personal } from './personalPart'
import type { ReportWords } from './reportPage'

/** What is personal of a stakeholder, a line each. */
export function sayPersonal(said: Personal, { say }: ReportWords): string {
  const { stance, contact, influence } = said
  const shares = (['power', 'interest', 'legitimacy', 'urgency'] as const).map((field) => {
    const value = said[field]
    return value === undefined ? '' : say('stakeholders.share', { field, percent: Math.round(value * 100) })
  })
  return joinLines(
    stance === undefined ? '' : say('stakeholders.stance', { stance }),
    ...shares,
    influence === undefined ? '' : say('stakeholders.influence', { influence }),
    contact ?? '',
  )
}
