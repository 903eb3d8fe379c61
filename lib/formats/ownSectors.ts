import type { Hue } from '../model/hue'
import { definitionNameLength, mostDefinitions } from '../model/definition'
import {
  isKnownSector,
  ownColours,
  ownPatterns,
  sectorDefinitionField,
  sectorsOf,
  usualLookOfOwn,
  type SectorLook,
  type SectorPattern,
} from '../model/sector'
import type { WeftMap } from '../model/weftMap'

/**
 * A map that came from another program, with a definition for each sector of its own: colours, patterns and letters of
 * theirs, unlike each other's as long as there are any, that stay whatever else comes and goes. What is defined already
 * stays as it is, and so do words for which there is no room. Cost: linear.
 */
export function defineOwnSectors(map: WeftMap): WeftMap {
  const { defined, deleted, of } = sectorsOf(map.meta)
  const used = new Set<string>()
  for (const element of Object.values(map.elements)) {
    if (element.kind === 'stakeholder' && element.sector !== undefined) used.add(element.sector)
  }
  const own = [...used].filter((word) => !isKnownSector(word) && !defined.has(word) && !deleted.has(word))
  const room = mostDefinitions - [...defined].filter((word) => !isKnownSector(word)).length
  const words = own
    .filter((word) => word.length <= definitionNameLength)
    .sort((a, b) => (a < b ? -1 : 1))
    .slice(0, Math.max(0, room))
  if (words.length === 0) return map
  const others = [...new Set([...used, ...defined])].filter((word) => isKnownSector(word) || defined.has(word))
  const looks = drawOwnSectors(
    words,
    others.map((word) => of(word)),
  )
  const fields = words.map((word, at) => [sectorDefinitionField(word), { ...looks[at] }] as const)
  return { ...map, meta: { ...map.meta, ...Object.fromEntries(fields) } }
}

/**
 * Colours and patterns for several at once, each near to `usualLookOfOwn`: a colour that none of these has while there is one,
 * then one that no other has with this pattern. In the order of the keys.
 */
function drawOwnSectors(
  keys: readonly string[],
  others: readonly Pick<SectorLook, 'colour' | 'pattern'>[],
): readonly Pick<SectorLook, 'colour' | 'pattern'>[] {
  const taken = [...others]
  return keys.map((key) => {
    const usual = usualLookOfOwn(key)
    const from = ownColours.indexOf(usual.colour)
    const inTurn = [...ownColours.slice(from), ...ownColours.slice(0, from)]
    const colour =
      inTurn.find((one) => !taken.some((other) => other.colour === one)) ??
      inTurn.toSorted((a, b) => countOf(taken, a) - countOf(taken, b))[0] ??
      usual.colour
    const isFree = (pattern: SectorPattern): boolean =>
      !taken.some((other) => other.colour === colour && other.pattern === pattern)
    const look = { colour, pattern: [usual.pattern, ...ownPatterns].find(isFree) ?? usual.pattern }
    taken.push(look)
    return look
  })
}

function countOf(looks: readonly Pick<SectorLook, 'colour'>[], colour: Hue): number {
  return looks.filter((look) => look.colour === colour).length
}
