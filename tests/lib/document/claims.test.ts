import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { claimLink } from '../../../lib/commands/claimLink'
import type { Command } from '../../../lib/commands/command'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { setPolarity } from '../../../lib/commands/setPolarity'
import { createDocument } from '../../../lib/document/createDocument'
import { createUndo } from '../../../lib/document/createUndo'
import { origins } from '../../../lib/document/origin'
import { readMapView } from '../../../lib/document/readMapView'
import { weighClaims } from '../../../lib/model/claimSpread'
import { toWeftMap } from '../../../lib/model/mapFile'
import { elements, link, links, patchOf, testContext, testMap } from '../../helpers/testMap'

const ab = link('ab')

function pair() {
  const first = createDocument(
    testMap({ elements: { a: {}, b: {} }, links: { ab: { from: 'a', to: 'b', polarity: '+' } } }),
  )
  const second = new Y.Doc()
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first))
  const person = (doc: Y.Doc, author: string) => {
    const undo = createUndo<undefined>(doc)
    return {
      undo,
      view: () => readMapView(doc),
      spread: () => {
        const found = readMapView(doc).links.get(ab)
        return found === undefined ? undefined : weighClaims(found)
      },
      run<Input>(command: Command<Input>, input: Input): void {
        const context = { ...testContext(), author, participant: `p-${author}` }
        const patch = patchOf(readMapView(doc), command, input, context)
        undo.perform(patch, { origin: 'command', before: undefined, after: undefined })
      },
    }
  }
  const sync = (): void => {
    const updates = [Y.encodeStateAsUpdate(first), Y.encodeStateAsUpdate(second)] as const
    Y.applyUpdate(second, updates[0], origins.remote)
    Y.applyUpdate(first, updates[1], origins.remote)
  }
  return { ana: person(first, 'Ana'), ben: person(second, 'Ben'), sync }
}

describe('claims of two people', () => {
  it('CLAIM-2: who speak at once are both heard, beside a change of the link, alike on both sides', () => {
    const { ana, ben, sync } = pair()
    ana.run(claimLink, { link: ab, says: 'agree' })
    ben.run(claimLink, { link: ab, says: 'disagree' })
    sync()
    for (const person of [ana, ben]) {
      expect(person.spread()).toMatchObject({ agree: ['Ana'], disagree: ['Ben'], contested: true })
    }
    ana.run(claimLink, { link: ab, says: 'disagree' })
    ben.run(setPolarity, { links: links('ab'), polarity: '-' })
    sync()
    // Both spoke of the plus that it was.
    expect(ana.spread()).toMatchObject({ agree: [], disagree: [], earlier: ['Ben', 'Ana'].toSorted() })
    expect(toWeftMap(ana.view())).toEqual(toWeftMap(ben.view()))
  })

  it('CLAIM-1: undo takes back only what one said oneself', () => {
    const { ana, ben, sync } = pair()
    ana.run(claimLink, { link: ab, says: 'agree' })
    sync()
    ben.run(claimLink, { link: ab, says: 'disagree' })
    sync()
    expect(ana.undo.undo()?.label).toEqual({ step: 'agreed', count: 1 })
    sync()
    expect(ben.spread()).toMatchObject({ agree: [], disagree: ['Ben'] })
    ana.undo.redo()
    ben.undo.undo()
    sync()
    expect(ana.spread()).toMatchObject({ agree: ['Ana'], disagree: [] })
  })

  it('CLAIM-2: a deleted link comes back with what was said of it', () => {
    const { ana, ben, sync } = pair()
    ana.run(claimLink, { link: ab, says: 'agree' })
    ben.run(claimLink, { link: ab, says: 'disagree' })
    sync()
    ana.run(deleteRecords, { elements: elements('a'), links: [] })
    sync()
    expect(ben.spread()).toBeUndefined()
    ana.undo.undo()
    sync()
    expect(ben.spread()).toMatchObject({ agree: ['Ana'], disagree: ['Ben'] })
  })
})
