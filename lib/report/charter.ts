import * as z from 'zod/mini'
import type { Coalition } from '../analysis/coalition'
import { readPractice } from '../model/practice/practices'
import type { MapView } from '../model/mapView'
import { coalitionPartSchema, describeCoalition } from './coalitionPart'

/** The charter of one coalition as data, version 1: what `format=json` answers, and what every other format is made of. */
export const charterSchema = z.object({
  charter: z.literal(1),
  /** Title of the map. */
  map: z.string(),
  /** Milliseconds since the Unix epoch. */
  madeAt: z.int(),
  /** Without the tick nothing of stance, power and contacts is in it. */
  withPersonal: z.boolean(),
  coalition: coalitionPartSchema,
})
export type Charter = z.output<typeof charterSchema>

/**
 * The charter of a coalition: what for, who is in, who is asked, which sectors are missing, how they decide. Who said not
 * now is not in it, nor as who asks others. Undefined if the map has no such coalition. Cost: linear in elements, but for sorting.
 */
export function buildCharter(
  view: MapView,
  id: string,
  { personal, madeAt }: { readonly personal: boolean; readonly madeAt: number },
): Charter | undefined {
  const record = view.practices.get(id)
  const coalition = record?.kind === 'coalition' ? readPractice('coalition', id, record) : undefined
  if (coalition === undefined) return undefined
  return {
    ...{ charter: 1, map: view.meta.title.trim(), madeAt, withPersonal: personal },
    coalition: describeCoalition(view, { ...coalition, members: withoutNotNow(coalition.members) }, personal),
  }
}

/** Those who did not say not now, asked by nobody who did: they are named nowhere. */
function withoutNotNow(members: Coalition['members']): Coalition['members'] {
  const isOut = (id: string | undefined): boolean => id !== undefined && members.get(id)?.state === 'not-now'
  return new Map(
    [...members].flatMap(([id, member]) => {
      if (isOut(id)) return []
      const { askedBy, ...rest } = member
      return [[id, isOut(askedBy) ? rest : member] as const]
    }),
  )
}
