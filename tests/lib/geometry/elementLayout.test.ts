import { describe, expect, it } from 'vitest'
import type { ElementId } from '../../../lib/base/ids'
import { boundsOfInk, layoutElement, sizeOf } from '../../../lib/geometry/elementLayout'
import { measureText } from '../../../lib/geometry/textMetrics'
import type { MapElement } from '../../../lib/model/element'

function element(fields: object): MapElement {
  return { id: 'e' as ElementId, description: '', label: '', ...fields } as unknown as MapElement
}

describe('sizes of elements', () => {
  it('GEO-4: a variable of one line is a pill 34 high that holds its text', () => {
    const { width, height, radius, lines, text } = layoutElement(element({ kind: 'variable', label: 'Staff burnout' }))
    expect(height).toBe(34)
    expect(radius).toBe(17)
    expect(lines).toEqual(['Staff burnout'])
    expect(width).toBeGreaterThan(measureText('Staff burnout', text) + 30)
    expect(width % 2).toBe(0)
    expect(text.x).toBe(width / 2)
  })

  it('GEO-3: a long variable grows to at most five lines of about 40 characters', () => {
    const two = sizeOf(element({ kind: 'variable', label: 'Trust of parents in the school kitchen' }))
    expect(two.lines).toHaveLength(2)
    expect(two.height).toBe(52)
    const full = sizeOf(element({ kind: 'variable', label: 'many words '.repeat(27) }))
    expect(full.lines).toHaveLength(5)
    expect(full.width).toBeLessThanOrEqual(315 + 32)
  })

  it('GEO-1: an unnamed variable can still be seen and hit', () => {
    expect(sizeOf(element({ kind: 'variable' }))).toMatchObject({ width: 64, height: 34 })
  })

  it('GEO-1: a stakeholder has a tag only if its sector is known, and room for its discs', () => {
    const plain = layoutElement(element({ kind: 'stakeholder', label: 'City council' }))
    const health = layoutElement(element({ kind: 'stakeholder', label: 'City council', sector: 'health' }))
    const mighty = layoutElement(
      element({ kind: 'stakeholder', label: 'City council', sector: 'health', influence: 4 }),
    )
    expect(plain.tag).toBeUndefined()
    expect(health.tag?.text).toBe('HE')
    expect(health.radius).toBe(8)
    expect(mighty.discs).toHaveLength(4)
    expect(mighty.width).toBeGreaterThan(health.width)
    expect(health.width).toBeGreaterThan(plain.width)
    expect(layoutElement(element({ kind: 'stakeholder', label: 'Ana', form: 'person' })).radius).toBe(20)
  })

  it('LEVER-10: what the group chose has a dot on its border, and the size it had', () => {
    const plain = layoutElement(element({ kind: 'variable', label: 'Trust' }))
    const chosen = layoutElement(element({ kind: 'variable', label: 'Trust', chosen: true }))
    expect(plain.dot).toBeUndefined()
    expect(chosen).toMatchObject({ width: plain.width, height: plain.height, text: plain.text })
    const { x, y } = chosen.dot ?? { x: 0, y: 0 }
    expect(Math.hypot(x - chosen.radius, y - chosen.radius)).toBeCloseTo(chosen.radius, 9)
  })

  it('GEO-1: a note keeps the size people gave it, but grows with its text', () => {
    expect(sizeOf(element({ kind: 'note', label: 'Short' }))).toMatchObject({ width: 160, height: 100 })
    expect(sizeOf(element({ kind: 'note', label: 'Short' }), { width: 240, height: 180 })).toMatchObject({
      width: 240,
      height: 180,
    })
    const long = sizeOf(element({ kind: 'note', label: 'words and more words '.repeat(12) }), {
      width: 120,
      height: 60,
    })
    expect(long.height).toBeGreaterThan(300)
    expect(long.lines.join(' ').match(/words/g)).toHaveLength(24)
  })

  it('GEO-1: a frame has a title of one line above it', () => {
    const { lines, text, cut } = layoutElement(element({ kind: 'frame', label: 'Homes\nand more '.repeat(20) }), {
      width: 200,
      height: 100,
    })
    expect(lines).toHaveLength(1)
    expect(cut).toBe(true)
    expect(text.baseline).toBeLessThan(0)
  })

  it('GEO-1: text, actions and images have sizes of their own', () => {
    expect(sizeOf(element({ kind: 'text', label: 'Heading' })).height).toBe(26)
    expect(sizeOf(element({ kind: 'text', label: 'Heading over two' }), { width: 96 }).lines).toHaveLength(2)
    expect(sizeOf(element({ kind: 'action', label: 'Free breakfast' })).height).toBe(36)
    expect(sizeOf(element({ kind: 'image' }), { width: 50, height: 30 })).toMatchObject({ width: 50, height: 30 })
  })

  it('GEO-1: a stroke is as large as its points, a dot can be hit', () => {
    expect(
      boundsOfInk([
        [0, 0],
        [10, -20],
      ]),
    ).toEqual({ x: -1, y: -21, width: 12, height: 22 })
    expect(boundsOfInk([])).toMatchObject({ width: 2, height: 2 })
    expect(sizeOf(element({ kind: 'ink', points: [[3, 3]] }))).toMatchObject({ width: 2, height: 2 })
  })

  it('GEO-19: asking again for the same element and size gives the same object', () => {
    const note = element({ kind: 'note', label: 'x' })
    const first = layoutElement(note, { x: 0, y: 0, width: 100, height: 100 })
    expect(layoutElement(note, { x: 9, y: 9, width: 100, height: 100 })).toBe(first)
    expect(layoutElement(note, { width: 101, height: 100 })).not.toBe(first)
  })
})
