import { describe, expect, it } from 'vitest'
import { listPutBackTexts } from '../../../lib/editor/putBackTexts'
import { fromWeftMap } from '../../../lib/model/mapFile'
import { testMap } from '../../helpers/testMap'

const mapWith = (label: string, description: string, evidence = '') =>
  fromWeftMap(
    testMap({
      elements: { a: { label, description }, b: { label: 'Floods' } },
      links: { ab: { from: 'a', to: 'b', description: evidence } },
    }),
  )
const event = { elements: ['a'], links: ['ab'] }

describe('words that went when a change was put back', () => {
  it('PROTECT-29: are those that stood there before it and no longer do, of elements and links', () => {
    const before = mapWith('Heavy rain', 'Seen in May', 'Gauges')
    const now = mapWith('Rain', '', '')
    expect(listPutBackTexts(event, before, now)).toEqual([
      { of: 'a', as: 'label', text: 'Heavy rain' },
      { of: 'a', as: 'description', text: 'Seen in May' },
      { of: 'ab', as: 'description', text: 'Gauges' },
    ])
  })

  it('PROTECT-29: are none where nothing was written, or it stands there still', () => {
    const now = mapWith('Rain', 'Seen in May')
    expect(listPutBackTexts(event, now, now)).toEqual([])
    expect(listPutBackTexts(event, mapWith(' ', ''), now)).toEqual([])
    expect(listPutBackTexts(event, undefined, now)).toEqual([])
    expect(listPutBackTexts({ elements: [], links: [] }, mapWith('Heavy rain', ''), now)).toEqual([])
  })
})
