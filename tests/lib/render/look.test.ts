import { describe, expect, it } from 'vitest'
import { applyLook } from '../../../lib/look/applyLook'
import { computeScene } from '../../../lib/geometry/scene'
import { starMark } from '../../../lib/geometry/starMark'
import type { MapView } from '../../../lib/model/mapView'
import type { ElementPaint } from '../../../lib/model/paint'
import { boardView } from '../../../lib/model/position'
import { renderMap } from '../../../lib/render/renderMap'
import { light } from '../../../lib/render/palette'
import { element, testView } from '../../helpers/testMap'

const words = {
  value: (_: string, value: string) => value,
  group: (name: string, _: number, all: number) => `${name} · ${all}`,
  count: (_: number, all: number) => `× ${all}`,
  number: (value: number) => value.toString(),
}
const map = testView({
  elements: {
    a: { kind: 'stakeholder', label: 'Clinic', sector: 'health', stance: 'opposes', power: 1 },
    b: { kind: 'stakeholder', label: 'Press', sector: 'media', stance: 'supports' },
    v: { label: 'Rent' },
  },
  links: { ab: { kind: 'tie', type: 'money', from: 'a', to: 'b' } },
})

describe('pictures of a map as it is seen', () => {
  it('LOOK-7: have the colours and letters of the look, and its legend in place of that of sectors', () => {
    const { view } = applyLook(map, { look: { colourBy: 'stance' }, words })
    const svg = renderMap(view, { legend: true, lookLegend: [{ text: 'Opposes', hue: 'orange', tag: '▼' }] })
    expect(svg).toContain('▼')
    expect(svg).toContain(light.hueOrangeFill)
    expect(svg).toContain('Opposes')
    expect(svg).not.toContain('>Health<')
    expect(renderMap(map, { legend: true })).toContain('>Health<')
  })

  it('LOOK-23: a star stands before the name of whom the look marks, and in the legend', () => {
    const view = testView({ elements: { a: { kind: 'stakeholder', label: 'Mayor', leader: true } } })
    const look = { lens: 'communities' }
    const { view: seen } = applyLook(view, { look, words })
    const legend = [{ starred: true, text: 'Formal leader' }]
    const svg = renderMap(seen, { legend: true, lookLegend: legend })
    expect(svg.split(starMark.path)).toHaveLength(3)
    expect(svg).toContain('Formal leader')
    expect(renderMap(view)).not.toContain(starMark.path)
  })

  it('LEARN-52: an action that stands out has its colour and its letter, as a variable has', () => {
    const view = testView({ elements: { x: { kind: 'action', label: 'Lend cars' } } })
    const painted = new Map(
      [...view.elements].map(([id, one]) => [id, { ...one, paint: { hue: 'orange', tag: '−' } as const }]),
    )
    const svg = renderMap({ ...view, elements: painted })
    expect(svg).toContain('>−<')
    expect(svg).toContain(light.hueOrangeFill)
    expect(renderMap(view)).not.toContain(light.hueOrangeFill)
  })

  it('LOOK-3, LOOK-9: leave out what is hidden, draw the others faintly, and groups as one', () => {
    const hidden = applyLook(map, { look: { filter: { sectors: ['health'] }, others: 'hide' }, words }).view
    expect(renderMap(hidden)).not.toContain('Press')
    expect(renderMap(hidden)).toContain('Clinic')
    const faded = applyLook(map, { look: { filter: { sectors: ['health'] } }, words }).view
    expect(renderMap(faded)).toMatch(/<g opacity="0.25">.*Press/)
    expect(renderMap(applyLook(map, { look: { clusterBy: 'kind' }, words }).view)).toContain('stakeholder · 2')
  })

  it('LOOK-8: an element that counts for more is drawn larger, with all that is in it', () => {
    const { view } = applyLook(map, { look: { sizeBy: 'power' }, words })
    const [before, after] = [map, view].map((one) => computeScene(one, boardView).elements.get(element('a')))
    expect(after?.rect.width).toBeGreaterThan((before?.rect.width ?? 0) * 1.3)
    expect(after?.layout.text.size).toBe((before?.layout.text.size ?? 0) * 1.5)
    expect(after?.centre).toEqual(before?.centre)
  })

  it.each([
    ['note', { label: 'Ask them' }],
    ['text', { label: 'North' }],
    ['frame', { label: 'Ours' }],
    [
      'ink',
      {
        points: [
          [0, 0],
          [40, 20],
          [80, 0],
        ],
      },
    ],
  ])(
    'VERSION-42: a %s that is painted is outlined in that colour, with its letter; one that is not is drawn as it was',
    (kind, fields) => {
      const plain = testView({ elements: { a: { kind, ...fields } } })
      const paintAll = (paint: ElementPaint): MapView => ({
        ...plain,
        elements: new Map([...plain.elements].map(([id, one]) => [id, { ...one, paint }])),
      })
      const svg = renderMap(paintAll({ hue: 'green', tag: '≠' }))
      expect(svg).toContain(`stroke="${light.hueGreenBorder}"`)
      expect(svg).toContain('≠')
      expect(renderMap(paintAll({}))).toBe(renderMap(plain))
      expect(renderMap(plain)).not.toContain(light.hueGreenBorder)
    },
  )
})
