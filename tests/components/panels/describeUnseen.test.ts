import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import type { ToldUnseen } from '../../../components/hooks/editor'
import { describeUnseen } from '../../../components/panels/describeUnseen'
import losses from '../../../messages/en/losses.json'
import { testView } from '../../helpers/testMap'

const view = testView({
  elements: { a: {}, b: {} },
  links: { ab: { from: 'a', to: 'b' }, ba: { from: 'b', to: 'a' } },
  loops: { 'ab.ba': { name: 'Burnout spiral' } },
})
const t = createTranslator({ locale: 'en', messages: losses })
const story: ToldUnseen = {
  root: 'loops',
  id: 'ab.ba',
  field: 'note',
  whose: 'own',
  client: 1,
  words: 'Mine',
  now: 'Theirs',
  by: 'Ben',
}
const say = (unseen: Partial<ToldUnseen>): readonly string[] => {
  const said = describeUnseen(view, { ...story, ...unseen })
  return [t('unseen.told', said), t('unseen.texts', said), t('unseen.put', said)]
}

describe('words that gave way unseen', () => {
  it('LOSS-5: it is said whose, of what, and what both texts are', () => {
    expect(say({})).toEqual([
      'Ben wrote over your story of the loop “Burnout spiral” without having seen it.',
      'Yours: “Mine” Now: “Theirs”',
      'Add mine',
    ])
    expect(say({ field: 'name', by: undefined })).toEqual([
      'Your name of a loop was written over elsewhere, by somebody who had not seen it.',
      'Yours: “Mine” Now: “Theirs”',
      'Put mine in',
    ])
    expect(say({ id: 'elsewhere', now: '' }).slice(0, 2)).toEqual([
      'Ben wrote over your story of a loop without having seen it.',
      'Yours: “Mine” Now there is nothing.',
    ])
    expect(say({ root: 'meta', field: 'title' })[0]).toBe(
      'Ben wrote over your title of the map without having seen it.',
    )
    expect(say({ root: 'elements', field: 'label', id: 'a' })[0]).toBe(
      'Ben wrote over the name you gave to an element without having seen it.',
    )
  })

  it('LOSS-5: whoever’s words stay is told of those of somebody who has left', () => {
    expect(say({ whose: 'other' })).toEqual([
      'Ben had written another story of the loop “Burnout spiral” without having seen yours, and has left. Yours stays.',
      'Theirs: “Mine” Yours: “Theirs”',
      'Add theirs',
    ])
    expect(say({ whose: 'other', by: undefined, field: 'name' })[0]).toBe(
      'Another name of a loop was written elsewhere without having seen yours. Yours stays.',
    )
  })

  it('LOSS-5: of long texts the part is shown in which they differ', () => {
    const start = 'Overtime wears people out and they leave, which leaves more to do for those who stay. '.repeat(3)
    const [, texts] = say({ words: `${start}So we hire.`, now: `${start}So we wait.` })
    expect(texts).toBe('Yours: “…those who stay. So we hire.” Now: “…those who stay. So we wait.”')
  })
})
