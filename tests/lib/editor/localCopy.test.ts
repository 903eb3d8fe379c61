import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { indexedDbCopy } from '../../../lib/editor/localCopy'

// That it keeps what it is given is proven in a browser: tests/e2e.
describe('indexedDbCopy', () => {
  it('SYNC-8: where there is no IndexedDB it says so, and nothing else happens', async () => {
    const doc = new Y.Doc()
    const copy = indexedDbCopy('weft-test', doc)
    let isLost = false
    copy.onLost(() => {
      isLost = true
    })
    expect(await copy.loaded).toEqual({ kept: false, unsent: 0, work: [] })
    copy.noteUnsent(3, [])
    doc.getMap('meta').set('title', 'Still works')
    copy.close()
    expect(isLost).toBe(false)
  })

  it('SYNC-8: a browser that refuses is taken at its word', async () => {
    const refusing = {
      open: () => {
        throw new DOMException('private window', 'SecurityError')
      },
    }
    Object.defineProperty(globalThis, 'indexedDB', { value: refusing, configurable: true })
    const copy = indexedDbCopy('weft-test', new Y.Doc())
    expect(await copy.loaded).toEqual({ kept: false, unsent: 0, work: [] })
    copy.close()
    Reflect.deleteProperty(globalThis, 'indexedDB')
  })
})
