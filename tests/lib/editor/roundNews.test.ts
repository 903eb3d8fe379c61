import { describe, expect, it } from 'vitest'
import { createRoundNews } from '../../../lib/editor/roundNews'

describe('what a tab hears of rounds', () => {
  it('ROUND-40: rounds come, count their answers, and go', () => {
    const news = createRoundNews()
    news.hear({ kind: 'round', round: { id: 'a', state: 'open', done: 0, asked: 2 } })
    news.hear({ kind: 'progress', round: 'a', done: 1, asked: 2 })
    news.hear({ kind: 'progress', round: 'unheard of', done: 1, asked: 2 })
    expect([...news.rounds.get().values()]).toEqual([{ id: 'a', state: 'open', done: 1, asked: 2 }])
    news.hear({ kind: 'round-removed', round: 'a' })
    expect(news.rounds.get().size).toBe(0)
  })

  it('ROUND-41: a list that was asked for before the latest news does not undo it', () => {
    const news = createRoundNews()
    news.hear({ kind: 'round', round: { id: 'a', state: 'open' } })
    news.hear({ kind: 'round', round: { id: 'gone', state: 'open' } })
    const since = news.moment()
    news.hear({ kind: 'round', round: { id: 'a', state: 'revealed' } })
    news.hear({ kind: 'round-removed', round: 'gone' })
    news.hear({ kind: 'round', round: { id: 'new', state: 'open' } })
    const list = [
      { id: 'old', state: 'revealed' },
      { id: 'a', state: 'open' },
      { id: 'gone', state: 'open' },
    ]
    news.takeList(list, since)
    expect([...news.rounds.get().values()]).toEqual([
      { id: 'old', state: 'revealed' },
      { id: 'a', state: 'revealed' },
      { id: 'new', state: 'open' },
    ])
  })

  it('ROUND-41: what one was away for is asked for after each welcome, and what is gone by then goes', () => {
    const news = createRoundNews()
    news.hear({ kind: 'round', round: { id: 'a', state: 'open' } })
    news.hear({ kind: 'welcome', role: 'viewer', participant: null, version: '1' })
    expect(news.visits.get()).toBe(1)
    news.takeList([], news.moment())
    expect(news.rounds.get().size).toBe(0)
  })
})
