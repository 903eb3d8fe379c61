import type { Stayed } from '../../lib/model/mapPatch'
import { shortName } from './shortName'

/** What the messages under `problems` need. */
export interface ProblemValues {
  readonly [key: string]: string | number
  readonly subject: string
  readonly has: 'yes' | 'no'
  readonly others: number
}

/** Values for the message of a problem, or of what a step left as it was. Long names are cut. */
export function problemValues({
  subject,
  others = 0,
}: {
  readonly subject?: string
  readonly others?: number
}): ProblemValues {
  return { subject: shortName(subject ?? '', 60), has: subject === undefined ? 'no' : 'yes', others }
}

/** The message of what a step left as it was: of an ordinary lock it says how to lift it. */
export function stayedKey({ code = 'locked' }: Stayed): 'stayed' | Exclude<NonNullable<Stayed['code']>, 'locked'> {
  return code === 'locked' ? 'stayed' : code
}
