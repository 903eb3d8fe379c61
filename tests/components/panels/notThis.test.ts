import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeStorage } from '../../helpers/fakeStorage'

async function load() {
  vi.resetModules()
  return import('../../../components/panels/reading/notThis')
}

beforeEach(() => {
  vi.stubGlobal('localStorage', createFakeStorage())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('what a person does not want suggested', () => {
  it('ARCH-9: is kept on the device, for its map alone, until it is brought back', async () => {
    const first = await load()
    first.sayNotThis('m1', 'archetypes', 'escalation:a.b')
    first.sayNotThis('m1', 'hints', 'isolated')
    const again = await load()
    expect([...again.notThisOn('m1').get().archetypes]).toEqual(['escalation:a.b'])
    expect([...again.notThisOn('m2').get().archetypes]).toEqual([])
    again.bringBack('m1', 'archetypes')
    const last = await load()
    expect(last.notThisOn('m1').get().archetypes.size).toBe(0)
    expect([...last.notThisOn('m1').get().hints]).toEqual(['isolated'])
  })

  it('ARCH-9: what cannot be read or kept does no harm', async () => {
    localStorage.setItem('weft.not-this.m1', '{"archetypes": 7')
    const { notThisOn, sayNotThis } = await load()
    expect(notThisOn('m1').get().archetypes.size).toBe(0)
    vi.stubGlobal('localStorage', undefined)
    sayNotThis('m1', 'hints', 'isolated')
    expect([...notThisOn('m1').get().hints]).toEqual(['isolated'])
  })
})
