import { beforeEach, describe, expect, it } from 'vitest'
import { createFormDrafts, resume, type FormDrafts } from '../../../components/hooks/formDrafts'
import { createFakeStorage } from '../../helpers/fakeStorage'

const day = 86_400_000

describe('what was typed into a form', () => {
  let storage: ReturnType<typeof createFakeStorage>
  let now: number
  beforeEach(() => {
    storage = createFakeStorage()
    now = 0
  })
  const open = (whose = 'm1.ana'): FormDrafts => createFormDrafts(whose, () => storage, { now: () => now })
  const typed = { fields: { name: 'Rents stop rising', unit: '' }, opened: { name: '', unit: '' } }

  it('PRACTICE-8: is kept on the device by form, map and person, over a reload', () => {
    open().put('result', typed)
    expect(open().get('result')).toEqual(typed)
    expect(open().get('reading')).toBeUndefined()
    expect(open('m2.ana').get('result')).toBeUndefined()
    expect(open('m1.ben').get('result')).toBeUndefined()
  })

  it('PRACTICE-8: is forgotten once it is dropped, taken back by hand, or a week old', () => {
    const drafts = open()
    drafts.put('result', typed)
    drafts.drop('result')
    expect(open().get('result')).toBeUndefined()
    drafts.put('result', typed)
    drafts.put('result', { ...typed, fields: typed.opened })
    expect(open().get('result')).toBeUndefined()
    drafts.put('result', typed)
    now = 6 * day
    expect(open().get('result')).toEqual(typed)
    now = 8 * day
    expect(open().get('result')).toBeUndefined()
    expect(storage.length).toBe(0)
  })

  it('PRACTICE-8: what cannot be read is thrown away, and a device that stores nothing keeps it as long as the page is open', () => {
    storage.setItem('weft.form.m1.ana.result', '{"fields":')
    expect(open().get('result')).toBeUndefined()
    expect(storage.length).toBe(0)
    const drafts = createFormDrafts('m1.ana', () => {
      throw new Error('storage is off')
    })
    drafts.put('result', typed)
    expect(drafts.get('result')).toEqual(typed)
  })

  it('PRACTICE-8: a form opened again has what was changed, as a change of what it was then, and all else as it is now', () => {
    const draft = {
      fields: { name: 'Rents fall', who: 'Families', level: 'network' },
      opened: { name: 'Rents', who: 'Families' },
    }
    const there = { name: 'Rents here', who: 'Everybody', level: undefined }
    expect(resume(there, draft)).toEqual({
      fields: { name: 'Rents fall', who: 'Everybody', level: 'network' },
      opened: { name: 'Rents', who: 'Everybody', level: undefined },
    })
  })

  it('PRACTICE-8: where all that was typed is on the map by now, nothing is left of it', () => {
    const draft = { fields: { name: 'Rents fall' }, opened: { name: 'Rents' } }
    expect(resume({ name: 'Rents fall' }, draft)).toBeUndefined()
  })
})
