import { describe, expect, it } from 'vitest'
import { readCsv } from '@/lib/formats/csv'
import { writeCsv } from '@/lib/formats/csvWriter'
import { readKumu } from '@/lib/formats/kumu'
import { listKumuLosses } from '@/lib/formats/kumuLosses'
import { writeKumu } from '@/lib/formats/kumuWriter'
import { readWeftJson } from '@/lib/formats/weftJson'
import { writeWeftJson } from '@/lib/formats/weftJsonWriter'
import { weftMapSchema, type WeftMap } from '@/lib/model/weftMap'
import { expectMap } from './reading'

const map: WeftMap = weftMapSchema.parse({
  weft: 1,
  meta: { schemaVersion: 1, title: '', description: '' },
  elements: {
    delays: { kind: 'variable', label: 'Delays', description: '', mark: 'symptom' },
    overtime: { kind: 'variable', label: 'Overtime', description: '' },
    target: { kind: 'variable', label: 'Target', description: '', mark: 'goal' },
  },
  links: {
    a: { kind: 'causal', from: 'delays', to: 'overtime', polarity: '+', description: '' },
    b: { kind: 'causal', from: 'overtime', to: 'delays', polarity: '-', description: '' },
  },
  positions: { board: {} },
  loops: { 'a.b': { archetype: 'fixes-that-fail' } },
})

function marksOf(read: WeftMap): readonly unknown[] {
  return Object.values(read.elements).flatMap((element) =>
    element.kind === 'variable' ? [[element.label, element.mark, element.extra]] : [],
  )
}

const marks = [
  ['Delays', 'symptom', undefined],
  ['Overtime', undefined, undefined],
  ['Target', 'goal', undefined],
]

describe('the mark of a variable', () => {
  it('ARCH-2: comes back from Weft JSON, CSV and Kumu', () => {
    expect(marksOf(expectMap(readWeftJson(writeWeftJson(map))).map)).toEqual(marks)
    expect(marksOf(expectMap(readCsv([{ name: 'map.csv', text: writeCsv(map) }])).map)).toEqual(marks)
    expect(marksOf(expectMap(readKumu(writeKumu(map))).map)).toEqual(marks)
  })

  it("ARCH-2: a field of the people's own under that name stays theirs", () => {
    const table = expectMap(readCsv([{ name: 'map.csv', text: 'label,mark\nDelays,7 of 10\nTarget,Goal\n' }])).map
    expect(marksOf(table)).toEqual([
      ['Delays', undefined, { mark: '7 of 10' }],
      ['Target', 'goal', undefined],
    ])
    const project = JSON.stringify({
      elements: [{ _id: 'x', attributes: { label: 'Delays', mark: '7 of 10' } }],
      connections: [],
    })
    expect(marksOf(expectMap(readKumu(project)).map)).toEqual([['Delays', undefined, { mark: '7 of 10' }]])
  })
})

describe('a confirmed archetype', () => {
  it('ARCH-12: comes back from Weft JSON and CSV; a Kumu project has no place for it, and the list of losses says so', () => {
    expect(expectMap(readWeftJson(writeWeftJson(map))).map.loops).toEqual(map.loops)
    expect(expectMap(readCsv([{ name: 'map.csv', text: writeCsv(map) }])).map.loops).toEqual(map.loops)
    expect(expectMap(readKumu(writeKumu(map))).map.loops ?? {}).toEqual({})
    expect(listKumuLosses(map)).toMatchObject([{ code: 'no-room', what: 'archetype', count: 1 }])
  })
})
