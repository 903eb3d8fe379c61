import { describe, expect, it } from 'vitest'
import { addLink } from '../../../lib/commands/addLink'
import { claimLink } from '../../../lib/commands/claimLink'
import type { CommandContext } from '../../../lib/commands/command'
import { duplicateElements } from '../../../lib/commands/duplicateElements'
import { copyFragment, decodeFragment, encodeFragment } from '../../../lib/commands/fragment'
import { joinMap } from '../../../lib/commands/joinMap'
import { mergeMap } from '../../../lib/commands/mergeMap'
import { pasteFragment } from '../../../lib/commands/pasteFragment'
import { reconnectLink } from '../../../lib/commands/reconnectLink'
import { reverseLinks } from '../../../lib/commands/reverseLinks'
import { setLinkFields } from '../../../lib/commands/setLinkFields'
import { setPolarity } from '../../../lib/commands/setPolarity'
import { createDocument } from '../../../lib/document/createDocument'
import { createUndo } from '../../../lib/document/createUndo'
import { readMapView } from '../../../lib/document/readMapView'
import { listCsvLosses, writeCsv } from '../../../lib/formats/csvWriter'
import type { Polarity } from '../../../lib/model/causalLink'
import { weighClaims } from '../../../lib/model/claimSpread'
import { toWeftMap } from '../../../lib/model/mapFile'
import type { MapView } from '../../../lib/model/mapView'
import {
  applied,
  element,
  elements,
  link,
  links,
  patchOf,
  problemOf,
  testContext,
  testView,
} from '../../helpers/testMap'

const ab = link('ab')
const as = (name: string): CommandContext => ({
  ...testContext(),
  author: name,
  participant: `p-${name.toLowerCase()}`,
})
const say = (view: MapView, name: string, says: 'agree' | 'disagree' | null): MapView =>
  applied(view, patchOf(view, claimLink, { link: ab, says }, as(name)))
const spread = (view: MapView) => {
  const found = view.links.get(ab)
  return found === undefined ? undefined : weighClaims(found)
}
const view = testView()

describe('claimLink', () => {
  it('CLAIM-1: each speaks once, changes their mind, takes it back; others keep theirs', () => {
    const both = say(say(view, 'Ana', 'agree'), 'Ben', 'disagree')
    expect(spread(both)).toMatchObject({ agree: ['Ana'], disagree: ['Ben'], contested: true })
    expect(spread(say(both, 'Ben', 'agree'))).toMatchObject({ agree: ['Ana', 'Ben'], disagree: [] })
    expect(spread(say(both, 'Ana', null))).toMatchObject({ agree: [], disagree: ['Ben'], contested: false })
    expect(say(say(view, 'Ana', 'agree'), 'Ana', null).links.get(ab)).not.toHaveProperty('claims')
  })

  it('CMD-7: says nothing twice, and takes nothing back that was not said', () => {
    const agreed = say(view, 'Ana', 'agree')
    expect(problemOf(agreed, claimLink, { link: ab, says: 'agree' }, as('Ana'))).toEqual({ code: 'nothing-to-do' })
    expect(problemOf(agreed, claimLink, { link: ab, says: null }, as('Ben'))).toEqual({ code: 'nothing-to-do' })
  })

  it('CLAIM-4: who agreed before the sign changed may agree anew', () => {
    const turned = applied(
      say(view, 'Ana', 'agree'),
      patchOf(view, setLinkFields, { links: links('ab'), fields: { polarity: '-' } }),
    )
    expect(spread(turned)).toMatchObject({ agree: [], earlier: ['Ana'] })
    expect(spread(say(turned, 'Ana', 'agree'))).toMatchObject({ agree: ['Ana'], earlier: [] })
  })

  it('CLAIM-8: is for people with a name', () => {
    const { participant: _, ...nobody } = testContext()
    expect(problemOf(view, claimLink, { link: ab, says: 'agree' }, nobody)).toEqual({ code: 'no-name' })
    expect(problemOf(view, claimLink, { link: link('gone'), says: 'agree' })).toMatchObject({ code: 'not-found' })
  })

  it('CLAIM-1: nobody speaks for others by setting fields', () => {
    for (const fields of [{ 'claim:p-ben': { says: 'agree', name: 'Ben', at: 1 } }, { claims: [] }]) {
      expect(problemOf(view, setLinkFields, { links: links('ab'), fields })).toMatchObject({ code: 'bad-input' })
    }
  })

  it('CLAIM-1: takes the place of what a table brought under the same name', () => {
    const brought = testView({
      elements: { a: {}, b: {} },
      links: { ab: { from: 'a', to: 'b', 'claim:named-1': { says: 'agree', name: 'Ana', at: 0 } } },
    })
    expect(spread(brought)).toMatchObject({ agree: ['Ana'] })
    expect(spread(say(brought, 'Ana', 'disagree'))).toMatchObject({ agree: [], disagree: ['Ana'] })
    expect(say(brought, 'Ana', null).links.get(ab)?.claims).toBeUndefined()
    expect(spread(say(brought, 'Ben', 'disagree'))).toMatchObject({ agree: ['Ana'], disagree: ['Ben'] })
  })

  it('CLAIM-6: copies carry nothing of it, and what a map that is added leaves out is counted', () => {
    const said = say(say(view, 'Ana', 'agree'), 'Ben', 'disagree')
    const fragment = decodeFragment(encodeFragment(copyFragment(said, { elements: elements('a', 'b') })))
    if (!fragment.ok) throw new Error('no fragment')
    const added = { map: toWeftMap(said), offset: { x: 0, y: 500 } }
    const patches = [
      patchOf(said, duplicateElements, { elements: elements('a', 'b'), offset: { x: 9, y: 9 } }),
      patchOf(said, pasteFragment, { fragment: fragment.value, at: { x: 0, y: 0 } }),
      patchOf(said, mergeMap, added),
      patchOf(testView({ elements: { z: {} } }), joinMap, added),
    ]
    for (const patch of patches) {
      const after = applied(said, patch)
      const copies = [...after.links.values()].filter(({ id }) => id !== ab)
      expect(copies.length).toBeGreaterThan(0)
      for (const copy of copies) expect(copy).not.toHaveProperty('claims')
    }
    expect(patches.map(({ leftOut }) => leftOut?.claims)).toEqual([undefined, undefined, 2, 2])
  })
})

describe('evidence of a link', () => {
  it.each([
    'javascript:alert(1)',
    'ftp://example.org/a',
    'example.org',
    'https://ana:secret@example.org',
    'https://',
    '',
  ])('CLAIM-9: %j is refused with what was given', (evidenceUrl) => {
    expect(problemOf(view, setLinkFields, { links: links('ab'), fields: { evidenceUrl } })).toEqual({
      code: 'bad-address',
      subject: evidenceUrl,
    })
  })

  it('CLAIM-9: an address is kept, and null takes it away', () => {
    const evidenceUrl = 'https://example.org/report?page=3#table'
    const set = applied(view, patchOf(view, setLinkFields, { links: links('ab'), fields: { evidenceUrl } }))
    expect(set.links.get(ab)).toMatchObject({ evidenceUrl })
    const bare = applied(set, patchOf(set, setLinkFields, { links: links('ab'), fields: { evidenceUrl: null } }))
    expect(bare.links.get(ab)).not.toHaveProperty('evidenceUrl')
  })
})

describe('who drew the link', () => {
  const drawn = (): MapView => {
    const blank = testView({ elements: { a: {}, b: {}, c: {} }, links: {} })
    return applied(blank, patchOf(blank, addLink, { id: ab, from: element('a'), to: element('b'), polarity: '+' }))
  }
  const sign = (on: MapView, name: string | undefined, polarity: Polarity | null): MapView =>
    applied(on, patchOf(on, setPolarity, { links: links('ab'), polarity }, { ...as(name ?? 'x'), author: name }))

  it('CLAIM-4: is not counted for the minus that somebody else makes of their plus', () => {
    const turned = say(sign(drawn(), 'Ben', '-'), 'Ben', 'agree')
    expect(spread(turned)).toEqual({ agree: ['Ben'], disagree: [], earlier: ['Ana'], contested: false })
    expect(spread(sign(drawn(), undefined, '-'))).toMatchObject({ agree: [], earlier: ['Ana'] })
  })

  it('CLAIM-3: is counted again once the link says what they drew, or what they made of it themselves', () => {
    const turned = sign(drawn(), 'Ben', '-')
    expect(spread(sign(turned, 'Cyn', '+'))).toMatchObject({ agree: ['Ana'], earlier: [] })
    expect(spread(sign(sign(turned, 'Cyn', null), 'Cyn', '+'))).toMatchObject({ agree: ['Ana'], earlier: [] })
    expect(spread(sign(turned, 'Ana', '?'))).toMatchObject({ agree: ['Ana'], earlier: [] })
    expect(spread(sign(drawn(), 'Ana', '-'))).toMatchObject({ agree: ['Ana'], earlier: [] })
  })

  it('CLAIM-1, CLAIM-4: speaks of what it says now, and takes that back, without claiming it by having drawn it', () => {
    const spoken = say(sign(drawn(), 'Ben', '-'), 'Ana', 'disagree')
    expect(spread(spoken)).toMatchObject({ agree: [], disagree: ['Ana'], earlier: [] })
    expect(spread(say(spoken, 'Ana', null))).toMatchObject({ agree: [], disagree: [], earlier: ['Ana'] })
  })

  it('CLAIM-4: nor for a link that is turned round or led elsewhere; a word on strength changes nothing', () => {
    const ben = as('Ben')
    const on = drawn()
    expect(spread(applied(on, patchOf(on, reverseLinks, { links: links('ab') }, ben)))).toMatchObject({
      agree: [],
      earlier: ['Ana'],
    })
    const moved = patchOf(on, reconnectLink, { id: ab, end: 'to', element: element('c') }, ben)
    expect(spread(applied(on, moved))).toMatchObject({ agree: [], earlier: ['Ana'] })
    const stronger = patchOf(on, setLinkFields, { links: links('ab'), fields: { strength: 1 } }, ben)
    expect(stronger.changes).toEqual([{ kind: 'set', root: 'links', id: 'ab', fields: { strength: 1 } }])
    const same = patchOf(sign(on, 'Ana', null), setLinkFields, { links: links('ab'), fields: { polarity: '?' } }, ben)
    expect(same.changes).toEqual([{ kind: 'set', root: 'links', id: 'ab', fields: { polarity: '?' } }])
  })

  it('CLAIM-6: a copy has nothing new to say for them; nobody can say so by setting a field', () => {
    const turned = sign(drawn(), 'Ben', '-')
    const patch = patchOf(turned, duplicateElements, { elements: elements('a', 'b'), offset: { x: 9, y: 9 } })
    const copy = [...applied(turned, patch).links.values()].find(({ id }) => id !== ab)
    expect(copy && weighClaims(copy)).toMatchObject({ agree: [], earlier: ['Ana'] })
    expect(
      problemOf(turned, setLinkFields, { links: links('ab'), fields: { createdAs: 'causal a b -' } }),
    ).toMatchObject({ code: 'bad-input' })
  })

  it('CLAIM-6: CSV tells it as a word on an earlier form, not as agreement', () => {
    const map = toWeftMap(sign(drawn(), 'Ben', '-'))
    expect(writeCsv(map)).not.toContain('causal a b +')
    expect(listCsvLosses(map)).toHaveLength(1)
  })

  it('CLAIM-2, UNDO-3: undo of the change gives them their claim back', () => {
    const doc = createDocument(toWeftMap(drawn()))
    const undo = createUndo<undefined>(doc)
    const patch = patchOf(readMapView(doc), setPolarity, { links: links('ab'), polarity: '-' }, as('Ben'))
    undo.perform(patch, { origin: 'command', before: undefined, after: undefined })
    expect(spread(readMapView(doc))).toMatchObject({ earlier: ['Ana'] })
    undo.undo()
    expect(readMapView(doc)).toEqual(drawn())
  })
})
