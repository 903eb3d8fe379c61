import { describe, expect, it } from 'vitest'
import { readCsv } from '@/lib/formats/csv'
import { writeCsv } from '@/lib/formats/csvWriter'
import { readKumu } from '@/lib/formats/kumu'
import { writeKumu } from '@/lib/formats/kumuWriter'
import { readWeftJson } from '@/lib/formats/weftJson'
import { writeWeftJson } from '@/lib/formats/weftJsonWriter'
import { weftMapSchema, type WeftMap } from '@/lib/model/weftMap'
import { expectMap } from './reading'

const map: WeftMap = weftMapSchema.parse({
  weft: 1,
  meta: { schemaVersion: 1, title: '', description: '' },
  elements: {
    a: { kind: 'variable', label: 'Trust', description: '', leverage: 2, chosen: true },
    b: { kind: 'variable', label: 'Fees', description: '', leverage: 12 },
    c: { kind: 'action', label: 'Open talks', description: '', leverage: 6 },
    d: { kind: 'variable', label: 'Plain', description: '' },
  },
  links: { l: { kind: 'causal', from: 'a', to: 'b', polarity: '-', description: '' } },
  positions: { board: {} },
})

function judgements(read: WeftMap): readonly unknown[] {
  return Object.values(read.elements).flatMap((element) =>
    element.kind === 'variable' || element.kind === 'action'
      ? [[element.label, element.leverage, 'chosen' in element ? element.chosen : undefined, element.extra]]
      : [],
  )
}

const kept = [
  ['Trust', 2, true, undefined],
  ['Fees', 12, undefined, undefined],
  ['Open talks', 6, undefined, undefined],
  ['Plain', undefined, undefined, undefined],
]

describe('the place to intervene, and what the group chose', () => {
  it('LEVER-11: come back from Weft JSON, CSV and Kumu', () => {
    expect(judgements(expectMap(readWeftJson(writeWeftJson(map))).map)).toEqual(kept)
    expect(judgements(expectMap(readCsv([{ name: 'map.csv', text: writeCsv(map) }])).map)).toEqual(kept)
    expect(judgements(expectMap(readKumu(writeKumu(map))).map)).toEqual(kept)
  })

  it("LEVER-11: fields of the people's own by such names stay theirs", () => {
    const table = 'label,leverage,chosen\nTrust,5,by the board\n'
    expect(judgements(expectMap(readCsv([{ name: 'map.csv', text: table }])).map)).toEqual([
      ['Trust', undefined, undefined, { leverage: '5', chosen: 'by the board' }],
    ])
    const project = JSON.stringify({
      elements: [{ _id: 'x', attributes: { label: 'Trust', leverage: 5, 'leverage place': 'high' } }],
      connections: [],
    })
    expect(judgements(expectMap(readKumu(project)).map)).toEqual([
      ['Trust', undefined, undefined, { leverage: 5, 'leverage place': 'high' }],
    ])
  })
})
