import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetLink, recallLinks, rememberLinks } from '../../../components/hooks/mapLinks'
import { createFakeStorage } from '../../helpers/fakeStorage'

const link = (key: string) => ({ key, url: `https://maps.example.org/m/a#k=${key}` })

describe('links made on this device', () => {
  let device: ReturnType<typeof createFakeStorage>
  beforeEach(() => {
    device = createFakeStorage()
    vi.stubGlobal('localStorage', device)
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('PAGE-5: the newest of each grant is known, per map', () => {
    rememberLinks('a', { owner: link('o1'), view: link('v1') })
    rememberLinks('a', { view: link('v2') })
    rememberLinks('b', { contribute: link('c1') })
    expect(recallLinks('a')).toEqual({ owner: link('o1'), view: link('v2') })
    expect(recallLinks('b')).toEqual({ contribute: link('c1') })
    expect(recallLinks('c')).toEqual({})
  })

  it('PAGE-5: a link that was switched off is forgotten, and only that one', () => {
    rememberLinks('a', { owner: link('o1'), view: link('v1') })
    forgetLink('a', 'v1')
    forgetLink('a', 'never known')
    expect(recallLinks('a')).toEqual({ owner: link('o1') })
  })

  it('PAGE-8: broken or refused storage counts as knowing nothing', () => {
    device.setItem('weft.links.a', '{"view": {"key": 5}}')
    expect(recallLinks('a')).toEqual({})
    device.setItem('weft.links.a', 'not json')
    expect(recallLinks('a')).toEqual({})
    device.refuse = true
    expect(recallLinks('a')).toEqual({})
    expect(() => rememberLinks('a', { view: link('v') })).not.toThrow()
    expect(() => forgetLink('a', 'v')).not.toThrow()
  })
})
