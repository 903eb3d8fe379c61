import { elementColumns, simplify } from './csvColumns'
import { readKumuText, type KumuItem } from './kumuFields'
import type { StandingSaid } from './standing'
import { standingFields } from './standingFields'

/** What an entry's attributes say of where somebody stands. */
export function kumuStanding(item: KumuItem): StandingSaid {
  const names = new Map([...item.attributes.keys()].map((name) => [simplify(name), name]))
  return new Map(
    standingFields.flatMap((field) => {
      const known: readonly string[] = elementColumns[field]
      const name = known.flatMap((word) => names.get(word) ?? [])[0]
      if (name === undefined) return []
      const value = item.attributes.get(name)
      const isList = Array.isArray(value) && value.length > 1
      const text = isList ? value.map(String).join(', ') : readKumuText(item, name)
      return text === '' ? [] : [[field, { name, text, isList }] as const]
    }),
  )
}
