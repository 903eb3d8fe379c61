import { describe, expect, it } from 'vitest'
import { goingOn, isOfPerson, readGoing, type Going, type RoundWord } from '../../../lib/analysis/checkIns'
import { compareGoing, listGoingDays } from '../../../lib/analysis/compareGoing'
import { testView } from '../../helpers/testMap'

/** Noon of a day in March 2026. */
const noon = (day: number): number => Date.UTC(2026, 2, day, 12)
const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10)
const march = (day: number): string => `2026-03-${String(day).padStart(2, '0')}`

type Said = readonly [about: string, day: number, state: string, by?: string, later?: number]

function lines(said: readonly Said[], rounds: readonly RoundWord[] = []) {
  const practices = Object.fromEntries(
    said.map(([about, day, state, by, later = 0], index) => [
      `c${index}`,
      { kind: 'check-in', about, at: noon(day) + later, state, ...(by === undefined ? {} : { by }) },
    ]),
  )
  return readGoing(testView({ elements: { a: {}, b: {}, c: {} }, practices }), rounds, dayAt)
}

function round(about: string, day: number, says: Going, people = 3, later = 0): RoundWord {
  const counts = { improving: 0, steady: 0, worsening: 0, unknown: 0 }
  return { about, round: `r${about}${day}`, at: noon(day) + later, people, says, counts }
}
const daysOf = (said: readonly Said[], rounds: readonly RoundWord[] = []) => lines(said, rounds).get('a')?.days

describe('how elements have been going', () => {
  it('GOING-3: nobody said anything of a map without check-ins and rounds', () => {
    expect(lines([]).size).toBe(0)
    expect(compareGoing(lines([]))).toEqual([])
    expect(listGoingDays(lines([]))).toEqual([])
  })

  it('GOING-3: one person says how it is going, and is told of as one', () => {
    expect(daysOf([['a', 1, 'improving', 'Ana']])).toEqual([{ day: march(1), says: 'improving', people: 1 }])
  })

  it('GOING-3: of one person and one day the last word counts, whatever the order of the records', () => {
    expect(
      daysOf([
        ['a', 1, 'worsening', 'Ana', 50],
        ['a', 1, 'improving', 'Ana', 20],
        ['a', 1, 'steady', 'Ana', 0],
      ]),
    ).toEqual([{ day: march(1), says: 'worsening', people: 1 }])
  })

  it('GOING-3: of several people of one day two thirds of those who know say it, a tie is a split', () => {
    const of = (...states: readonly string[]) =>
      daysOf(states.map((state, index) => ['a', 1, state, `P${index}`] as const))?.[0]?.says
    expect(of('improving', 'improving', 'steady')).toBe('improving')
    expect(of('improving', 'worsening')).toBe('differ')
    expect(of('improving', 'steady', 'worsening')).toBe('differ')
    expect(of('improving', 'unknown')).toBe('unknown')
    expect(of('improving', 'improving', 'unknown')).toBe('improving')
    expect(of('unknown')).toBe('unknown')
  })

  it('GOING-3: check-ins without a name are a person each', () => {
    expect(
      daysOf([
        ['a', 1, 'improving'],
        ['a', 1, 'worsening'],
        ['a', 1, 'worsening'],
      ]),
    ).toEqual([{ day: march(1), says: 'worsening', people: 3 }])
  })

  it('GOING-3: people of one name are told apart where it is known who they are, and who took another name is one', () => {
    const said = (by: string, participant: string | undefined, later: number, state: string) => ({
      ...{ kind: 'check-in', about: 'a', at: noon(1) + later, state, by },
      ...(participant === undefined ? {} : { participant }),
    })
    const daysWith = (...practices: readonly object[]) =>
      readGoing(testView({ elements: { a: {} }, practices: Object.fromEntries(practices.entries()) }), [], dayAt).get(
        'a',
      )?.days
    expect(daysWith(said('Ana', 'p1', 0, 'improving'), said('Ana', 'p2', 1, 'worsening'))).toEqual([
      { day: march(1), says: 'differ', people: 2 },
    ])
    expect(daysWith(said('Ana', 'p1', 0, 'improving'), said('Anna', 'p1', 1, 'worsening'))).toEqual([
      { day: march(1), says: 'worsening', people: 1 },
    ])
    expect(daysWith(said('Ana', undefined, 0, 'improving'), said('Ana', undefined, 1, 'steady'))?.[0]?.people).toBe(1)
  })

  it('GOING-2: a check-in is of whoever made it, of those with its name only where that is not known', () => {
    const ana = { id: 'p1', name: 'Ana' }
    expect(isOfPerson({ by: 'Ana', participant: 'p1' }, ana)).toBe(true)
    expect(isOfPerson({ by: 'Ann', participant: 'p1' }, ana)).toBe(true)
    expect(isOfPerson({ by: 'Ana', participant: 'p2' }, ana)).toBe(false)
    expect(isOfPerson({ by: 'Ana', participant: undefined }, ana)).toBe(true)
    expect(isOfPerson({ by: 'Ben', participant: undefined }, ana)).toBe(false)
    expect(isOfPerson({ by: '', participant: undefined }, { id: undefined, name: '' })).toBe(false)
  })

  it('GOING-3: a round of the same day outweighs check-ins, and the latest of two rounds counts', () => {
    expect(
      daysOf([['a', 1, 'improving', 'Ana', 900]], [round('a', 1, 'steady', 4), round('a', 1, 'worsening', 5, 60)]),
    ).toEqual([{ day: march(1), says: 'worsening', people: 5 }])
  })

  it('GOING-2: check-ins and rounds stand in one line of time', () => {
    const line = lines([['a', 3, 'improving', 'Ana']], [round('a', 5, 'differ'), round('a', 1, 'steady')]).get('a')
    expect(line?.words.map(({ kind, day, says }) => [kind, day, says])).toEqual([
      ['round', march(1), 'steady'],
      ['check-in', march(3), 'improving'],
      ['round', march(5), 'differ'],
    ])
    expect(line && goingOn(line, march(4))?.says).toBe('improving')
    expect(line && goingOn(line, '2026-02-28')).toBeUndefined()
  })

  it('GOING-3: what is said of an element that is not on the map is left out', () => {
    expect([...lines([['gone', 1, 'steady', 'Ana']], [round('away', 1, 'steady')]).keys()]).toEqual([])
  })
})

describe('now against last time', () => {
  const movesOf = (said: readonly Said[], from?: number, to?: number, rounds: readonly RoundWord[] = []) =>
    Object.fromEntries(
      compareGoing(
        lines(said, rounds),
        from === undefined || to === undefined ? undefined : { from: march(from), to: march(to) },
      ).map(({ about, move }) => [about, move]),
    )

  it('GOING-6: each element is compared with its own time before', () => {
    expect(
      movesOf([
        ['a', 1, 'worsening', 'Ana'],
        ['a', 4, 'improving', 'Ana'],
        ['b', 2, 'improving', 'Ana'],
        ['b', 9, 'steady', 'Ana'],
        ['c', 9, 'steady', 'Ana'],
      ]),
    ).toEqual({ a: 'better', b: 'worse', c: 'new' })
  })

  it('GOING-6: between two days in either order, with what was said last by the end of each', () => {
    const said: readonly Said[] = [
      ['a', 1, 'worsening', 'Ana'],
      ['a', 4, 'worsening', 'Ana'],
      ['a', 8, 'improving', 'Ana'],
      ['b', 2, 'improving', 'Ana'],
      ['c', 5, 'steady', 'Ana'],
    ]
    expect(movesOf(said, 2, 5)).toEqual({ a: 'same', b: 'unsaid', c: 'new' })
    expect(movesOf(said, 5, 2)).toEqual({ a: 'same', b: 'unsaid', c: 'new' })
    expect(movesOf(said, 4, 9)).toEqual({ a: 'better', b: 'unsaid', c: 'new' })
    expect(movesOf(said, 1, 1)).toEqual({ a: 'unsaid' })
  })

  it('GOING-6: a split or not knowing at one of the times is neither better nor worse', () => {
    expect(
      movesOf(
        [
          ['a', 1, 'improving', 'Ana'],
          ['a', 2, 'improving', 'Ana'],
          ['a', 2, 'worsening', 'Ben'],
          ['b', 1, 'unknown', 'Ana'],
          ['b', 2, 'improving', 'Ana'],
          ['c', 1, 'steady', 'Ana'],
        ],
        1,
        2,
        [round('c', 2, 'differ')],
      ),
    ).toEqual({ a: 'unclear', b: 'unclear', c: 'unclear' })
  })

  it('GOING-6: the days are those on which anything was said', () => {
    expect(
      listGoingDays(
        lines(
          [
            ['b', 7, 'steady'],
            ['a', 2, 'steady'],
            ['a', 7, 'steady'],
          ],
          [round('c', 3, 'steady')],
        ),
      ),
    ).toEqual([march(2), march(3), march(7)])
  })
})
