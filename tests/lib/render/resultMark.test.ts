import { describe, expect, it } from 'vitest'
import { renderMap } from '../../../lib/render/renderMap'
import { englishResultMarks } from '../../../server/picture/resultWords'
import { testView } from '../../helpers/testMap'

const view = testView({
  elements: { a: {} },
  practices: {
    r: {
      ...{ kind: 'result', name: 'Nights', measures: ['a'], baseline: { value: 40 }, target: { value: 20 } },
      'reading:k': { value: 41.5, on: '2026-02-01' },
    },
  },
})

describe('results in pictures', () => {
  it('RESULT-12: stand at what they measure, said in words; a rim tells the wrong way by its dashes', () => {
    const svg = renderMap(view, { results: englishResultMarks(view) })
    expect(svg).toContain('41.5 ↑ Wrong way')
    expect(svg.match(/stroke-dasharray="3 2"/g)).toHaveLength(1)
    expect(renderMap(view)).not.toContain('Wrong way')
  })
})
