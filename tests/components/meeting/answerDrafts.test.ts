import { beforeEach, describe, expect, it } from 'vitest'
import { createAnswerDrafts, type AnswerDrafts } from '../../../components/meeting/answers/answerDrafts'
import { createFakeStorage } from '../../helpers/fakeStorage'

const day = 86_400_000

describe('what is being answered', () => {
  let storage: ReturnType<typeof createFakeStorage>
  let now: number
  beforeEach(() => {
    storage = createFakeStorage()
    now = 0
  })
  const open = (person = 'ana'): AnswerDrafts => createAnswerDrafts(person, () => storage, { now: () => now })

  it('ROUND-56: is kept on the device by round and person, over a reload', () => {
    open().put('r1', { answer: { text: 'Trust' }, typing: '' })
    open().put('r2', { answer: undefined, typing: 'Half a th' })
    open('ben').put('r1', { answer: { text: 'Time' }, typing: '' })
    expect([...open().get()]).toEqual([
      ['r1', { answer: { text: 'Trust' }, typing: '' }],
      ['r2', { answer: undefined, typing: 'Half a th' }],
    ])
    expect([...open('ben').get().keys()]).toEqual(['r1'])
  })

  it('ROUND-94: waits to be sent until it is changed, and not over a reload', () => {
    const drafts = open()
    drafts.put('r1', { answer: { text: 'Trust' }, typing: '', waits: true })
    expect(drafts.get().get('r1')?.waits).toBe(true)
    expect([...open().get()]).toEqual([['r1', { answer: { text: 'Trust' }, typing: '' }]])
    drafts.put('r1', { answer: { text: 'Trust and time' }, typing: '' })
    expect(drafts.get().get('r1')?.waits).toBeUndefined()
  })

  it('ROUND-56: goes once it is what the server has, or is discarded', () => {
    const drafts = open()
    drafts.put('r1', { answer: { dots: { a: 1, b: 2 } }, typing: '' })
    drafts.settle('r1', { dots: { b: 2, a: 1 } })
    expect(drafts.get().size).toBe(0)
    drafts.put('r1', { answer: { dots: { a: 1 } }, typing: '' })
    drafts.drop('r1')
    expect(open().get().size).toBe(0)
    expect(storage.length).toBe(0)
  })

  it('ROUND-57: stays if it is no longer what was sent, or somebody has typed half a card more', () => {
    const drafts = open()
    drafts.put('r1', { answer: { text: 'One, and two' }, typing: '' })
    drafts.settle('r1', { text: 'One' })
    expect(drafts.get().get('r1')).toEqual({ answer: { text: 'One, and two' }, typing: '' })
    drafts.put('r2', { answer: { cards: ['Trust'] }, typing: 'Ti' })
    drafts.settle('r2', { cards: ['Trust'] })
    expect(drafts.get().get('r2')).toEqual({ answer: { cards: ['Trust'] }, typing: 'Ti' })
  })

  it('ROUND-56: is forgotten after a week, whosever it was', () => {
    open().put('r1', { answer: { text: 'Old' }, typing: '' })
    now = 4 * day
    open().put('r2', { answer: { text: 'New' }, typing: '' })
    now = 8 * day
    expect([...open('ben').get().keys()]).toEqual([])
    expect([...open().get().keys()]).toEqual(['r2'])
    expect(storage.length).toBe(1)
  })

  it('ROUND-56: does without storage, and passes over what cannot be read', () => {
    storage.setItem('weft.answer.ana.r1', 'no json')
    storage.setItem('weft.answer.ana.r2', '{"answer":[],"typing":3}')
    storage.setItem('other', 'stays')
    expect(open().get().size).toBe(0)
    expect(storage.length).toBe(1)
    storage.refuse = true
    const drafts = open()
    drafts.put('r1', { answer: { text: 'Trust' }, typing: '' })
    expect(drafts.get().get('r1')).toEqual({ answer: { text: 'Trust' }, typing: '' })
  })
})
