import { describe, expect, it } from 'vitest'
import { describeLoss, lossCodes } from '../../lib/formats/report'
import texts from '../../messages/en/formats.json'

describe('the words of formats', () => {
  const onScreen: Readonly<Record<string, string>> = texts.losses
  // On a screen they stand under a heading that says that these columns were kept (FORMAT-87).
  const underHeading: readonly string[] = ['kept-column', 'kept-link-column', 'kept-personal', 'kept-type']

  it.each(lossCodes.filter((code) => !underHeading.includes(code)))(
    'FORMAT-75: %s reads the same on a screen and in a report of the command line',
    (code) => {
      expect(onScreen[code]).toBe(describeLoss(code))
    },
  )

  it.each(underHeading)('FORMAT-87: %s has words of its own under its heading', (code) => {
    expect(onScreen[code]).toMatch(/\w/)
  })
})
