import { describe, expect, it } from 'vitest'
import { createOwnRestore } from '../../../components/panels/versions/ownRestore'

describe('a version that one puts back oneself', () => {
  it('VERSION-38: what goes while it is put back, and just after, is one’s own doing; later it is not', async () => {
    let now = 0
    const own = createOwnRestore(() => now)
    expect(own.isGoing()).toBe(false)
    await own.during(async () => {
      now = 60_000
      expect(own.isGoing()).toBe(true)
      return Promise.resolve()
    })
    expect(own.isGoing()).toBe(true)
    now += 2_001
    expect(own.isGoing()).toBe(false)
  })

  it('VERSION-38: one that fails is over, too', async () => {
    let now = 0
    const own = createOwnRestore(() => now)
    await expect(own.during(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    now = 3_000
    expect(own.isGoing()).toBe(false)
  })
})
