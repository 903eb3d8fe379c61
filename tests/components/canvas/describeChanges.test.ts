import { createTranslator, type AbstractIntlMessages } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { describeChanges, describeMoved, listMoved } from '../../../components/canvas/describeChanges'
import { createSpeech } from '../../../components/canvas/speech'
import { sectorsOf } from '../../../lib/model/sector'
import { tieTypesOf } from '../../../lib/model/tie'
import canvas from '../../../messages/en/canvas.json'
import claims from '../../../messages/en/claims.json'
import { element, link, testView } from '../../helpers/testMap'

const messages: AbstractIntlMessages = { canvas, claims }
const t = createTranslator({ locale: 'en', messages, namespace: 'canvas' })
const tClaims = createTranslator({ locale: 'en', messages, namespace: 'claims' })
const before = testView({ elements: { b: { label: 'Flooding' } } })
const rain = (createdBy?: string) =>
  testView({
    elements: { b: { label: 'Flooding' }, a: { label: 'Rain', ...(createdBy !== undefined && { createdBy }) } },
    links: { ab: { from: 'a', to: 'b', polarity: '+', ...(createdBy !== undefined && { createdBy }) } },
  })
const say = (after: ReturnType<typeof rain>, brought: readonly ('a' | 'ab')[] = []): string | undefined => {
  const speech = createSpeech(t, tClaims, { sectors: sectorsOf(after.meta), types: tieTypesOf(after.meta) })
  const ids = new Set(brought.map((id) => (id === 'a' ? element(id) : link(id))))
  // The element is the same object in both views, as on the map: only what came is told.
  const known = new Map([...after.elements].map(([id, one]) => [id, before.elements.get(id) ?? one]))
  const words = { t, speech, self: 'Ana', deleted: new Set<never>(), brought: ids }
  return describeChanges(before, { ...after, elements: known }, words)
}

describe('what changed on the map, in words', () => {
  it('CANVAS-9: what one brings back oneself is told as one’s own act, whoever made it', () => {
    for (const maker of ['Ben', undefined]) {
      expect(say(rain(maker), ['a', 'ab'])).toBe('Rain is back; 1 more change.')
    }
    expect(say(rain('Ana'), ['a', 'ab'])).toBe('Rain added; 1 more change.')
  })

  it('CANVAS-9: what another adds or brings back is told with who made it', () => {
    expect(say(rain('Ben'))).toBe('Ben added Rain; 1 more change.')
    expect(say(rain())).toBe('Someone added Rain; 1 more change.')
  })

  it('HOLD-1: a hold is told by its word, the stakeholder first, whichever way it was drawn', () => {
    const view = testView({
      elements: { f: { kind: 'stakeholder', label: 'Forum' }, r: { label: 'Rent' }, o: { label: 'Trust' } },
      links: {
        a: { kind: 'relation', type: 'decides', from: 'f', to: 'r' },
        b: { kind: 'relation', type: 'affected-by', from: 'r', to: 'f' },
        c: { kind: 'relation', type: 'can-move', from: 'f', to: 'o' },
        d: { kind: 'relation', type: 'measures', from: 'f', to: 'o' },
        e: { kind: 'relation', from: 'f', to: 'o' },
        g: { kind: 'relation', type: 'decides', from: 'r', to: 'o' },
      },
    })
    const speech = createSpeech(t, tClaims, { sectors: sectorsOf({}), types: tieTypesOf({}) })
    const told = [...view.links.values()].map((one) =>
      speech.linkBetween(one, view.elements.get(one.from), view.elements.get(one.to)),
    )
    expect(told).toEqual([
      'Forum decides Rent',
      'Forum is affected by Rent',
      'Forum can move Trust',
      'Forum measures Trust',
      'Forum and Trust are connected',
      'Rent and Trust are connected',
    ])
  })

  it('CANVAS-9: that something is locked, or no longer so, is told as that', () => {
    const view = (locked: boolean) => testView({ elements: { a: { label: 'Rain', ...(locked && { locked }) } } })
    const speech = createSpeech(t, tClaims, { sectors: sectorsOf({}), types: tieTypesOf({}) })
    const words = { t, speech, self: 'Ana', deleted: new Set<never>(), brought: new Set<never>() }
    expect(describeChanges(view(false), view(true), words)).toBe('Rain is locked')
    expect(describeChanges(view(true), view(false), words)).toBe('Rain is no longer locked')
  })

  it('CANVAS-9: what one moved oneself is told by name, or as how many', () => {
    const map = (x: number) =>
      testView({ elements: { a: { label: 'Rain' }, b: { label: 'Flooding' } }, positions: { a: [x, 0], b: [0, x] } })
    const speech = createSpeech(t, tClaims, { sectors: sectorsOf({}), types: tieTypesOf({}) })
    const moved = listMoved(map(0), map(8))
    expect(moved).toEqual(['a', 'b'])
    expect(describeMoved(map(8), new Set(moved), { t, speech })).toBe('2 elements moved.')
    expect(describeMoved(map(8), new Set([element('a')]), { t, speech })).toBe('Rain moved.')
    expect(listMoved(map(8), map(8))).toEqual([])
    expect(describeMoved(map(8), new Set([element('gone')]), { t, speech })).toBeUndefined()
  })
})
