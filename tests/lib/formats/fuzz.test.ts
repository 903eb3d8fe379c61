import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '@/lib/base/random'
import { describeProblem } from '@/lib/formats/problem'
import { embedMapInPng } from '@/lib/formats/pngMap'
import { readMapFile } from '@/lib/formats/readMapFile'
import { embedMapInSvg } from '@/lib/formats/svgMap'
import { writeMapFile } from '@/lib/formats/writeMapFile'
import { fromWeftMap } from '@/lib/model/mapFile'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { expectMap, readFixture } from './reading'

const rounds = seedCount(150)

/** The smallest PNG: chunks are not looked at by anything that matters here. */
const tinyPng = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
)

function starts(): readonly (readonly [string, Uint8Array])[] {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  const { map } = expectMap(readMapFile(readFixture('kumu-project.json')))
  const png = embedMapInPng(tinyPng, map)
  if (!png.ok) throw new Error(png.reason.code)
  const fixtures = ['kumu-blueprint.json', 'kumu-project.json', 'edges.csv', 'two-tables.csv', 'matrix.csv']
  return [
    ...fixtures.map((name) => [name, readFixture(name)] as const),
    ['map.json', encode(writeMapFile(map, 'weft').text)],
    ['map.csv', encode(writeMapFile(map, 'csv').text)],
    ['map.png', png.value],
    ['map.svg', encode(embedMapInSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', map))],
  ]
}

/** Changes some bytes, drops or doubles a stretch, or swaps in something that means something. */
function mutate(bytes: Uint8Array, random: ReturnType<typeof createSeededRandom>): Uint8Array {
  const pieces = [
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ';',
    '\n',
    '\0',
    'null',
    '-1e999',
    '"__proto__"',
    '\uFEFF',
    'é',
    '0',
    '""',
  ]
  let mutated: number[] = Array.from(bytes)
  for (let change = 0; change <= random.below(6); change += 1) {
    const at = random.below(mutated.length + 1)
    const length = random.below(40)
    const kind = random.below(5)
    if (kind === 0) mutated[Math.min(at, mutated.length - 1)] = random.below(256)
    else if (kind === 1) mutated.splice(at, length)
    else if (kind === 2) mutated.splice(at, 0, ...mutated.slice(at, at + length))
    else if (kind === 3)
      mutated.splice(at, random.below(4), ...new TextEncoder().encode(pieces[random.below(pieces.length)] ?? ''))
    else if (random.below(8) === 0) mutated = mutated.slice(0, at)
  }
  return Uint8Array.from(mutated)
}

describe('files with damage', () => {
  it.each(starts())('FORMAT-40: %s, damaged in any way, gives a map or a reason', (name, bytes) => {
    const seed = firstSeed()
    const random = createSeededRandom(seed)
    for (let round = 0; round < rounds; round += 1) {
      const mutated = mutate(bytes, random)
      const note = `FUZZ_SEED=${seed}, ${name}, round ${round}`
      const result = readMapFile(mutated, random.below(2) === 0 ? { fileName: name } : {})
      if (!result.ok) {
        expect(describeProblem(result.reason), note).toMatch(/\.$/)
        continue
      }
      // What is read is a map that the document takes whole.
      const { map } = result.value
      const view = fromWeftMap(map)
      expect(view.issues, note).toEqual([])
      expect(view.elements.size, note).toBe(Object.keys(map.elements).length)
      expect(view.links.size, note).toBe(Object.keys(map.links).length)
    }
  })
})
