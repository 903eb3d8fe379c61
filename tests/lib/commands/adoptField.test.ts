import { describe, expect, it } from 'vitest'
import { findLookFacts, optionsFor } from '@/components/looks/lookFacts'
import { adoptField, listImportedColumns } from '@/lib/commands/adoptField'
import { readCustomFields } from '@/lib/model/customField'
import { after, element, problemOf, testView } from '../../helpers/testMap'

const view = testView({
  meta: { 'field:x': { name: 'Site', type: 'text' } },
  elements: {
    a: { extra: { region: 'North', budget: '1200', 'kumu:direction': 'mutual', site: 'x' } },
    b: { extra: { budget: 7, region: ['a', 'b'] }, locked: true },
    c: { extra: { story: 'x'.repeat(600), page: 'https://a.org' } },
  },
})

describe('what an import kept under a name', () => {
  it('FIELD-11: is listed by how many elements say it, without what is a format’s own', () => {
    expect(listImportedColumns(view).slice(0, 2)).toEqual([
      { name: 'budget', count: 2 },
      { name: 'region', count: 2 },
    ])
    expect(listImportedColumns(view).some(({ name }) => name.startsWith('kumu:'))).toBe(false)
  })

  it('FIELD-11: becomes a field with all that was said, of the type that it all has', () => {
    const now = after(view, adoptField, { name: 'budget' })
    const field = readCustomFields(now.meta).find(({ name }) => name === 'budget')
    expect(field?.type).toBe('number')
    expect(now.elements.get(element('a'))).toMatchObject({
      unknown: { [`field:${field?.id}`]: 1200 },
      extra: { region: 'North', 'kumu:direction': 'mutual', site: 'x' },
    })
    expect(now.elements.get(element('b'))?.unknown).toEqual({ [`field:${field?.id}`]: 7 })
    const page = after(view, adoptField, { name: 'page' })
    expect(readCustomFields(page.meta).at(-1)?.type).toBe('url')
    const regions = after(view, adoptField, { name: 'region' })
    expect(Object.values(regions.elements.get(element('b'))?.unknown ?? {})).toEqual(['["a","b"]'])
    expect(regions.elements.get(element('b'))?.extra).toEqual({ budget: 7 })
  })

  it('FIELD-11: nothing that a number would write otherwise becomes one', () => {
    for (const texts of [['044 123 456', '79'], ['01234'], ['12345678901234567890'], ['1 500'], ['1.50'], ['+41']]) {
      const said = Object.fromEntries(texts.map((phone, at) => [`e${at}`, { extra: { phone } }]))
      const now = after(testView({ elements: said }), adoptField, { name: 'phone' })
      expect(readCustomFields(now.meta)[0]?.type, texts[0]).toBe('text')
      expect([...now.elements.values()].flatMap(({ unknown = {} }) => Object.values(unknown))).toEqual(texts)
    }
  })

  it('ACTOR-6: what files left out before is left out after as well', () => {
    const view = testView({ elements: { a: { kind: 'stakeholder', extra: { Phone: '555', region: 'North' } } } })
    expect(readCustomFields(after(view, adoptField, { name: 'Phone' }).meta)[0]?.personal).toBe(true)
    expect(readCustomFields(after(view, adoptField, { name: 'region' }).meta)[0]).not.toHaveProperty('personal')
  })

  it('FIELD-11: stays where it is if it is too long, or a field of that name is there', () => {
    expect(problemOf(view, adoptField, { name: 'story' }).code).toBe('not-found')
    expect(problemOf(view, adoptField, { name: 'site' }).code).toBe('field-there')
    expect(problemOf(view, adoptField, { name: 'none' }).code).toBe('not-found')
  })

  it('FIELD-11: few words that many say become a choice; numbers of few values can make groups', () => {
    const said = Array.from({ length: 9 }, (_, index) => ({
      id: `a${index}`,
      extra: { dept: ['Sales', 'Care', 'IT'][index % 3] ?? '', level: String(index % 2), note: `n${index}` },
    }))
    const start = testView({
      elements: Object.fromEntries(said.map(({ id, extra }) => [id, { kind: 'stakeholder', extra }])),
    })
    const made = ['dept', 'level', 'note'].map((name) => after(start, adoptField, { name }))
    expect(made.flatMap(({ meta }) => readCustomFields(meta)).map(({ type, choices }) => [type, choices])).toEqual([
      ['choice', ['Care', 'IT', 'Sales']],
      ['number', undefined],
      ['text', undefined],
    ])
    const fields = said.map(({ id, extra }) => [
      id,
      { kind: 'stakeholder', 'field:a': extra.dept, 'field:b': Number(extra.level), 'field:c': extra.note },
    ])
    const facts = findLookFacts(
      testView({
        meta: {
          'field:a': { name: 'dept', type: 'choice', choices: ['Care', 'IT', 'Sales'] },
          'field:b': { name: 'level', type: 'number' },
          'field:c': { name: 'note', type: 'text' },
        },
        elements: Object.fromEntries(fields),
      }),
    )
    expect(optionsFor('clusterBy', facts).own).toHaveLength(2)
    expect(optionsFor('colourBy', facts).own).toHaveLength(2)
    expect(optionsFor('sizeBy', facts).own).toHaveLength(1)
    expect(optionsFor('labelBy', facts).own).toHaveLength(3)
  })
})
