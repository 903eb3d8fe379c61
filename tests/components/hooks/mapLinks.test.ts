import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepLivingLinks, recallLinks, rememberLinks } from '../../../components/hooks/mapLinks'
import { linkGrants } from '../../../lib/protocol/role'
import { createFakeStorage } from '../../helpers/fakeStorage'

const link = (id: string) => ({ id, key: `key-${id}`, url: `https://maps.example.org/m/a#k=key-${id}` })

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

  it('PAGE-5: a link that the server no longer lists is forgotten, and only that one', () => {
    rememberLinks('a', { owner: link('o1'), contribute: link('c1'), view: link('v1') })
    expect(keepLivingLinks('a', linkGrants, ['o1', 'c1', 'v2'])).toEqual({ owner: link('o1'), contribute: link('c1') })
    expect(recallLinks('a')).toEqual({ owner: link('o1'), contribute: link('c1') })
  })

  it('PAGE-5: links that one may not manage, and is told nothing of, are kept', () => {
    rememberLinks('a', { owner: link('o1'), view: link('v1') })
    expect(keepLivingLinks('a', ['contribute', 'comment', 'view'], [])).toEqual({ owner: link('o1') })
  })

  it('PAGE-8: broken or refused storage counts as knowing nothing', () => {
    device.setItem('weft.links.a', '{"view": {"key": 5}}')
    expect(recallLinks('a')).toEqual({})
    device.setItem('weft.links.a', 'not json')
    expect(recallLinks('a')).toEqual({})
    device.refuse = true
    expect(recallLinks('a')).toEqual({})
    expect(() => rememberLinks('a', { view: link('v') })).not.toThrow()
    expect(() => keepLivingLinks('a', linkGrants, [])).not.toThrow()
  })
})
