import { describe, expect, it } from 'vitest'
import { splitMentions } from '../../../../components/meeting/comments/CommentText'
import type { Thread } from '../../../../components/meeting/comments/commentBook'
import { findMentioning, offerPeople, putMention } from '../../../../components/meeting/comments/mentioning'
import { filterThreads, isUnread } from '../../../../components/meeting/comments/threadFacts'
import type { ElementId } from '../../../../lib/base/ids'

const thread = (id: string, number: number, change: Partial<Thread> = {}, by = 'ben'): Thread => ({
  id,
  anchor: { kind: 'element', id: 'trust' as ElementId },
  label: 'Trust',
  createdAt: number,
  by: { id: by, name: by },
  comments: [
    { id: `c-${id}`, thread: id, number, by: { id: by, name: by, colour: 1 }, text: 'x', mentions: [], at: number },
  ],
  read: 0,
  ...change,
})
const plain = { state: 'open', unread: false, mine: false, selected: false } as const
const nothing = { elements: [], links: [] }
const ids = (threads: readonly Thread[]): readonly string[] => threads.map(({ id }) => id)

describe('threads', () => {
  it('COMMENT-8: unread is what others wrote since; one’s own and deleted words are not', () => {
    expect(isUnread(thread('a', 3), 'ana')).toBe(true)
    expect(isUnread(thread('a', 3, { read: 3 }), 'ana')).toBe(false)
    expect(isUnread(thread('a', 3), 'ben')).toBe(false)
    const [first] = thread('a', 3).comments
    expect(
      isUnread(thread('a', 3, { comments: first === undefined ? [] : [{ ...first, deleted: true }] }), 'ana'),
    ).toBe(false)
  })

  it('COMMENT-51: filters say open or resolved, new, mine or to me, about the selection; latest first', () => {
    const spoken = thread('spoken', 4)
    const [words] = spoken.comments
    const threads = [
      thread('old', 1, { read: 1 }),
      thread('done', 2, { resolved: { at: 9, by: 'Fay' } }),
      thread('own', 3, { anchor: { kind: 'place', x: 0, y: 0 } }, 'ana'),
      { ...spoken, comments: words === undefined ? [] : [{ ...words, mentions: [{ id: 'ana', name: 'Ana' }] }] },
    ]
    const find = (change: object, selection: { elements: ElementId[]; links: [] } | typeof nothing = nothing) =>
      ids(filterThreads(threads, { ...plain, ...change }, { self: 'ana', selection }))
    expect(find({})).toEqual(['spoken', 'own', 'old'])
    expect(find({ state: 'resolved' })).toEqual(['done'])
    expect(find({ unread: true })).toEqual(['spoken'])
    expect(find({ mine: true })).toEqual(['spoken', 'own'])
    expect(find({ selected: true })).toEqual([])
    expect(find({ selected: true }, { elements: ['trust' as ElementId], links: [] })).toEqual(['spoken', 'old'])
  })
})

describe('speaking to people by name', () => {
  const people = ['Ana', 'Ana Bélen', 'Jörg', 'Bo Ana'].map((name) => ({ id: name, name, colour: 1 }))

  it('COMMENT-54: an @ at the beginning of a word asks for a name, also of several words', () => {
    expect(findMentioning('Hi @An', 6)).toEqual({ at: 3, query: 'An' })
    expect(findMentioning('@Ana Bé', 7)).toEqual({ at: 0, query: 'Ana Bé' })
    expect(findMentioning('me@example.org', 10)).toBeUndefined()
    expect(findMentioning('Hi @An\nthere', 12)).toBeUndefined()
    expect(findMentioning('Hi', 2)).toBeUndefined()
  })

  it('COMMENT-54: names are found whatever capitals and accents, those that begin so first', () => {
    expect(offerPeople(people, 'ana').map(({ name }) => name)).toEqual(['Ana', 'Ana Bélen', 'Bo Ana'])
    expect(offerPeople(people, 'JOR').map(({ name }) => name)).toEqual(['Jörg'])
    expect(offerPeople(people, 'ana be').map(({ name }) => name)).toEqual(['Ana Bélen'])
    expect(offerPeople(people, '')).toHaveLength(4)
  })

  it('COMMENT-54: a name takes the place of what was typed of it', () => {
    expect(putMention('Hi @an!', 6, { at: 3, query: 'an' }, 'Ana')).toEqual({ text: 'Hi @Ana !', caret: 8 })
    expect(putMention('Hi @an there', 6, { at: 3, query: 'an' }, 'Ana')).toEqual({ text: 'Hi @Ana there', caret: 7 })
  })

  it('COMMENT-54: names stand out in the words, the longer of two that begin alike', () => {
    const parts = splitMentions('@Ana Bélen and @Ana (x)', ['Ana', 'Ana Bélen'])
    expect(parts.filter(({ isName }) => isName).map(({ words }) => words)).toEqual(['@Ana Bélen', '@Ana'])
    expect(parts.map(({ words }) => words).join('')).toBe('@Ana Bélen and @Ana (x)')
    expect(splitMentions('5 @ 3', [])).toEqual([{ words: '5 @ 3', isName: false, at: 0 }])
  })
})
