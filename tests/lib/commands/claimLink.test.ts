import { describe, expect, it } from 'vitest'
import { claimLink } from '../../../lib/commands/claimLink'
import type { CommandContext } from '../../../lib/commands/command'
import { duplicateElements } from '../../../lib/commands/duplicateElements'
import { copyFragment, decodeFragment, encodeFragment } from '../../../lib/commands/fragment'
import { joinMap } from '../../../lib/commands/joinMap'
import { mergeMap } from '../../../lib/commands/mergeMap'
import { pasteFragment } from '../../../lib/commands/pasteFragment'
import { setLinkFields } from '../../../lib/commands/setLinkFields'
import { weighClaims } from '../../../lib/model/claimSpread'
import { toWeftMap } from '../../../lib/model/mapFile'
import type { MapView } from '../../../lib/model/mapView'
import { applied, elements, link, links, patchOf, problemOf, testContext, testView } from '../../helpers/testMap'

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
