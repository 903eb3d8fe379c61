import { describe, expect, it } from 'vitest'
import { layoutElement } from '@/lib/geometry/elementLayout'
import { variableMarkPaths } from '@/lib/geometry/variableMark'
import { variableMarks } from '@/lib/model/variable'
import { renderMap } from '@/lib/render/renderMap'
import { testView } from '../../helpers/testMap'

const view = testView({ elements: { a: { label: 'Delays', mark: 'symptom' }, b: { label: 'Delays' } } })

describe('the mark of a variable in a picture', () => {
  it.each(variableMarks)('ARCH-1: %s is drawn once, and the legend says what it means', (mark) => {
    const marked = testView({ elements: { a: { mark }, b: {} } })
    const count = (svg: string): number => svg.split(variableMarkPaths[mark]).length - 1
    const words = { symptom: 'Symptom', goal: 'Goal', result: 'Result' }[mark]
    expect(count(renderMap(marked))).toBe(1)
    const explained = renderMap(marked, { legend: true })
    expect(count(explained)).toBe(2)
    expect(explained).toContain(`>${words}<`)
    expect(renderMap(testView(), { legend: true })).not.toContain(`>${words}<`)
  })

  it('ARCH-1: has room of its own beside the name', () => {
    const [marked, plain] = [...view.elements.values()].map((element) => layoutElement(element))
    expect(marked?.lines).toEqual(plain?.lines)
    expect(marked?.width).toBeGreaterThan(plain?.width ?? 0)
    expect(marked?.text.x).toBeGreaterThanOrEqual((marked?.tag?.rect.x ?? 0) + (marked?.tag?.rect.width ?? 0))
  })
})
