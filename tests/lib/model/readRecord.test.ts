import { describe, expect, it } from 'vitest'
import { limits } from '../../../lib/base/limits'
import { readElement, readLink, readMeta, readOpenRecord, readPosition } from '../../../lib/model/readRecord'

describe('reading one record', () => {
  it('DOC-2: a bad field costs that field', () => {
    const { record, issues } = readElement('a', { kind: 'variable', label: 'A', tags: 'none', createdAt: -1 })
    expect(record).toEqual({ id: 'a', kind: 'variable', label: 'A', description: '' })
    expect(issues.map((issue) => 'field' in issue && issue.field)).toEqual(['tags', 'createdAt'])
  })

  it('DOC-2: a field that the kind cannot do without costs the record, and is named once', () => {
    expect(readElement('i', { kind: 'image', source: 'https://elsewhere/pixel.png' })).toEqual({
      record: undefined,
      issues: [{ kind: 'bad-record', root: 'elements', id: 'i', field: 'source' }],
    })
    expect(readLink('l', { kind: 'causal', from: 'a' })).toEqual({
      record: undefined,
      issues: [{ kind: 'bad-record', root: 'links', id: 'l', field: 'to' }],
    })
  })

  it.each(['', 'has space', '__proto__', 'x'.repeat(65), 'a/b'])('DOC-2: %j is no id', (id) => {
    expect(readElement(id, { kind: 'variable' }).record).toBeUndefined()
    expect(readLink(id, { kind: 'causal', from: 'a', to: 'b' }).record).toBeUndefined()
    expect(readPosition(id, [0, 0]).record).toBeUndefined()
  })

  it.each([undefined, 7, 'constructor', 'toString', null])('DOC-2: %j is no kind', (kind) => {
    expect(readElement('a', { kind }).record).toBeUndefined()
    expect(readLink('l', { kind }).record).toBeUndefined()
  })

  it('DOC-4: a text beyond its limit is cut and reported', () => {
    const { record, issues } = readElement('a', { kind: 'note', label: 'x'.repeat(limits.label + 5) })
    expect(record?.label).toHaveLength(limits.label)
    expect(issues).toEqual([{ kind: 'bad-record', root: 'elements', id: 'a', field: 'label' }])
    expect(readMeta({ title: 'y'.repeat(limits.title + 1) }).meta.title).toHaveLength(limits.title)
  })

  it('keeps unknown fields, also those named like members of every object', () => {
    const { record } = readElement('a', { kind: 'variable', label: 'A', constructor: 'x', future: { a: 1 } })
    expect(record?.unknown).toEqual({ constructor: 'x', future: { a: 1 } })
  })

  it('DOC-6: nothing at all is a fresh map', () => {
    expect(readMeta({})).toEqual({ meta: { schemaVersion: 1, title: '', description: '' }, issues: [] })
  })

  it('a bad field of a loop note, view or scenario costs what it must', () => {
    expect(readOpenRecord('loops', 'k', { name: 'Growth', more: 1 }).record).toEqual({ name: 'Growth', more: 1 })
    expect(readOpenRecord('loops', 'k', { name: 7 })).toEqual({
      record: {},
      issues: [{ kind: 'bad-record', root: 'loops', id: 'k', field: 'name' }],
    })
    expect(readOpenRecord('views', 'v', { filter: 'x' }).record).toBeUndefined()
  })
  it('DOC-2: what names more links than a loop can have is no loop note', () => {
    const key = (links: number) => Array.from({ length: links }, (_, index) => `l${index}`).join('.')
    expect(readOpenRecord('loops', key(limits.elements), { name: 'Long' }).record).toEqual({ name: 'Long' })
    expect(readOpenRecord('loops', key(limits.elements + 1), { name: 'Too long' }).record).toBeUndefined()
  })
})
