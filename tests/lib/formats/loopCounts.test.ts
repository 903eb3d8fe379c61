import { describe, expect, it } from 'vitest'
import { toCausalGraph } from '@/lib/analysis/causalGraph'
import { findLoops } from '@/lib/analysis/loopSet'
import { joinMap } from '@/lib/commands/joinMap'
import { mergeMap } from '@/lib/commands/mergeMap'
import { readMapFile } from '@/lib/formats/readMapFile'
import { writableFormats, writeMapFile } from '@/lib/formats/writeMapFile'
import { fromWeftMap } from '@/lib/model/mapFile'
import type { MapView } from '@/lib/model/mapView'
import { after, testView } from '../../helpers/testMap'
import { expectMap, fixtureText } from './reading'

const { map } = expectMap(
  readMapFile(new TextEncoder().encode(fixtureText('kumu-both-ways.json')), { fileName: 'both-ways.json' }),
)

function countsOf(view: MapView): object {
  const { listed, counted, complete } = findLoops(toCausalGraph(view))
  return { ...listed, total: counted.total, complete }
}

/**
 * By hand: Trust and Shared work, R; Shared work and Meetings, R; Meetings alone, B; and by way of Time, where two
 * links of which one has no sign make one way without a sign. Read one way only, there would be two.
 */
const expected = { reinforcing: 2, balancing: 1, undetermined: 1, total: 4, complete: true }

describe('loops of a file whose connections run both ways', () => {
  it('FORMAT-15: are counted both ways round, parallel links as one way', () => {
    expect(countsOf(fromWeftMap(map))).toEqual(expected)
  })

  it.each(writableFormats)('FORMAT-15: are as many after a round through %s', (format) => {
    const { text, extension } = writeMapFile(map, format)
    const back = expectMap(readMapFile(new TextEncoder().encode(text), { fileName: `again.${extension}` }))
    expect(countsOf(fromWeftMap(back.map))).toEqual(expected)
  })

  it.each([
    ['beside', mergeMap],
    ['into', joinMap],
  ] as const)('FORMAT-15: are as many where the file is brought %s another map', (_, command) => {
    const empty = testView({ elements: {}, links: {} })
    expect(countsOf(after(empty, command, { map, offset: { x: 0, y: 0 } }))).toEqual(expected)
  })
})
