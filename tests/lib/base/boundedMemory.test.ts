import { describe, expect, it } from 'vitest'
import { createBoundedMemory } from '../../../lib/base/boundedMemory'

describe('a bounded memory', () => {
  it('PIC-14: holds no more than it may, however many names come', () => {
    const memory = createBoundedMemory<number>(3)
    for (let index = 0; index < 100; index += 1) memory.set(`name ${index}`, index)
    expect(memory.size).toBe(3)
    expect(memory.get('name 99')).toBe(99)
    expect(memory.get('name 0')).toBeUndefined()
  })

  it('PIC-14: forgets first what nobody has asked for', () => {
    const memory = createBoundedMemory<number>(2)
    memory.set('a', 1)
    memory.set('b', 2)
    memory.get('a')
    memory.set('c', 3)
    expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual([1, undefined, 3])
  })

  it('PIC-14: counts what its values weigh, and keeps nothing that is too heavy alone', () => {
    const memory = createBoundedMemory<string>(10, (text) => text.length)
    memory.set('a', 'x'.repeat(6))
    memory.set('b', 'x'.repeat(6))
    expect([memory.get('a'), memory.get('b')]).toEqual([undefined, 'xxxxxx'])
    memory.set('b', 'xx')
    memory.set('c', 'x'.repeat(11))
    expect([memory.get('b'), memory.get('c'), memory.size]).toEqual(['xx', undefined, 1])
  })
})
