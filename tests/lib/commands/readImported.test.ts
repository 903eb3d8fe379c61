import { describe, expect, it } from 'vitest'
import { addCustomField } from '@/lib/commands/addCustomField'
import { adoptField } from '@/lib/commands/adoptField'
import { changeCustomField } from '@/lib/commands/changeCustomField'
import { readImported } from '@/lib/commands/readImported'
import { readCustomFields } from '@/lib/model/customField'
import type { ElementId } from '@/lib/base/ids'
import type { Json } from '@/lib/base/json'
import { after, element, patchOf, problemOf, testView } from '../../helpers/testMap'

const view = testView({
  meta: { 'field:old': { name: 'Role', type: 'text', at: 1 } },
  elements: {
    a: { kind: 'stakeholder', extra: { Stance: 'in favour', other: 1 } },
    b: { kind: 'stakeholder', stance: 'opposes', extra: { Stance: 'pro' } },
    c: { kind: 'stakeholder', extra: { Stance: 'warm' } },
    d: { kind: 'stakeholder', locked: true, extra: { Stance: 'pro' } },
    v: { extra: { Stance: 'pro' } },
  },
})
const values = (said: Readonly<Record<string, Json>>): Readonly<Record<ElementId, Json>> => said

describe('what an import kept under the name of a field that Weft has', () => {
  it('FIELD-14: is read as that field, where nothing else is said, and is not kept beside it', () => {
    const said = values({ a: 'supports', b: 'supports', d: 'supports', v: 'supports', gone: 'supports' })
    const input = { name: 'Stance', field: 'stance', values: said }
    const now = after(view, readImported, input)
    expect(now.elements.get(element('a'))).toMatchObject({ stance: 'supports', extra: { other: 1 } })
    expect(now.elements.get(element('b'))).toMatchObject({ stance: 'opposes', extra: { Stance: 'pro' } })
    expect(now.elements.get(element('c'))?.extra).toEqual({ Stance: 'warm' })
    expect(now.elements.get(element('d'))?.extra).toEqual({ Stance: 'pro' })
    expect(patchOf(view, readImported, input).stayed).toMatchObject({ subject: 'D' })
  })

  it('FIELD-14: takes no value that the field cannot hold', () => {
    const ask = (said: Readonly<Record<string, Json>>) =>
      problemOf(view, readImported, { name: 'Stance', field: 'stance', values: values(said) }).code
    expect(ask({ a: 'warm' })).toBe('bad-input')
    expect(ask({ b: 'supports' })).toBe('nothing-to-do')
    expect(ask({ v: 'supports' })).toBe('not-found')
  })

  it('FIELD-14: no field of the map’s own is called as one that Weft has, by whatever way it comes', () => {
    expect(problemOf(view, adoptField, { name: 'Stance' })).toEqual({ code: 'field-there', subject: 'Stance' })
    expect(problemOf(view, addCustomField, { field: { name: ' POWER ', type: 'number' } }).code).toBe('field-there')
    const now = after(view, adoptField, { name: 'Stance', as: 'Stance (imported)' })
    expect(readCustomFields(now.meta).at(-1)?.name).toBe('Stance (imported)')
    // One that is called so already can be changed, and keep its name.
    const renamed = after(view, changeCustomField, { id: 'old', changes: { name: 'Role', personal: true } })
    expect(readCustomFields(renamed.meta)[0]).toMatchObject({ name: 'Role', personal: true })
  })
})
