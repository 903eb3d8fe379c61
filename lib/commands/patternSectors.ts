import { succeed } from '../base/result'
import { splitParts } from '../model/definitionParts'
import { isKnownSector, sectorDefinitionField, sectorPatterns, sectorsOf, type SectorPattern } from '../model/sector'
import type { Command } from './command'
import { refuse } from './findRecords'

const drawn = sectorPatterns.filter((pattern) => pattern !== 'none')

/**
 * Gives every sector that is offered and has no pattern one, those that are used least first, so that they can be told
 * apart in black and white; or takes all patterns away. One step. Two share a pattern only where there are more sectors
 * than patterns.
 */
export const patternSectors: Command<{ readonly patterned: boolean }> = (view, { patterned }) => {
  const { offered } = sectorsOf(view.meta)
  const uses = new Map<SectorPattern, number>()
  const count = (pattern: SectorPattern): void => void uses.set(pattern, (uses.get(pattern) ?? 0) + 1)
  for (const { pattern } of offered) count(pattern)
  const changed = offered.flatMap(({ key, pattern }): readonly (readonly [string, SectorPattern | undefined])[] => {
    // The map's own have one unless it is said that they have none.
    if (!patterned) return pattern === 'none' ? [] : [[key, isKnownSector(key) ? undefined : 'none']]
    if (pattern !== 'none') return []
    const [least] = drawn.toSorted((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0))
    if (least === undefined) return []
    count(least)
    return [[key, least]]
  })
  if (changed.length === 0) return refuse('nothing-to-do')
  const fields = changed.map(([key, pattern]) => splitParts(sectorDefinitionField(key), { pattern }))
  return succeed({
    changes: [{ kind: 'meta', fields: Object.assign({}, ...fields) as Readonly<Record<string, string | null>> }],
    label: { step: 'edited', count: changed.length },
  })
}
