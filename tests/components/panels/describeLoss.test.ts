import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import type { ToldTaken } from '../../../components/hooks/editor'
import {
  describeLoss,
  describeStale,
  describeTook,
  describeTookLinks,
  findMissingTexts,
  withTyped,
} from '../../../components/panels/describeLoss'
import losses from '../../../messages/en/losses.json'
import { element, testView } from '../../helpers/testMap'

const view = testView({ elements: { a: { label: 'Rain' }, b: { label: 'Harvest' }, c: { label: '' } } })
const t = createTranslator({ locale: 'en', messages: losses })

function taken(
  ids: readonly string[],
  changed: readonly string[],
  { perhapsOwn = false, by }: Partial<Pick<ToldTaken, 'perhapsOwn' | 'by'>> = {},
): ToldTaken {
  const elements = new Map([...view.elements].filter(([id]) => ids.includes(id)))
  return { elements, links: new Map(), positions: new Map(), changed: new Set(changed.map(element)), perhapsOwn, by }
}
const say = (one: ToldTaken, texts: Parameters<typeof describeLoss>[1] = []): string =>
  t('taken', describeLoss(one, texts, t('nameless')))
const typed = { field: 'Name of the variable', text: ' Heavy rain ', of: element('a'), as: 'label' } as const

describe('what came back without what was typed in it', () => {
  it('LOSS-6: is told with the words, and not where it has them', () => {
    const loss = taken(['a'], [], { by: 'Ana' })
    expect(findMissingTexts(loss, [typed], view.elements)).toMatchObject({ whose: 'own', by: 'Ana' })
    expect(findMissingTexts(loss, [typed], view.elements)?.missing).toEqual(
      new Map([['a', new Map([['label', { words: 'Heavy rain', stood: 'Rain' }]])]]),
    )
    const named = testView({ elements: { a: { label: 'Heavy rain' } } })
    expect(findMissingTexts(loss, [typed], named.elements)).toBeUndefined()
    expect(findMissingTexts(loss, [], view.elements)).toBeUndefined()
    expect(findMissingTexts(loss, [typed], new Map())).toBeUndefined()
  })
})

describe('what somebody else deleted', () => {
  it('LOSS-3: is told by the strongest that is true of it', () => {
    expect(say(taken(['a'], ['a']))).toBe('Somebody else deleted “Rain”, which you had just changed.')
    expect(say(taken(['a'], []))).toBe('Somebody else deleted “Rain”, which you had selected.')
    expect(say(taken(['a', 'b'], ['b']))).toBe('Somebody else deleted “Harvest”, which you had just changed.')
    expect(say(taken(['a'], ['a']), [typed])).toBe('Somebody else deleted “Rain” while you were typing: “Heavy rain”.')
    expect(say(taken(['a', 'b', 'c'], ['a', 'b', 'c']))).toBe('Somebody else deleted 3 elements you had just changed.')
    expect(say(taken(['c'], ['c']))).toBe(
      'Somebody else deleted “an element without a name”, which you had just changed.',
    )
  })

  it('TAKE-4: names whoever says that they deleted it, also beside another tab of one’s own', () => {
    expect(say(taken(['a'], ['a'], { by: 'Ana', perhapsOwn: true }))).toBe(
      'Ana deleted “Rain”, which you had just changed.',
    )
    expect(say(taken(['a', 'b'], [], { by: 'Ana' }))).toBe('Ana deleted 2 elements you had selected.')
    expect(say(taken(['a'], ['a'], { by: 'Ana' }), [typed])).toBe(
      'Ana deleted “Rain” while you were typing: “Heavy rain”.',
    )
  })

  it('TAKE-5: whoever deleted is told whose words went with it', () => {
    const tell = (to: string, by?: string): string => {
      const lost = taken(['a'], ['a'])
      const elements = new Map([...lost.elements].map(([id, was]) => [id, { ...was, label: to }]))
      return t('took', describeTook({ ...lost, elements, before: lost.elements, by }, t('nameless')))
    }
    expect(tell('Heavy rain', 'Ben')).toBe('Ben renamed “Rain” to “Heavy rain”, not knowing that you had deleted it.')
    expect(tell('Rain')).toBe('Somebody else changed “Rain”, not knowing that you had deleted it.')
    const two = taken(['a', 'b'], [])
    expect(t('took', describeTook({ ...two, before: two.elements, by: 'Ben' }, t('nameless')))).toBe(
      'Ben changed 2 elements, not knowing that you had deleted them.',
    )
  })

  it('TAKE-8: so they are of a link', () => {
    const { links } = testView({ elements: { a: {}, b: {} }, links: { ab: { from: 'a', to: 'b' } } })
    const tell = (by?: string): string =>
      t('tookLinks', describeTookLinks({ elements: new Map(), links, by }, view.elements, t('nameless')))
    expect(tell('Ben')).toBe('Ben changed the link from “Rain” to “Harvest”, not knowing that you had deleted it.')
    expect(tell()).toBe('Somebody else changed the link from “Rain” to “Harvest”, not knowing that you had deleted it.')
  })

  it('TAKE-4: is not put down to somebody else if it may have been one’s own other tab', () => {
    for (const [ids, texts] of [
      [['a'], []],
      [['a'], [typed]],
      [['a', 'b'], []],
      [['a', 'b'], [typed]],
    ] as const) {
      for (const changed of [[], ids]) {
        const words = say(taken(ids, changed, { perhapsOwn: true }), texts)
        expect(words).toMatch(/elsewhere/)
        expect(words).not.toMatch(/somebody/i)
      }
    }
  })

  it('TAKE-6: both are told whose words are missing in what was deleted and put back', () => {
    const { elements } = taken(['a'], [])
    const tell = (one: Parameters<typeof describeStale>[0]): string => t('stale', describeStale(one, t('nameless')))
    expect(tell({ elements, whose: 'own', by: 'Ana' })).toBe(
      'Ana deleted “Rain” and put it back, not knowing that you were changing it. What you changed is missing.',
    )
    expect(tell({ elements, whose: 'other', by: undefined })).toBe(
      'Somebody else changed “Rain”, not knowing that you had deleted it and put it back. What they changed is missing.',
    )
    expect(tell({ elements: taken(['a', 'b'], []).elements, whose: 'other', by: 'Ben' })).toBe(
      'Ben changed 2 elements, not knowing that you had deleted them and put them back. What they changed is missing.',
    )
  })

  it('LOSS-3: comes back with what was being typed in it', () => {
    const back = withTyped(taken(['a', 'b'], ['a']), [
      typed,
      { field: 'Description', text: 'A year', of: element('b'), as: 'description' },
      { field: 'Role', text: 'Chair', of: element('b') },
      { field: 'Name', text: 'Elsewhere', of: element('z'), as: 'label' },
    ])
    expect(Array.from(back.elements.values(), ({ label, description }) => [label, description])).toEqual([
      ['Heavy rain', ''],
      ['Harvest', 'A year'],
    ])
  })
})
