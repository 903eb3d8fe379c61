import { describe, expect, it, vi } from 'vitest'
import { readGoing } from '../../../lib/analysis/checkIns'
import type { ElementId } from '../../../lib/base/ids'
import { applyLook, type LookWords } from '../../../lib/look/applyLook'
import { legendOfLook } from '../../../lib/look/lookLegend'
import { measureForLook } from '../../../lib/look/measureForLook'
import { readSaid, toSaid } from '../../../lib/look/saidOfLook'
import { testView } from '../../helpers/testMap'

const noon = (day: number): number => Date.UTC(2026, 2, day, 12)
const words: LookWords = {
  value: (_, value) => value,
  group: (name) => name,
  count: String,
  number: String,
}
const checkIn = (about: string, day: number, state: string) => ({ kind: 'check-in', about, at: noon(day), state })

const map = testView({
  elements: {
    a: {},
    b: { mark: 'accelerator' },
    c: { kind: 'action' },
    d: { kind: 'stakeholder' },
    n: { kind: 'note' },
  },
  practices: {
    1: checkIn('a', 1, 'improving'),
    2: checkIn('a', 2, 'unknown'),
    3: checkIn('a', 3, 'steady'),
    4: checkIn('a', 4, 'worsening'),
    5: checkIn('b', 1, 'improving'),
    6: checkIn('c', 1, 'steady'),
  },
})

describe('a map coloured by what people said', () => {
  it('GOING-4: each element has a sign for each of its last two times, beside the colour of the last', () => {
    const look = { colourBy: 'pulse' }
    const { view, colours } = applyLook(map, { look, words, measures: measureForLook(map, look) })
    const paints = Object.fromEntries([...view.elements].map(([id, { paint }]) => [id, paint]))
    expect(paints).toEqual({
      a: { hue: 'red', tag: '→↘' },
      b: { hue: 'green', tag: '↗' },
      c: { hue: 'blue', tag: '→' },
      d: { hue: 'grey', tag: '–' },
      n: undefined,
    })
    expect(colours?.categories.map(({ value, tag, count }) => [value, tag, count])).toEqual([
      ['worsening', '↘', 1],
      ['steady', '→', 1],
      ['improving', '↗', 1],
      [undefined, '–', 1],
    ])
  })

  it.each(['America/New_York', 'UTC', 'Asia/Tokyo'])(
    'GOING-4: what a picture knows of check-ins goes by the days of UTC, whatever the clock of the server (%s)',
    (zone) => {
      vi.stubEnv('TZ', zone)
      const at = (day: number, hour: number): number => Date.UTC(2026, 2, day, hour)
      const says = (when: number, state: string) => ({ kind: 'check-in', about: 'a', at: when, state, by: 'Ana' })
      const practices = {
        1: says(at(1, 23), 'improving'),
        2: says(at(2, 1), 'worsening'),
        3: says(at(2, 22), 'steady'),
      }
      const signs = readSaid(testView({ elements: { a: {} }, practices })).pulse.get('a' as ElementId)?.sign
      vi.unstubAllEnvs()
      expect(signs).toBe('↗→')
    },
  )

  it('CHALLENGE-1: each element has the letter of its kind, and those that nobody judged say so', () => {
    const said = toSaid(
      readGoing(map),
      new Map([
        ['a', 'technical'],
        ['b', 'split'],
        ['c', 'adaptive'],
      ]),
    )
    const look = { colourBy: 'challenge' }
    const seen = applyLook(map, { look, words, measures: measureForLook(map, look, said) })
    expect([...seen.view.elements.values()].map(({ id, paint }) => [id, paint?.hue, paint?.tag])).toEqual([
      ['a', 'blue', 'T'],
      ['b', 'purple', '≠'],
      ['c', 'orange', 'A'],
      ['d', 'grey', '–'],
      ['n', undefined, undefined],
    ])
    const legend = legendOfLook(seen, {
      ...words,
      ...{ by: (by) => by, colour: (name) => name, size: (name) => name, unsaid: () => 'not said' },
      ...{ shadeRange: String, sizeRange: String, sizeTight: '', leader: '' },
      leftOut: (name: string) => name,
    })
    expect(legend.map(({ tag, text }) => [tag, text])).toEqual([
      [undefined, 'challenge'],
      ['T', 'technical'],
      ['A', 'adaptive'],
      ['≠', 'split'],
      ['–', 'not said'],
    ])
  })

  it('GOING-4: on a map of which nobody said anything all that could be asked about says so', () => {
    const empty = testView()
    const look = { colourBy: 'pulse' }
    const { colours } = applyLook(empty, { look, words, measures: measureForLook(empty, look) })
    expect(colours?.categories).toEqual([{ value: undefined, hue: 'grey', tag: '–', count: 3 }])
  })
})
