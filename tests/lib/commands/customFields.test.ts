import { describe, expect, it } from 'vitest'
import { addCustomField } from '@/lib/commands/addCustomField'
import { changeCustomField, countMisfits, listGoneWords } from '@/lib/commands/changeCustomField'
import { deleteCustomField } from '@/lib/commands/deleteCustomField'
import { joinMap } from '@/lib/commands/joinMap'
import { mergeMap } from '@/lib/commands/mergeMap'
import { setElementFields } from '@/lib/commands/setElementFields'
import { applyPatch } from '@/lib/document/applyPatch'
import { createDocument } from '@/lib/document/createDocument'
import { origins } from '@/lib/document/origin'
import { readMapView } from '@/lib/document/readMapView'
import { readCustomFields } from '@/lib/model/customField'
import { leavePersonalOut } from '@/lib/model/personal'
import { toWeftMap } from '@/lib/model/mapFile'
import { after, element, elements, patchOf, problemOf, testMap, testView } from '../../helpers/testMap'

const view = testView({
  meta: {
    'field:cost': { name: 'Cost', type: 'text', at: 1, later: { a: 1 } },
    'field:who': { name: 'Who', type: 'text', at: 2, of: ['stakeholder'] },
  },
  elements: {
    a: { 'field:cost': '12' },
    b: { 'field:cost': 'a lot' },
    s: { kind: 'stakeholder' },
    k: { locked: true, 'field:cost': '7' },
    i: { kind: 'text' },
  },
})
const saysOf = (one: string, now = view) => now.elements.get(element(one))?.unknown

describe('fields of a map’s own', () => {
  it('FIELD-1: is added, once a name', () => {
    const now = after(view, addCustomField, {
      field: { name: ' Level ', type: 'choice', choices: ['Low', ' Low', 'High'] },
    })
    expect(readCustomFields(now.meta).at(-1)).toMatchObject({ name: 'Level', type: 'choice', choices: ['Low', 'High'] })
    expect(problemOf(view, addCustomField, { field: { name: 'COST', type: 'text' } })).toEqual({
      code: 'field-there',
      subject: 'COST',
    })
    expect(problemOf(view, addCustomField, { field: { name: '', type: 'text' } }).code).not.toBe('nothing-to-do')
    expect(problemOf(view, addCustomField, { field: { name: 'X', type: 'moon' } }).code).toBe('bad-input')
    expect(problemOf(view, addCustomField, { field: { name: 'X' } }).code).toBe('bad-input')
  })

  it('FIELD-16: is personal where its name says so and nobody says otherwise', () => {
    const personalOf = (field: Readonly<Record<string, string | boolean | null | readonly string[]>>) =>
      readCustomFields(after(view, addCustomField, { field: { type: 'text', ...field } }).meta).at(-1)?.personal
    expect(personalOf({ name: 'Contact phone' })).toBe(true)
    expect(personalOf({ name: 'Power score' })).toBe(true)
    expect(personalOf({ name: 'Power score', of: ['variable'] })).toBeUndefined()
    expect(personalOf({ name: 'Contact phone', personal: null })).toBeUndefined()
    expect(personalOf({ name: 'Budget' })).toBeUndefined()
    const called = (changes: Readonly<Record<string, string | null>>) =>
      readCustomFields(after(view, changeCustomField, { id: 'cost', changes }).meta).find(({ id }) => id === 'cost')
    expect(called({ name: 'E-mail' })?.personal).toBe(true)
    expect(called({ name: 'E-mail', personal: null })?.personal).toBeUndefined()
    expect(called({ name: 'Price' })?.personal).toBeUndefined()
  })

  it('FIELD-13: entries follow a word of a choice that is called otherwise, in one step', () => {
    const choice = testView({
      meta: { 'field:r': { name: 'Ready', type: 'choice', choices: ['Ready', 'Not yet', 'Never'] } },
      elements: { a: { 'field:r': 'Ready' }, b: { 'field:r': 'Not yet' }, c: { 'field:r': 'Ready' }, d: {} },
    })
    const [field] = readCustomFields(choice.meta)
    if (field === undefined) throw new Error('no field')
    const choices = ['Sure', 'not yet', 'Never']
    expect(listGoneWords(choice, field, choices)).toEqual([{ word: 'Ready', count: 2 }])
    expect(countMisfits(choice, { ...field, choices })).toEqual({ said: 3, misfits: 2 })
    expect(countMisfits(choice, { ...field, choices }, { Ready: 'Sure' })).toEqual({ said: 3, misfits: 0 })
    const now = after(choice, changeCustomField, { id: 'r', changes: { choices }, words: { Ready: 'Sure' } })
    expect(['a', 'b', 'c'].map((one) => saysOf(one, now))).toEqual([
      { 'field:r': 'Sure' },
      { 'field:r': 'not yet' },
      { 'field:r': 'Sure' },
    ])
    expect(saysOf('a', after(choice, changeCustomField, { id: 'r', changes: { choices } }))).toEqual({
      'field:r': 'Ready',
    })
  })

  it('FIELD-3: no more than the limit', () => {
    const meta = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`field:f${at}`, { name: `F${at}`, type: 'text' }]),
    )
    expect(problemOf(testView({ meta }), addCustomField, { field: { name: 'X', type: 'text' } }).code).toBe(
      'too-many-fields',
    )
  })

  it('FIELD-4: is set for several at once, where they have it, if it fits', () => {
    const now = after(view, setElementFields, {
      ids: elements('a', 's'),
      fields: { 'field:cost': '9', 'field:who': 'Ana' },
    })
    expect(saysOf('a', now)).toEqual({ 'field:cost': '9' })
    expect(saysOf('s', now)).toEqual({ 'field:cost': '9', 'field:who': 'Ana' })
    expect(
      saysOf('a', after(view, setElementFields, { ids: elements('a'), fields: { 'field:cost': null } })),
    ).toBeUndefined()
    for (const fields of [
      { 'field:cost': 5 },
      { 'field:none': 'x' },
      { 'field:who': 'x' },
      { 'field:cost': 'x'.repeat(501) },
    ])
      expect(problemOf(view, setElementFields, { ids: elements('a'), fields }).code).toBe('bad-input')
    expect(problemOf(view, setElementFields, { ids: elements('i'), fields: { 'field:cost': 'x' } }).code).toBe(
      'bad-input',
    )
    expect(problemOf(view, setElementFields, { ids: elements('a'), fields: { 'field:cost': '12' } }).code).toBe(
      'nothing-to-do',
    )
  })

  it('FIELD-5: another type: what fits is that type, what does not stays, and how many is known before', () => {
    expect(countMisfits(view, { id: 'cost', type: 'number' })).toEqual({ said: 3, misfits: 1 })
    const now = after(view, changeCustomField, { id: 'cost', changes: { type: 'number', personal: true } })
    expect(readCustomFields(now.meta)[0]).toMatchObject({ name: 'Cost', type: 'number', personal: true })
    expect(now.meta.unknown?.['field:cost']).toMatchObject({ later: { a: 1 } })
    expect([saysOf('a', now), saysOf('b', now), saysOf('k', now)]).toEqual([
      { 'field:cost': 12 },
      { 'field:cost': 'a lot' },
      { 'field:cost': 7 },
    ])
    const back = after(now, changeCustomField, { id: 'cost', changes: { type: 'text', personal: null } })
    expect(saysOf('a', back)).toEqual({ 'field:cost': '12' })
    expect(readCustomFields(back.meta)[0]).not.toHaveProperty('personal')
    expect(after(view, changeCustomField, { id: 'cost', changes: { name: 'cost' } }).meta.unknown).toHaveProperty(
      ['field:cost', 'name'],
      'cost',
    )
    expect(problemOf(view, changeCustomField, { id: 'cost', changes: { name: 'Who' } }).code).toBe('field-there')
    expect(problemOf(view, changeCustomField, { id: 'cost', changes: { name: null } }).code).toBe('bad-input')
  })

  it('FIELD-5: what a number cannot say again stays text, and is counted before', () => {
    const texts = ['01234', '044 123 456', '12345678901234567890', '0', '0.5', '1 500', '-12']
    const codes = testView({
      meta: { 'field:x': { name: 'Code', type: 'text' } },
      elements: Object.fromEntries(texts.map((text, at) => [`e${at}`, { 'field:x': text }])),
    })
    expect(countMisfits(codes, { id: 'x', type: 'number' })).toEqual({ said: 7, misfits: 3 })
    const now = after(codes, changeCustomField, { id: 'x', changes: { type: 'number' } })
    expect([...now.elements.values()].map(({ unknown }) => unknown?.['field:x'])).toEqual([
      ...texts.slice(0, 3),
      0,
      0.5,
      1500,
      -12,
    ])
  })

  it('FIELD-6: deleted with what was said in it, and taken back in one step', () => {
    const doc = createDocument(toWeftMap(view))
    const patch = patchOf(view, deleteCustomField, { id: 'cost' })
    const inverse = applyPatch(doc, patch, origins.command)
    const now = readMapView(doc)
    expect(readCustomFields(now.meta).map(({ name }) => name)).toEqual(['Who'])
    expect([saysOf('a', now), saysOf('k', now)]).toEqual([undefined, undefined])
    applyPatch(doc, { changes: inverse.filter((change) => change.kind !== 'retext') }, origins.command)
    expect(toWeftMap(readMapView(doc))).toEqual(toWeftMap(view))
  })

  it('FIELD-8: two people who add one each both have both', () => {
    const doc = createDocument(toWeftMap(view))
    for (const name of ['One', 'Two'])
      applyPatch(doc, patchOf(view, addCustomField, { field: { name, type: 'text' }, id: name }), origins.command)
    expect(readCustomFields(readMapView(doc).meta).map(({ name }) => name)).toEqual(['Cost', 'Who', 'One', 'Two'])
  })

  it('FIELD-9: a map that is added brings its fields; one that is there takes what is said', () => {
    const other = testMap({
      meta: { 'field:x': { name: 'cost', type: 'text' }, 'field:who': { name: 'Region', type: 'text' } },
      elements: { n: { 'field:x': '3', 'field:who': 'North' } },
    })
    for (const command of [mergeMap, joinMap]) {
      const now = after(view, command, { map: other, offset: { x: 0, y: 0 } })
      const fields = readCustomFields(now.meta)
      expect(fields.map(({ name }) => name).toSorted()).toEqual(['Cost', 'Region', 'Who'])
      const region = fields.find(({ name }) => name === 'Region')?.id ?? ''
      const brought = [...now.elements.values()].find(({ label }) => label === 'N')
      expect(brought?.unknown).toEqual({ 'field:cost': '3', [`field:${region}`]: 'North' })
    }
  })

  it('FIELD-7: a field that is personal on either map is personal on both, and so is one marked by a newer version', () => {
    const here = testView({ meta: { 'field:p': { name: 'Phone', type: 'text', later: 1 } }, elements: { a: {} } })
    const other = testMap({
      meta: { 'field:q': { name: 'Phone', type: 'text', personal: true } },
      elements: { b: { 'field:q': '044' } },
    })
    const now = after(here, mergeMap, { map: other, offset: { x: 0, y: 0 } })
    expect(readCustomFields(now.meta)).toMatchObject([{ id: 'p', personal: true }])
    expect(now.meta.unknown?.['field:p']).toHaveProperty('later', 1)
    expect([...leavePersonalOut(now).elements.values()].flatMap(({ unknown = {} }) => Object.keys(unknown))).toEqual([])
    const newer = testView({ meta: { 'field:p': { name: 'Phone', type: 'text', personal: 'team' } } })
    expect(readCustomFields(newer.meta)[0]?.personal).toBe(true)
  })

  it('FIELD-9: words of fields for which there is no room come under no field of this map', () => {
    const full = testView({
      meta: Object.fromEntries(
        Array.from({ length: 40 }, (_, at) => [`field:f${at}`, { name: `N${at}`, type: 'text' }]),
      ),
      elements: { a: {} },
    })
    const other = testMap({
      meta: { 'field:f1': { name: 'Salary', type: 'text', personal: true } },
      elements: { b: { 'field:f1': '90000', 'field:f2': 'of no field' }, c: { 'field:f1': '80000' } },
    })
    const now = after(full, mergeMap, { map: other, offset: { x: 0, y: 0 } })
    const said = [...now.elements.values()].flatMap(({ unknown = {} }) => Object.entries(unknown))
    const keyOf = (text: string) => said.find(([, value]) => value === text)?.[0]
    expect(new Set(said.map(([, value]) => value))).toEqual(new Set(['80000', '90000', 'of no field']))
    expect(keyOf('90000')).toBe(keyOf('80000'))
    for (const [key] of said) expect(now.meta.unknown).not.toHaveProperty([key])
  })
})
