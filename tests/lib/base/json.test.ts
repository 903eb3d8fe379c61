import { describe, expect, it } from 'vitest'
import { isSameJson, toJson } from '../../../lib/base/json'

describe('toJson', () => {
  it('copies plain data and leaves out what is undefined', () => {
    expect(toJson({ a: [1, 'x', null, true], b: { c: undefined } })).toEqual({ a: [1, 'x', null, true], b: {} })
  })

  it.each([
    ['a function', () => 1],
    ['bytes', new Uint8Array(2)],
    ['a big integer', 10n],
    ['NaN', Number.NaN],
    ['infinity', Infinity],
    ['a date', new Date(0)],
    ['undefined', undefined],
    ['something like these inside', { list: [{ deep: 1n }] }],
  ])('DOC-2: refuses %s', (_what, value) => {
    expect(toJson(value)).toBeUndefined()
  })

  it('DOC-2: refuses endless nesting without exhausting the stack', () => {
    let deep: unknown = 1
    for (let level = 0; level < 100_000; level++) deep = [deep]
    expect(toJson(deep)).toBeUndefined()
  })

  it('drops a member called __proto__, which would change what the object is', () => {
    const hostile: unknown = JSON.parse('{"__proto__": {"admin": true}, "a": 1}')
    expect(Object.keys(toJson(hostile) as object)).toEqual(['a'])
  })
})

describe('isSameJson', () => {
  it('compares by content, whatever the order of members', () => {
    expect(isSameJson({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true)
  })

  it.each([
    [1, 2],
    ['1', 1],
    [null, {}],
    [[], {}],
    [[1], [1, 2]],
    [{ a: undefined }, { b: undefined }],
    [{ a: 1 }, { a: 1, b: 1 }],
    [{ toString: 1 }, {}],
  ])('tells %j from %j', (one, other) => {
    expect(isSameJson(one, other)).toBe(false)
    expect(isSameJson(other, one)).toBe(false)
  })
})
