import { describe, expect, it } from 'vitest'
import { customFieldLimits, findCustomField, hasCustomField, readCustomFields } from '@/lib/model/customField'
import { customText, customValue, fitsCustomField, isOpenable, toCustomValue } from '@/lib/model/customValue'
import { hasPersonalFields, leavePersonalOut } from '@/lib/model/personal'
import { element, testView } from '../../helpers/testMap'

const fieldsOf = (meta: Readonly<Record<string, unknown>>) => readCustomFields(testView({ meta }).meta)

describe('fields of a map’s own', () => {
  it('FIELD-2: a bad part costs that part, a definition without a name itself', () => {
    const fields = fieldsOf({
      'field:a': { name: 'Budget', type: 'number', choices: 7, of: ['moon'], at: 2 },
      'field:b': { name: 'Mood', type: 'colour-of-the-sky', at: 1 },
      'field:c': { type: 'text' },
      'field:d': 'nothing',
      'field:e': null,
      'field:no good': { name: 'X', type: 'text' },
      other: 1,
    })
    expect(fields).toEqual([
      { id: 'b', name: 'Mood', type: 'text', at: 1 },
      { id: 'a', name: 'Budget', type: 'number', at: 2 },
    ])
  })

  it('FIELD-3: no more than the limit, the oldest', () => {
    const many = Array.from({ length: 50 }, (_, at) => [`field:f${at}`, { name: `F${at}`, type: 'text', at }])
    const fields = fieldsOf(Object.fromEntries(many) as Record<string, unknown>)
    expect(fields).toHaveLength(customFieldLimits.fields)
    expect(fields.at(-1)?.name).toBe('F39')
  })

  it('FIELD-1: for all kinds or for some', () => {
    expect(hasCustomField('variable', {})).toBe(true)
    expect(hasCustomField('ink', {})).toBe(false)
    expect(hasCustomField('variable', { of: ['stakeholder'] })).toBe(false)
  })

  it('FIELD-2: a value that does not fit is kept and can be shown', () => {
    const view = testView({
      meta: { 'field:n': { name: 'Budget', type: 'number' } },
      elements: { a: { 'field:n': 'much' }, b: { 'field:n': { deep: [1] } }, c: {} },
    })
    const field = findCustomField(view.meta, 'n')
    if (field === undefined) throw new Error('no field')
    const texts = [...view.elements.values()].map((one) => customText(customValue(one, field)))
    expect(texts).toEqual(['much', '{"deep":[1]}', ''])
    expect(fitsCustomField(field, 'much')).toBe(false)
    expect(fitsCustomField(field, 7)).toBe(true)
    expect(view.issues).toEqual([])
  })

  it.each([
    ['text', ' a b ', 'a b'],
    ['text', '   ', null],
    ['text', 'x'.repeat(501), undefined],
    ['number', '1,5', 1.5],
    ['number', '50 %', 0.5],
    ['number', '1 500', 1500],
    ['number', '1,500,000.5', 1500000.5],
    ['number', '0,125', 0.125],
    ['number', '-12,5', -12.5],
    ['number', '1,500', undefined],
    ['number', '1.500.000', 1500000],
    ['number', '1.500,25', 1500.25],
    ['number', '-1.500,25', -1500.25],
    ['number', '1.500', 1.5],
    ['number', '0.500.000', undefined],
    ['number', 'many', undefined],
    ['date', '2026-3-1', '2026-03-01'],
    ['date', '1.3.2026', '2026-03-01'],
    ['date', '2026-02-30', undefined],
    ['date', '0099-01-01', '0099-01-01'],
    ['date', '3/1/2026', undefined],
    ['date', '25/12/2026', '2026-12-25'],
    ['date', '12/25/2026', '2026-12-25'],
    ['date', '4/4/2026', '2026-04-04'],
    ['date', '31/2/2026', undefined],
    ['date', '13/13/2026', undefined],
    ['url', 'example.org/a', 'https://example.org/a'],
    ['url', 'mailto:ana@example.org', 'mailto:ana@example.org'],
    ['url', 'javascript:alert(1)', undefined],
    ['url', 'data:text/html,x', undefined],
    ['choice', 'low', 'Low'],
    ['choice', 'none', undefined],
  ] as const)('FIELD-4: as %s, "%s" is %s', (type, text, value) => {
    expect(toCustomValue({ type, choices: ['Low', 'High'] }, text)).toBe(value)
  })

  it.each([
    ['12,000', 'thousands', 12_000],
    ['-12,000', 'thousands', -12_000],
    ['12,000', 'decimals', 12],
    ['12,5', 'thousands', 12.5],
    ['12.500', 'thousands', 12.5],
    ['12.500', 'decimals', 12_500],
    ['1,500.25', 'decimals', 1500.25],
    ['12', 'decimals', 12],
    ['many', 'thousands', undefined],
  ] as const)('FIELD-17: "%s", where the comma parts %s, is %s', (text, comma, value) => {
    expect(toCustomValue({ type: 'number' }, text, comma)).toBe(value)
  })

  it.each([
    ['3/4/2026', 'day-first', '2026-04-03'],
    ['3/4/2026', 'month-first', '2026-03-04'],
    ['25/12/2026', 'month-first', '2026-12-25'],
    ['03-04-2026', 'day-first', '2026-04-03'],
    ['1.3.2026', 'month-first', '2026-03-01'],
  ] as const)('FIELD-17: "%s", with the %s, is %s', (text, order, value) => {
    expect(toCustomValue({ type: 'date' }, text, order)).toBe(value)
  })

  it('FIELD-10: only pages and letters can be opened', () => {
    expect(['https://a.org', 'mailto:a@b.org'].map(isOpenable)).toEqual([true, true])
    expect(
      ['javascript:1', 'mailto:a@b?cc=x y', 'file:///etc', '//a.org', 'https://a:b@c.org'].map(isOpenable),
    ).toEqual(Array.from({ length: 5 }, () => false))
  })

  it('FIELD-7: personal ones are left out, and those whose field has gone', () => {
    const view = testView({
      meta: {
        'field:p': { name: 'Phone', type: 'text', personal: true },
        'field:o': { name: 'Site', type: 'text' },
      },
      elements: {
        a: { 'field:p': '555', 'field:o': 'North' },
        b: { 'field:gone': 'x', later: 1 },
        c: { 'field:o': 'S' },
      },
    })
    expect(hasPersonalFields(view)).toBe(true)
    const without = leavePersonalOut(view)
    expect(without.elements.get(element('a'))?.unknown).toEqual({ 'field:o': 'North' })
    expect(without.elements.get(element('b'))?.unknown).toEqual({ later: 1 })
    expect(without.elements.get(element('c'))).toBe(view.elements.get(element('c')))
    expect(hasPersonalFields(without)).toBe(false)
  })
})
