import { describe, expect, it } from 'vitest'
import { forgetForm, keepForm, readKeptForm } from '../../../components/hooks/keptForms'

const opened = { name: '', level: undefined as string | undefined, target: { value: '' } }

describe('what is left in a form', () => {
  it('RESULT-20: is there again, with what it was changed from, and what was cleared stays cleared', () => {
    const before = { ...opened, level: 'community' }
    const draft = { ...opened, name: 'Fewer nights outside', target: { value: '20' } }
    keepForm('map result 1', { opened: before, draft })
    expect(readKeptForm('map result 1', opened)).toEqual({ opened: before, draft })
    expect(readKeptForm('map result 2', opened)).toBeUndefined()
    forgetForm('map result 1')
    expect(readKeptForm('map result 1', opened)).toBeUndefined()
  })

  it('RESULT-20: a form in which nothing was changed is not kept, nor is one of another kind read', () => {
    keepForm('map a', { opened, draft: { ...opened } })
    expect(readKeptForm('map a', opened)).toBeUndefined()
    keepForm('map b', { opened, draft: { ...opened, name: 'x' } })
    expect(readKeptForm('map b', { note: '' })).toBeUndefined()
    expect(readKeptForm('map b', { ...opened, more: '' })).toBeUndefined()
    expect(readKeptForm('map b', { ...opened, name: 3 })).toBeUndefined()
  })
})
