import { describe, expect, it } from 'vitest'
import { readCsv } from '@/lib/formats/csv'
import { writeCsv } from '@/lib/formats/csvWriter'
import { writeKumu } from '@/lib/formats/kumuWriter'
import { computeScene } from '@/lib/geometry/scene'
import { toWeftMap } from '@/lib/model/mapFile'
import { boardView } from '@/lib/model/position'
import { dark, light } from '@/lib/render/palette'
import { renderMap } from '@/lib/render/renderMap'
import { toTieNetwork } from '@/lib/analysis/network/tieNetwork'
import { analyseMap } from '@/lib/analysis/analyseMap'
import { findAll, parseXml, textOf } from '../../helpers/parseXml'
import { elementOf, linkOf, mapOf } from '../geometry/maps'

const view = mapOf(
  [
    ['Church', 0, 0, { kind: 'stakeholder', sector: 'Faith' }],
    ['Clinic', 400, 0, { kind: 'stakeholder', sector: 'health' }],
    ['School', 200, 300, { kind: 'stakeholder', sector: 'Youth' }],
  ],
  [
    ['Church', 'Clinic', { kind: 'tie', type: 'Trust' }],
    ['Clinic', 'School', { kind: 'tie', type: 'money' }],
    ['School', 'Church', { kind: 'tie', type: 'Rumours' }],
  ],
  {
    unknown: {
      'sector:Faith': { name: 'Faith groups', colour: 'indigo', tag: 'FG', pattern: 'stripes' },
      'sector:health': { name: 'Care' },
      'tie:Trust': { name: 'Confidence', colour: 'teal', tag: 'TR', style: 'dashed', way: 'mutual' },
    },
  },
)
const words = (svg: string): readonly string[] => findAll(parseXml(svg), 'text').map(textOf)

describe('own sectors and kinds of tie, drawn', () => {
  it('SECTOR-10: the scene tells card and line how they look; a new title changes no shape', () => {
    const scene = computeScene(view, boardView)
    expect(elementOf(scene, 'Church').sector).toMatchObject({ colour: 'indigo', tag: 'FG', pattern: 'stripes' })
    expect(linkOf(scene, 'Church>Clinic')).toMatchObject({ tone: 'teal', dashed: true, tag: { text: 'TR' } })
    expect(linkOf(scene, 'Church>Clinic').heads).toHaveLength(2)
    expect(linkOf(scene, 'School>Church')).toMatchObject({ tone: 'neutral', dashed: false, heads: [] })
    const titled = computeScene({ ...view, meta: { ...view.meta, title: 'New' } }, boardView, { previous: scene })
    expect(elementOf(titled, 'Church')).toBe(elementOf(scene, 'Church'))
    expect(linkOf(titled, 'Church>Clinic')).toBe(linkOf(scene, 'Church>Clinic'))
  })

  it('SECTOR-6, SECTOR-10: the legend has the order of the views, words that nobody defined by name', () => {
    const mixed = mapOf(
      [
        ['Zoo keepers', 0, 0, { kind: 'stakeholder', sector: 'Zoo' }],
        ['Club', 400, 0, { kind: 'stakeholder', sector: 'Ants' }],
        ['Shop', 200, 300, { kind: 'stakeholder', sector: 'business' }],
        ['Clinic', 600, 300, { kind: 'stakeholder', sector: 'health' }],
      ],
      [
        ['Zoo keepers', 'Club', { kind: 'tie', type: 'Visits' }],
        ['Club', 'Shop', { kind: 'tie', type: 'Barter' }],
      ],
      { unknown: { 'sector:business': { order: -1 } } },
    )
    const said = words(renderMap(mixed, { legend: true }))
    const places = ['Barter', 'Visits', 'Business', 'Health', 'Ants', 'Zoo'].map((word) => said.lastIndexOf(word))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('SECTOR-10: a definition that changes is drawn anew', () => {
    const scene = computeScene(view, boardView)
    const meta = { ...view.meta, unknown: { ...view.meta.unknown, 'tie:Trust': { colour: 'red' } } }
    const next = computeScene({ ...view, meta }, boardView, { previous: scene })
    expect(linkOf(next, 'Church>Clinic')).toMatchObject({ tone: 'red', dashed: false })
  })

  it('SECTOR-10: the picture has the same colours, letters, pattern and dashes, and its legend the names', () => {
    const svg = renderMap(view, { legend: true })
    expect(words(svg)).toEqual(expect.arrayContaining(['FG', 'CA', 'YO', 'TR', 'Faith groups', 'Care', 'Confidence']))
    expect(svg).toContain(light.hueIndigoFill)
    expect(svg).toContain('stroke-dasharray')
    expect(renderMap(view, { theme: 'dark' })).toContain(dark.hueTealBorder)
    expect(renderMap({ ...view, meta: { ...view.meta, unknown: {} } })).not.toContain('stroke-dasharray')
  })

  it('SECTOR-11: measures take a kind’s usual way', () => {
    const { from } = toTieNetwork(view)
    // Confidence goes both ways, money one way, a plain word has no direction.
    expect(from).toHaveLength(5)
    expect(toTieNetwork({ elements: view.elements, links: view.links }).from).toHaveLength(5)
    const oneWay = { ...view.meta, unknown: { 'tie:Trust': { way: 'one-way' } } }
    expect(toTieNetwork({ ...view, meta: oneWay }).from).toHaveLength(4)
  })

  it('SECTOR-10: what is told of the network has the map’s own names', () => {
    const { network } = analyseMap(view)
    expect(network.of === 'ties' ? network.sectors.names.toSorted() : []).toEqual(['Care', 'Faith groups', 'Youth'])
  })

  it('SECTOR-12: tables and Kumu files carry the names, and which way ties go', () => {
    const csv = writeCsv(toWeftMap(view))
    for (const name of ['Faith groups', 'Care', 'Confidence']) expect(csv).toContain(name)
    const back = readCsv([{ name: 'map.csv', text: csv }])
    const ties = back.ok ? Object.values(back.value.map.links) : []
    expect(ties.find((tie) => 'type' in tie && tie.type === 'Confidence')).toMatchObject({ direction: 'mutual' })
    expect(writeKumu(toWeftMap(view))).toContain('Confidence')
  })
})
