import { describe, expect, it } from 'vitest'
import { createCommentBook, type Thread } from '../../../../components/meeting/comments/commentBook'
import type { ElementId } from '../../../../lib/base/ids'
import type { Comment, ThreadHead } from '../../../../lib/protocol/comment'

const by = { id: 'ana', name: 'Ana', colour: 1 }
const head = (id: string, change: Partial<ThreadHead> = {}): ThreadHead => ({
  id,
  anchor: { kind: 'element', id: 'trust' as ElementId },
  label: 'Trust',
  createdAt: 1,
  by: { id: 'ana', name: 'Ana' },
  ...change,
})
const comment = (id: string, thread: string, number: number, change: Partial<Comment> = {}): Comment => ({
  ...{ id, thread, number, by, text: `Words of ${id}`, mentions: [], at: number },
  ...change,
})
const thread = (id: string, comments: readonly Comment[], read = 0): Thread => ({ ...head(id), comments, read })

describe('the book of comments', () => {
  it('COMMENT-30: knows nothing until the list has come, then what was told meanwhile too', () => {
    const book = createCommentBook()
    expect(book.threads.get()).toBeUndefined()
    const since = book.moment()
    book.hear({ kind: 'comment', thread: head('t2'), comment: comment('c2', 't2', 2) })
    book.hear({ kind: 'thread', thread: head('t1', { resolved: { at: 3, by: 'Fay' } }) })
    expect(book.threads.get()).toBeUndefined()
    book.takeList([thread('t1', [comment('c1', 't1', 1)], 1)], since)
    expect(book.threads.get()).toMatchObject([
      { id: 't1', read: 1, resolved: { by: 'Fay' }, comments: [{ id: 'c1' }] },
      { id: 't2', read: 0, comments: [{ id: 'c2' }] },
    ])
  })

  it('COMMENT-30: a list that is older than the news does not bring back what was taken away', () => {
    const book = createCommentBook()
    const list = [thread('t1', [comment('c1', 't1', 1)])]
    book.takeList(list, book.moment())
    const since = book.moment()
    book.hear({ kind: 'thread-removed', thread: 't1' })
    book.takeList(list, since)
    expect(book.threads.get()).toEqual([])
    book.takeList([], book.moment())
    expect(book.threads.get()).toEqual([])
  })

  it('COMMENT-8: what was read stays read, whatever is told in which order', () => {
    const book = createCommentBook()
    const list = [thread('t1', [comment('c1', 't1', 1), comment('c2', 't1', 2)], 1)]
    book.takeList(list, 0)
    book.noteRead({ t1: 2 })
    book.takeList(list, book.moment())
    expect(book.threads.get()).toMatchObject([{ read: 2 }])
  })

  it('COMMENT-30: words of a newer server are nothing', () => {
    const book = createCommentBook()
    book.takeList([], 0)
    book.hear({ kind: 'thread', thread: { id: 't1', anchor: { kind: 'dream' } } })
    book.hear({ kind: 'comment', thread: head('t1'), comment: { id: 'c1' } })
    expect(book.threads.get()).toEqual([])
    const marked = { ...comment('c1', 't1', 1), mark: 'sing' } as unknown as { id: string }
    book.hear({ kind: 'comment', thread: head('t1'), comment: marked })
    expect(book.threads.get()).toMatchObject([{ comments: [{ text: 'Words of c1' }] }])
  })
})
