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
  return define(map, listUndefined(map))
}

/**
 * A map of Weft's, in which no two sectors that it uses are drawn alike (the same colour, letters and pattern): of those that
 * their words alone would draw so, all but the first are defined, as long as there is room. All else stays as it is;
 * the same map where none are alike. Cost: linear, times how many are defined.
 */
export function defineAlikeSectors(map: WeftMap): WeftMap {
  const { of } = sectorsOf(map.meta)
  const seen = new Set<string>()
  const undefinedWords = new Set(listUndefined(map))
  // Those that somebody said how to draw come first.
  const used = listUsed(map).sort((a, b) => Number(undefinedWords.has(a)) - Number(undefinedWords.has(b)))
  const alike = used.filter((word) => {
    const { colour, tag, pattern } = of(word)
    const look = JSON.stringify([colour, tag, pattern])
    const isAlike = seen.has(look) && undefinedWords.has(word)
    seen.add(look)
    return isAlike
  })
  const defined = define(map, alike)
  // Letters of others keep clear of those that are defined now, and may meet others' in their turn.
  return defined === map ? map : defineAlikeSectors(defined)
}

/** Words that stakeholders have for their sectors, by key. */
function listUsed(map: WeftMap): string[] {
  const used = new Set<string>()
  for (const element of Object.values(map.elements)) {
    if (element.kind === 'stakeholder' && element.sector !== undefined) used.add(element.sector)
  }
  return [...used].sort((a, b) => (a < b ? -1 : 1))
}

function listUndefined(map: WeftMap): readonly string[] {
  const { defined, deleted } = sectorsOf(map.meta)
  return listUsed(map).filter((word) => !isKnownSector(word) && !defined.has(word) && !deleted.has(word))
}

/** Defines words of a map that it uses, as many as it has room for. */
function define(map: WeftMap, undefinedWords: readonly string[]): WeftMap {
  const { defined, of } = sectorsOf(map.meta)
  const room = mostDefinitions - [...defined].filter((word) => !isKnownSector(word)).length
  const words = undefinedWords.filter((word) => word.length <= definitionNameLength).slice(0, Math.max(0, room))
  if (words.length === 0) return map
  const others = [...new Set([...listUsed(map), ...defined])].filter((word) => isKnownSector(word) || defined.has(word))
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
