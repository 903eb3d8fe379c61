import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { buildDocument } from '../../../server/room/liveDocument'
import { addVariable, encodeSampleDocument } from '../../helpers/sampleMap'

it('PROTECT-13: the document is copied once for what is put back within a while, and the copy keeps up', () => {
  const { document } = buildDocument({ snapshot: encodeSampleDocument(), snapshotSeq: 0, updates: [] })
  const peer = new Y.Doc()
  Y.applyUpdate(peer, document.encodeSince(Uint8Array.of(0)))
  const edit = (id: string): void => {
    const before = Y.encodeStateVector(peer)
    addVariable(peer, id)
    document.apply([Y.encodeStateAsUpdate(peer, before)])
  }
  const read = (): readonly string[] => document.draft((copy) => [...copy.getMap('elements').keys()])

  edit('a')
  expect(document.draftCost()).toBeGreaterThan(0)
  expect(read()).toEqual(['a'])
  expect(document.draftCost()).toBe(0)
  edit('b')
  expect(read()).toEqual(['a', 'b'])
  // What failed may have left it half changed.
  expect(() =>
    document.draft(() => {
      throw new Error('no')
    }),
  ).toThrow('no')
  expect(document.draftCost()).toBeGreaterThan(0)
  expect(read()).toEqual(['a', 'b'])
  for (let index = 0; index < 201; index += 1) edit(`c${index}`)
  expect(document.draftCost()).toBeGreaterThan(0)
  expect(read()).toHaveLength(203)
})
