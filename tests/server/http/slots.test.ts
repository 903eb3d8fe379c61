import { describe, expect, it } from 'vitest'
import { createSlots } from '../../../server/http/slots'

describe('slots', () => {
  it('API-22: run so many at once, let so many wait, and turn the rest away', async () => {
    const slots = createSlots(2, 1)
    const finish: (() => void)[] = []
    const started: string[] = []
    const task = (name: string) => () =>
      new Promise<string>((resolve) => {
        started.push(name)
        finish.push(() => resolve(name))
      })
    const answers = ['a', 'b', 'c', 'd'].map((name) => slots.use(task(name)))
    expect(await answers[3]).toBe('full')
    expect(started).toEqual(['a', 'b'])
    finish[0]?.()
    expect(await answers[0]).toBe('a')
    await expect.poll(() => started).toEqual(['a', 'b', 'c'])
    finish[1]?.()
    finish[2]?.()
    expect(await Promise.all([answers[1], answers[2]])).toEqual(['b', 'c'])
  })

  it('API-22: a task that fails gives its slot back', async () => {
    const slots = createSlots(1, 0)
    await expect(slots.use(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await slots.use(() => Promise.resolve(1))).toBe(1)
  })
})
