import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeStorage } from '../../helpers/fakeStorage'

describe('hiding cursors', () => {
  let device: ReturnType<typeof createFakeStorage>
  beforeEach(() => {
    device = createFakeStorage()
    vi.stubGlobal('localStorage', device)
    vi.stubGlobal('document', {})
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.resetModules()
  })
  const openPage = async () => {
    vi.resetModules()
    return import('../../../components/hooks/cursorChoice')
  }

  it('PRES-8: is remembered on this device, until it is taken back', async () => {
    const first = await openPage()
    expect(first.cursorsHidden.get()).toBe(false)
    first.hideCursors(true)
    expect(first.cursorsHidden.get()).toBe(true)
    const second = await openPage()
    expect(second.cursorsHidden.get()).toBe(true)
    second.hideCursors(false)
    expect((await openPage()).cursorsHidden.get()).toBe(false)
  })

  it('PAGE-8: holds for the page where the browser may not store', async () => {
    device.refuse = true
    const page = await openPage()
    page.hideCursors(true)
    expect(page.cursorsHidden.get()).toBe(true)
  })
})
