import { describe, expect, it } from 'vitest'
import { createTurns } from '../../../server/access/turns'

describe('turns', () => {
  it('ACC-8: tasks of one name run one after the other, others side by side', async () => {
    const inTurn = createTurns()
    const steps: string[] = []
    const task = (name: string) => async () => {
      steps.push(`${name} starts`)
      await Promise.resolve()
      steps.push(`${name} ends`)
    }
    await Promise.all([inTurn('map', task('a')), inTurn('map', task('b')), inTurn('other', task('c'))])
    expect(steps.indexOf('b starts')).toBeGreaterThan(steps.indexOf('a ends'))
    expect(steps.indexOf('c starts')).toBeLessThan(steps.indexOf('a ends'))
  })

  it('ACC-8: a task that fails fails alone', async () => {
    const inTurn = createTurns()
    const failing = inTurn('map', () => Promise.reject(new Error('no')))
    const next = inTurn('map', () => Promise.resolve('done'))
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('done')
  })
})
