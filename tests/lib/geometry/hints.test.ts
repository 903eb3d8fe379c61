import { describe, expect, it } from 'vitest'
import { grownHead, placeGrownMarks } from '../../../lib/geometry/grownMark'
import { hintText } from '../../../lib/geometry/hintText'
import { computeScene, type Scene } from '../../../lib/geometry/scene'
import { measureText } from '../../../lib/geometry/textMetrics'
import { openingStart } from '../../../lib/gesture/openingStart'
import { boardView } from '../../../lib/model/position'
import { makeView } from '../gesture/sampleScene'

const names = [
  'Rain',
  'Staff turnover',
  'Time to look after each patient',
  'Willingness of neighbours to help each other out when it matters most to them',
  'Donaudampfschifffahrtsgesellschaftskapitän',
  '住房负担能力与社区健康状况之间的关系',
  '👩‍👩‍👧‍👦 families',
]

const scene = computeScene(
  makeView({
    ...Object.fromEntries(
      names.map((label, index) => [`v${index}`, { kind: 'variable', label, at: { x: 0, y: index * 200 } }]),
    ),
    clinic: { kind: 'stakeholder', label: 'Clinic', at: { x: 500, y: 0 } },
    remark: { kind: 'note', label: 'A remark', at: { x: 500, y: 300, width: 160, height: 100 } },
    frame: { kind: 'frame', label: 'What the neighbours said', at: { x: 900, y: 0, width: 300, height: 300 } },
    nameless: { kind: 'note', label: '', at: { x: -500, y: 0, width: 160, height: 100 } },
  }),
  boardView,
)

const byKind = (kind: string) => [...scene.elements.values()].find(({ element }) => element.kind === kind)

const scales = [0.5, 0.42, 0.35, 0.3, 0.25, 0.21, 0.18]

describe('hintText', () => {
  it('VIEW-9: names never leave their boxes, and can be made out', () => {
    for (const shape of scene.elements.values()) {
      if (shape.element.kind !== 'variable') continue
      for (const scale of scales) {
        const text = hintText(shape, scale)
        expect(text, `${shape.element.label} at ${scale}`).toBeDefined()
        if (text === undefined) continue
        const { lines, size, lineHeight } = text
        expect(size * scale).toBeGreaterThanOrEqual(5)
        // Half a line of air is no letter.
        expect(lines.length * lineHeight).toBeLessThanOrEqual(shape.rect.height + size * 0.2)
        for (const line of lines) expect(measureText(line, { size, weight: 500 })).toBeLessThanOrEqual(shape.rect.width)
      }
    }
  })

  it('VIEW-9: a short name is whole and larger than the map would have it; a long one is cut and says so', () => {
    const named = (name: string | undefined) =>
      [...scene.elements.values()].find(({ element }) => element.label === name)
    const short = named(names[0])
    const long = named(names[3])
    if (short === undefined || long === undefined) throw new Error('no such elements')
    const whole = hintText(short, 0.35)
    expect(whole?.lines).toEqual(['Rain'])
    expect(whole?.size).toBeGreaterThan(short.layout.text.size)
    const cut = hintText(long, 0.21)
    expect(cut?.lines.at(-1)).toMatch(/…$/)
    expect(long.element.label.startsWith(cut?.lines[0]?.replace('…', '') ?? '?')).toBe(true)
  })

  it('VIEW-9: the name of a card stands in its middle, since its tag is not drawn there; a note begins at its left', () => {
    const [card, note] = [byKind('stakeholder'), byKind('note')]
    if (card === undefined || note === undefined) throw new Error('no such elements')
    expect(hintText(card, 0.4)).toMatchObject({ anchor: 'middle', box: card.rect })
    expect(hintText(note, 0.4)?.anchor).toBe('start')
  })

  it('VIEW-9: a frame has its title above it on one line; what has no name has none', () => {
    const frame = byKind('frame')
    const note = [...scene.elements.values()].find(({ element }) => element.kind === 'note' && element.label === '')
    if (frame === undefined || note === undefined) throw new Error('no such elements')
    const title = hintText(frame, 0.3)
    expect(title?.lines).toHaveLength(1)
    expect((title?.box.y ?? 0) + (title?.box.height ?? 0)).toBeCloseTo(frame.rect.y)
    expect(hintText(note, 0.3)).toBeUndefined()
  })
})

const linked = (ties: readonly (readonly [string, string])[]): Scene =>
  computeScene(
    makeView(
      Object.fromEntries(
        ['a', 'b', 'c', 'd'].map((label, index) => [label, { kind: 'variable', label, at: { x: index * 300, y: 0 } }]),
      ),
      Object.fromEntries(
        ties.map(([from, to]) => [`${from}${to}`, { kind: 'causal', from, to, polarity: '+' } as const]),
      ),
    ),
    boardView,
  )

describe('marks that grow', () => {
  it('VIEW-9: the head keeps its tip, and the sign stays beside it', () => {
    const [shape] = linked([['a', 'b']]).links.values()
    const [head] = shape?.heads ?? []
    if (shape?.sign === undefined || head === undefined) throw new Error('no sign')
    const at = (transform: string | undefined): readonly number[] => (transform?.match(/-?[\d.]+/g) ?? []).map(Number)
    const [x = 0, y = 0, by] = at(grownHead(head, shape, 2))
    expect(by).toBe(2)
    expect(Math.hypot(x - shape.end.x, y - shape.end.y)).toBeLessThan(1)
    const { sign } = placeGrownMarks([shape], [], 2).get(shape.id) ?? {}
    const [signX = 0, signY = 0] = at(sign)
    const before = Math.hypot(shape.sign.x - shape.end.x, shape.sign.y - shape.end.y)
    const after = Math.hypot(signX - shape.end.x, signY - shape.end.y)
    expect(after).toBeGreaterThan(before)
    expect(after).toBeLessThanOrEqual(Math.max(before, 24) * 2 + 0.1)
  })

  it('VIEW-9: no sign lies on another, where several links end at one element', () => {
    const fan = computeScene(
      makeView(
        {
          hub: { kind: 'variable', label: 'Hub', at: { x: 0, y: 0 } },
          ...Object.fromEntries(
            Array.from({ length: 5 }, (_, index) => [
              `v${index}`,
              { kind: 'variable', label: `V${index}`, at: { x: 420, y: (index - 2) * 110 } },
            ]),
          ),
        },
        Object.fromEntries(
          Array.from({ length: 5 }, (_, index) => [
            `l${index}`,
            { kind: 'causal', from: `v${index}`, to: 'hub', polarity: '+' } as const,
          ]),
        ),
      ),
      boardView,
    )
    for (const by of [1.2, 1.6, 2]) {
      const marks = placeGrownMarks(fan.links.values(), fan.elements.values(), by)
      const at = Array.from(marks.values(), ({ sign = '' }) => (sign.match(/-?[\d.]+/g) ?? []).map(Number))
      for (const [index, [x = 0, y = 0]] of at.entries())
        for (const [otherX = 0, otherY = 0] of at.slice(index + 1))
          expect(Math.hypot(x - otherX, y - otherY), `at ${by}`).toBeGreaterThanOrEqual(14 * by)
    }
  })

  it('VIEW-9: strokes of a delay grow no further than to the next element', () => {
    const [near, far] = [-74, 300].map((y) =>
      computeScene(
        makeView(
          {
            a: { kind: 'variable', label: 'A', at: { x: 0, y: 0 } },
            b: { kind: 'variable', label: 'B', at: { x: 400, y: 0 } },
            c: { kind: 'variable', label: 'C', at: { x: 200, y } },
          },
          { ab: { kind: 'causal', from: 'a', to: 'b', polarity: '+', delay: true } },
        ),
        boardView,
      ),
    )
    const growth = (scene: Scene | undefined): number => {
      const { delay = '' } =
        [...placeGrownMarks(scene?.links.values() ?? [], scene?.elements.values() ?? [], 3).values()][0] ?? {}
      return Number(/scale\(([\d.]+)\)/.exec(delay)?.[1])
    }
    expect(growth(far)).toBe(3)
    expect(growth(near)).toBeLessThan(3)
    expect(growth(near)).toBeGreaterThanOrEqual(1)
  })
})

describe('openingStart', () => {
  it('VIEW-4: at what most links lead to and from; of several, the first; without links at the beginning', () => {
    expect(
      openingStart(
        linked([
          ['a', 'c'],
          ['b', 'c'],
          ['c', 'd'],
        ]),
      ),
    ).toEqual({ x: 600, y: 0 })
    expect(
      openingStart(
        linked([
          ['c', 'd'],
          ['b', 'a'],
        ]),
      ),
    ).toEqual({ x: 0, y: 0 })
    expect(openingStart(linked([]))).toEqual({ x: 0, y: 0 })
    expect(openingStart(computeScene(makeView({}), boardView))).toBeUndefined()
  })
})
