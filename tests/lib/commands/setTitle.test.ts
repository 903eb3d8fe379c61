import { describe, expect, it } from 'vitest'
import { setTitle } from '../../../lib/commands/setTitle'
import { after, problemOf, testView } from '../../helpers/testMap'

describe('setTitle', () => {
  it('sets the title without the spaces around it', () => {
    expect(after(testView(), setTitle, { title: ' Youth services ' }).meta.title).toBe('Youth services')
  })

  it('CMD-4, CMD-7: refuses one too long and the one it has', () => {
    expect(problemOf(testView(), setTitle, { title: 'x'.repeat(201) })).toEqual({
      code: 'label-too-long',
      subject: '201',
    })
    expect(problemOf(testView(), setTitle, { title: 'Test' }).code).toBe('nothing-to-do')
  })
})
