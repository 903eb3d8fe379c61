import { textOf, type JsonFields } from '../base/json'
import { isKnownSector, sectorNames, sectorsOf } from '../model/sector'
import { tieDirections, tieTypesOf, wayOfTie } from '../model/tie'
import type { WeftMap } from '../model/weftMap'

type Records = Readonly<Record<string, JsonFields>>

/**
 * The same map with the names of its sectors, and those that it gives its kinds of tie, in the place of their keys, for
 * formats that have no room for definitions: as the map calls them, else in English. A tie says which way it goes where
 * its word alone would not.
 */
export function withOwnNames(map: WeftMap): WeftMap {
  const sectors = sectorsOf(map.meta)
  const types = tieTypesOf(map.meta)
  const elements = mapRecords(map.elements as unknown as Records, (fields) => {
    if (fields['kind'] !== 'stakeholder' || fields['sector'] === undefined) return fields
    const key = textOf(fields['sector'])
    return { ...fields, sector: sectors.of(key).name ?? (isKnownSector(key) ? sectorNames[key] : key) }
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
