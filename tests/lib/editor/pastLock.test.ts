import { describe, expect, it } from 'vitest'
import { bringPastLock, type TextPastLock } from '../../../lib/editor/pastLock'
import { element, testContext, testView } from '../../helpers/testMap'

const view = testView({ elements: { a: { label: 'Rain', description: 'Old', locked: true }, b: { label: 'Flood' } } })

const bring = (input: TextPastLock) => bringPastLock(view, input, testContext())

describe('words typed while somebody locked what they are of', () => {
  it('LOSS-7: are brought in and unlock it, as one step', () => {
    const done = bring({ id: element('a'), as: 'label', text: ' Heavy rain ' })
    expect(done).toMatchObject({
      ok: true,
      value: {
        changes: [{ kind: 'set', root: 'elements', id: 'a', fields: { label: 'Heavy rain', locked: undefined } }],
        label: { step: 'edited', name: 'Heavy rain' },
      },
    })
    expect(bring({ id: element('b'), as: 'description', text: 'In spring' })).toMatchObject({
      ok: true,
      value: { changes: [{ kind: 'set', root: 'elements', id: 'b', fields: { description: 'In spring' } }] },
    })
  })

  it('LOSS-7: are refused where it is gone, or says so already', () => {
    expect(bring({ id: element('z'), as: 'label', text: 'Rain' })).toMatchObject({
      ok: false,
      reason: { code: 'not-found' },
    })
    expect(bring({ id: element('a'), as: 'label', text: 'Rain ' })).toMatchObject({
      ok: false,
      reason: { code: 'nothing-to-do' },
    })
  })
})
