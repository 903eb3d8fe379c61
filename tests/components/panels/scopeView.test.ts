import { describe, expect, it } from 'vitest'
import { textOfView } from '../../../components/panels/export/textOfView'
import { scopeView } from '../../../lib/render/scopeView'
import { isInRange } from '../../../components/panels/export/pageFonts'
import { fileNameOf } from '../../../components/panels/download'
import { toWeftMap } from '../../../lib/model/mapFile'
import { testView } from '../../helpers/testMap'

const view = testView({
  elements: { a: {}, b: { label: 'Secret' }, c: {}, f: { kind: 'frame', label: 'Homes' } },
  links: { ab: { from: 'a', to: 'b' }, ac: { from: 'a', to: 'c', label: 'why' } },
  positions: { a: [0, 0], b: [2_000, 0], c: [120, 0], f: [60, 0, 600, 300] },
  loops: { 'ab.ba': { name: 'Spiral' } },
})

describe('scopeView', () => {
  it('PANEL-8: the whole map is the map itself', () => {
    expect(scopeView(view, { kind: 'all' })).toBe(view)
  })

  it('PANEL-8: of a selection only its elements and the links among them are left', () => {
    const part = scopeView(view, { kind: 'elements', ids: ['a', 'c'] as never[] })
    expect([...part.elements.keys()]).toEqual(['a', 'c'])
    expect([...part.links.keys()]).toEqual(['ac'])
    expect(JSON.stringify(toWeftMap(part))).not.toContain('Secret')
    expect(part.loops.size).toBe(0)
  })

  it('PANEL-8: of a frame the frame and what lies in it', () => {
    const part = scopeView(view, { kind: 'frame', id: 'f' as never })
    expect([...part.elements.keys()].sort()).toEqual(['a', 'c', 'f'])
    expect([...(part.positions.get('board' as never)?.keys() ?? [])].sort()).toEqual(['a', 'c', 'f'])
  })

  it('knows the text that a picture shows, to bring the letters', () => {
    expect(textOfView(view)).toContain('Secret')
    expect(textOfView(view)).toContain('why')
  })
})

describe('fonts of a picture', () => {
  it('takes the parts of the font whose letters occur', () => {
    const letters = [0x41, 0x119]
    expect(isInRange(letters, 'U+0000-00FF, U+0131')).toBe(true)
    expect(isInRange([0x119], 'U+0000-00FF, U+0131')).toBe(false)
    expect(isInRange([0x131], 'U+0000-00FF,U+0131')).toBe(true)
    expect(isInRange([0x4ff], 'U+4??')).toBe(true)
    expect(isInRange(letters, '')).toBe(true)
  })
})

describe('names of files', () => {
  it('keep letters of any script and are never empty', () => {
    expect(fileNameOf('Housing & health / 2026', 'png')).toBe('Housing-health-2026.png')
    expect(fileNameOf('Жильё', 'csv')).toBe('Жильё.csv')
    expect(fileNameOf('…', 'svg')).toBe('map.svg')
  })
})
