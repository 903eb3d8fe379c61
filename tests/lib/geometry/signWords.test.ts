import { describe, expect, it } from 'vitest'
import { sampled } from '../../../lib/geometry/linkCover'
import { wordAt } from '../../../lib/geometry/linkMarks'
import { linkMetrics } from '../../../lib/geometry/linkShape'
import { distanceToOutline } from '../../../lib/geometry/outline'
import { rectAround } from '../../../lib/geometry/rect'
import { linkOf, sceneOf } from './maps'

describe('signs written as words', () => {
  it.each([
    [360, 0],
    [0, 300],
    [0, -300],
    [250, 250],
    [-260, 200],
    [-360, 0],
  ])('CLAIM-12: cover neither line nor head of a link to %i, %i', (x, y) => {
    const shape = linkOf(
      sceneOf(
        [
          ['a', 0, 0],
          ['b', x, y],
        ],
        [['a', 'b', { polarity: '+' }]],
      ),
      'a>b',
    )
    if (shape.sign === undefined) throw new Error('no sign')
    const size = { width: linkMetrics.signWordWidth, height: linkMetrics.signRadius * 2 }
    const pill = { rect: rectAround(wordAt(shape.sign), size), radius: linkMetrics.signRadius }
    for (const point of [...sampled(shape), ...shape.heads.flatMap(({ points }) => points)]) {
      expect(distanceToOutline(pill, point.x, point.y)).toBeGreaterThan(-1)
    }
  })
})
