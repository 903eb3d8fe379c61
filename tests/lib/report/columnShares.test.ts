import { describe, expect, it } from 'vitest'
import { columnShares } from '../../../lib/report/columnShares'

const sum = (shares: readonly number[]): number => shares.reduce((total, share) => total + share, 0)

describe('how wide the columns of a table are', () => {
  it('REPORT-17: is as they are weighed where every head has room', () => {
    expect(
      columnShares([
        { title: 'A', weight: 1 },
        { title: 'B', weight: 3 },
      ]),
    ).toEqual([0.25, 0.75])
  })

  it('REPORT-17: leaves room for the longest word of a head, and takes it from the others', () => {
    const columns = [
      { title: 'Question', weight: 10 },
      { title: 'Middle', weight: 0.1 },
      { title: 'What makes people say that', weight: 10 },
    ]
    const [question = 0, middle = 0, why = 0] = columnShares(columns)
    // Six letters of 9 pt on the narrowest paper.
    expect(middle).toBeGreaterThan(0.075)
    expect(question).toBeCloseTo(why)
    expect(sum(columnShares(columns))).toBeCloseTo(1)
  })

  it('REPORT-17: is 1 in all, however many columns there are', () => {
    for (const count of [1, 5, 40]) {
      const columns = Array.from({ length: count }, (_, at) => ({ title: 'Stakeholders of us', weight: at + 1 }))
      expect(sum(columnShares(columns))).toBeCloseTo(1)
    }
  })
})
