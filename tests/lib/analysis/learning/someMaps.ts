import fc from 'fast-check'
import type { MapView } from '../../../../lib/model/mapView'
import { testView } from '../../../helpers/testMap'

let count = 0

/** A map from links as one says them: `Trust>Calm+,Calm>Fear-`; a name alone is a variable. Ids are new each time. */
export function mapOf(said: string): MapView {
  count += 1
  const prefix = `m${count}`
  const ids = new Map<string, string>()
  const idOf = (label: string): string => {
    if (!ids.has(label)) ids.set(label, `${prefix}e${ids.size}`)
    return ids.get(label) ?? ''
  }
  const links = said
    .split(',')
    .filter((link) => link.trim() !== '')
    .flatMap((link, index) => {
      const [from = '', rest = ''] = link.split('>')
      if (rest === '') {
        idOf(from)
        return []
      }
      return [[`${prefix}l${index}`, { from: idOf(from), to: idOf(rest.slice(0, -1)), polarity: rest.at(-1) }]] as const
    })
  return testView({
    elements: Object.fromEntries([...ids].map(([label, id]) => [id, { label }])),
    links: Object.fromEntries(links),
  })
}

/** Maps of up to six variables whose names recur from map to map, each link said once. */
export const someMap: fc.Arbitrary<MapView> = fc
  .record({
    names: fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), { maxLength: 6 }),
    links: fc.uniqueArray(fc.record({ from: fc.nat(5), to: fc.nat(5), polarity: fc.constantFrom('+', '-', '?') }), {
      maxLength: 12,
      selector: ({ from, to }) => `${from} ${to}`,
    }),
  })
  .map(({ names, links }) => {
    const ids = names.map((name) => `id${name}`)
    return testView({
      elements: Object.fromEntries(names.map((label) => [`id${label}`, { label }])),
      links: Object.fromEntries(
        links
          .filter(({ from, to }) => from < ids.length && to < ids.length)
          .map((link) => {
            const [from, to] = [ids[link.from], ids[link.to]]
            return [`${from}-${to}`, { ...link, from, to }]
          }),
      ),
    })
  })
