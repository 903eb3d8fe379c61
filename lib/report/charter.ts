import * as z from 'zod/mini'
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
 * now is not in it. Undefined if the map has no such coalition. Cost: linear in elements, but for sorting.
 */
export function buildCharter(
  view: MapView,
  id: string,
  { personal, madeAt }: { readonly personal: boolean; readonly madeAt: number },
): Charter | undefined {
  const record = view.practices.get(id)
  const coalition = record?.kind === 'coalition' ? readPractice('coalition', id, record) : undefined
  if (coalition === undefined) return undefined
  const part = describeCoalition(view, coalition, personal)
  return {
    ...{ charter: 1, map: view.meta.title.trim(), madeAt, withPersonal: personal },
    coalition: { ...part, members: part.members.filter(({ state }) => state !== 'not-now') },
  }
}
