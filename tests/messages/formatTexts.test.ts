import { describe, expect, it } from 'vitest'
import { describeLoss, lossCodes } from '../../lib/formats/report'
import texts from '../../messages/en/formats.json'

describe('the words of formats', () => {
  it.each(lossCodes)('FORMAT-75: %s reads the same on a screen and in a report of the command line', (code) => {
    expect((texts.losses as Readonly<Record<string, string>>)[code]).toBe(describeLoss(code))
  })
})
