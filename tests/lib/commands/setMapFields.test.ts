import { describe, expect, it } from 'vitest'
import { setMapFields } from '../../../lib/commands/setMapFields'
import { after, problemOf, testView } from '../../helpers/testMap'

describe('setMapFields', () => {
  it('sets and removes what the map says of itself', () => {
    const now = after(testView(), setMapFields, { fields: { signStyle: 'words', description: 'About' } })
    expect(now.meta).toMatchObject({ signStyle: 'words', description: 'About' })
    expect(after(now, setMapFields, { fields: { signStyle: null } }).meta).not.toHaveProperty('signStyle')
  })

  it.each([
    [{ schemaVersion: 2 }, 'schemaVersion'],
    [{ title: 'X' }, 'title'],
    [{ signStyle: 'emoji' }, 'signStyle'],
    [{ nonsense: 1 }, 'nonsense'],
    [{ description: null }, 'description'],
  ])('CMD-8: refuses %j', (fields, subject) => {
    expect(problemOf(testView(), setMapFields, { fields })).toEqual({ code: 'bad-input', subject })
  })

  it('CMD-7: refuses what is so already', () => {
    expect(problemOf(testView(), setMapFields, { fields: { description: '' } }).code).toBe('nothing-to-do')
  })
})
