import { textOf, type JsonFields } from '../base/json'
import { sectorsOf } from '../model/sector'
import { tieDirections, tieTypesOf, wayOfTie } from '../model/tie'
import type { WeftMap } from '../model/weftMap'

type Records = Readonly<Record<string, JsonFields>>

/**
 * The same map with the names that it gives its sectors and kinds of tie in the place of their keys, for formats that
 * have no room for definitions. A tie says which way it goes where its word alone would not. The map itself if it
 * defines nothing.
 */
export function withOwnNames(map: WeftMap): WeftMap {
  const sectors = sectorsOf(map.meta)
  const types = tieTypesOf(map.meta)
  if (sectors.defined.size + types.defined.size === 0) return map
  const elements = mapRecords(map.elements as unknown as Records, (fields) => {
    const name = fields['kind'] === 'stakeholder' ? sectors.of(textOf(fields['sector'])).name : undefined
    return name === undefined || fields['sector'] === undefined ? fields : { ...fields, sector: name }
  })
  const links = mapRecords(map.links as unknown as Records, (fields) => {
    if (fields['kind'] !== 'tie' || fields['type'] === undefined) return fields
    const key = textOf(fields['type'])
    const type = types.of(key).name ?? key
    const direction = tieDirections.find((one) => one === fields['direction'])
    const way = wayOfTie({ type: key, direction }, types)
    return { ...fields, type, ...(way === wayOfTie({ type, direction }) ? {} : { direction: way }) }
  })
  return { ...map, elements, links } as unknown as WeftMap
}

function mapRecords(records: Records, change: (fields: JsonFields) => JsonFields): Records {
  return Object.fromEntries(Object.entries(records).map(([id, fields]) => [id, change(fields)]))
}
