import { describe, expect, it } from 'vitest'
import type { Person, Self } from '../../../components/hooks/editor'
import {
  findPeople,
  listPeople,
  mayManage,
  rolesToGive,
  speakingQueue,
} from '../../../components/meeting/people/peopleRows'
import { drawnRows } from '../../../components/meeting/people/drawnRows'
import { addFloating, mostFloating, readReaction, sumUp } from '../../../components/meeting/people/reactionLook'
import type { ElementId } from '../../../lib/base/ids'

const self: Self = { id: 'me', name: 'Zoë', colour: 1, role: 'contributor', mayEdit: true }
const person = (id: string, change: Partial<Person> = {}): Person => ({
  ...{ id, name: id, colour: 0, role: 'contributor', presence: {} },
  ...change,
})

describe('the list of people', () => {
  it('PEOPLE-50: has oneself first, then who runs the meeting, then the others by name', () => {
    const people = [person('Person 10'), person('Person 9'), person('Fay', { role: 'facilitator' }), person('Åsa')]
    expect(listPeople(people, self).map(({ name }) => name)).toEqual(['Zoë', 'Fay', 'Åsa', 'Person 9', 'Person 10'])
  })

  it('PEOPLE-50: says who types and who is away; who types is not away', () => {
    const naming = { naming: 'a' as ElementId }
    const people = [
      person('a', { presence: naming, away: true }),
      person('b', { away: true }),
      person('c', { presence: { naming: null } }),
    ]
    expect(listPeople(people, self).map(({ doing }) => doing)).toEqual([undefined, 'typing', 'away', undefined])
  })

  it('PEOPLE-51: is searched without regard to capitals and accents, word by word', () => {
    const people = listPeople([person('José  Müller'), person('آنا'), person('👩‍🔬 Ada')], self)
    const found = (query: string): readonly string[] => findPeople(people, query).map(({ name }) => name)
    expect(found('muller JOSE')).toEqual(['José  Müller'])
    expect(found('zoe')).toEqual(['Zoë'])
    expect(found('آنا')).toEqual(['آنا'])
    expect(found('👩‍🔬')).toEqual(['👩‍🔬 Ada'])
    expect(found('  ')).toHaveLength(4)
    expect(found('nobody')).toEqual([])
  })

  it('PEOPLE-51: of two hundred rows those in sight are drawn and some around them, at any place of the list', () => {
    const height = 52
    for (const top of [0, 30, 4_000, 200 * height - 300, 1e6]) {
      const { from, to, before, after } = drawnRows(200, height, top, 300)
      expect(to - from).toBeLessThan(24)
      expect(before + (to - from) * height + after).toBe(200 * height)
      const end = Math.min(top, 200 * height - 300)
      expect(from * height).toBeLessThanOrEqual(end)
      expect(to * height).toBeGreaterThanOrEqual(end + 300)
    }
    expect(drawnRows(60, height, 900, 300)).toEqual({ from: 0, to: 60, before: 0, after: 0 })
  })

  it('PEOPLE-20: the queue is in the order in which hands went up', () => {
    const people = [
      person('late', { hand: 30 }),
      person('down'),
      person('first', { hand: 10 }),
      person('b', { hand: 30 }),
    ]
    const queue = speakingQueue(listPeople(people, { ...self, hand: 20 }))
    expect(queue.map(({ id }) => id)).toEqual(['first', 'me', 'b', 'late'])
  })

  it('PEOPLE-11: offers to manage only those below, and only roles below one’s own', () => {
    const whom = (role: Person['role']) => ({ role, isSelf: false })
    expect(mayManage('facilitator', whom('contributor'))).toBe(true)
    expect(mayManage('facilitator', whom('facilitator'))).toBe(false)
    expect(mayManage('owner', whom('facilitator'))).toBe(true)
    expect(mayManage('owner', whom('owner'))).toBe(false)
    expect(mayManage('owner', { role: 'viewer', isSelf: true })).toBe(false)
    expect(mayManage('contributor', whom('viewer'))).toBe(false)
    expect(rolesToGive('facilitator')).toEqual(['contributor', 'commenter', 'viewer'])
    expect(rolesToGive('owner')).toEqual(['facilitator', 'contributor', 'commenter', 'viewer'])
  })
})

describe('reactions', () => {
  const one = (key: number, name: string, reaction = 'agree' as const) => ({ key, person: name, name, reaction })

  it('PEOPLE-52: a person’s newest takes the place of their last, and no more than a few are shown', () => {
    expect(addFloating([one(1, 'Ana'), one(2, 'Ben')], one(3, 'Ana')).map(({ key }) => key)).toEqual([2, 3])
    let shown: ReturnType<typeof addFloating> = []
    for (let key = 0; key < 20; key += 1) shown = addFloating(shown, one(key, `person ${key}`))
    expect(shown.map(({ key }) => key)).toEqual(Array.from({ length: mostFloating }, (_, at) => 20 - mostFloating + at))
  })

  it('PEOPLE-53: are read aloud once for each kind; words of a newer server are none', () => {
    expect(sumUp([one(1, 'Ana'), one(2, 'Ben'), { name: 'Cem', reaction: 'slow' }])).toEqual([
      { reaction: 'agree', name: 'Ana', count: 2 },
      { reaction: 'slow', name: 'Cem', count: 1 },
    ])
    expect(sumUp([])).toEqual([])
    expect(readReaction('rocket')).toBeUndefined()
    expect(readReaction('heart')).toBe('heart')
  })
})
