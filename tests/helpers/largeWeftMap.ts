import type { WeftMap } from '../../lib/model/weftMap'

/** A map of so many variables and causal links, no two of which are the same; always the same one. */
export function largeWeftMap(elementCount: number, linkCount: number): WeftMap {
  const idOf = (index: number): string => `e${index}`
  const elements: Record<string, object> = {}
  const board: Record<string, readonly [number, number]> = {}
  for (let index = 0; index < elementCount; index += 1) {
    elements[idOf(index)] = { kind: 'variable', label: `Variable ${index} of a large map`, description: '' }
    board[idOf(index)] = [(index % 70) * 220, Math.floor(index / 70) * 120]
  }
  const links: Record<string, object> = {}
  for (let index = 0; index < linkCount; index += 1) {
    const from = index % elementCount
    // Each round leads one further on, so that no link comes twice.
    const to = (from + 1 + Math.floor(index / elementCount)) % elementCount
    links[`l${index}`] = {
      kind: 'causal',
      from: idOf(from),
      to: idOf(to),
      polarity: index % 3 === 0 ? '-' : '+',
      description: '',
    }
  }
  return {
    weft: 1,
    meta: { schemaVersion: 1, title: 'Large', description: '' },
    elements,
    links,
    positions: { board },
    loops: {},
    views: {},
    scenarios: {},
  } as WeftMap
}
