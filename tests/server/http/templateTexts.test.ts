import { describe, expect, it } from 'vitest'
import { findTemplateTexts } from '../../../server/http/templateTexts'

describe('the language of a new map', () => {
  it.each([undefined, '', 'en-GB,en;q=0.9', 'xx;q=1, EN', 'constructor', '__proto__, tlh'])(
    'TPL-5: for %s there are texts',
    (accepted) => {
      expect(findTemplateTexts(accepted)('blank.title')).toBe('Untitled map')
    },
  )

  it('TPL-5: a text that is missing shows as its key, and never fails a request', () => {
    const texts = findTemplateTexts('en')
    expect(texts('both.nothing')).toBe('both.nothing')
    expect(texts('nowhere.at.all')).toBe('nowhere.at.all')
    expect(texts('both')).toBe('both')
  })
})
