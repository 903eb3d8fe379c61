import { describe, expect, it } from 'vitest'
import type { MapLink } from '../../../lib/model/link'
import { claimantOf, claimField } from '../../../lib/model/claim'
import { statementOf, weighClaims } from '../../../lib/model/claimSpread'
import { fromWeftMap, toRecordFields, toWeftMap } from '../../../lib/model/mapFile'
import { link, testMap, testView } from '../../helpers/testMap'

const said = (says: string, name: string, at = 1, about?: string): object => ({
  says,
  name,
  at,
  ...(about === undefined ? {} : { about }),
})

function linkWith(fields: object): MapLink {
  const view = testView({
    elements: { a: {}, b: {} },
    links: { ab: { from: 'a', to: 'b', polarity: '+', ...fields } },
  })
  const found = view.links.get(link('ab'))
  if (found === undefined) throw new Error('the link could not be read')
  return found
}

describe('claims on a link', () => {
  it('CLAIM-1: are read in the order in which people spoke, and written back as they were', () => {
    const map = testMap({
      elements: { a: {}, b: {} },
      links: {
        ab: { from: 'a', to: 'b', 'claim:p2': said('disagree', 'Ben', 5), 'claim:p1': said('agree', 'Ana', 9) },
      },
    })
    const view = fromWeftMap(map)
    expect(view.issues).toEqual([])
    expect(view.links.get(link('ab'))?.claims?.map(({ person, name }) => [person, name])).toEqual([
      ['p2', 'Ben'],
      ['p1', 'Ana'],
    ])
    expect(toWeftMap(view)).toEqual(map)
  })

  it('CLAIM-7: one that cannot be read costs only itself', () => {
    const view = fromWeftMap(
      testMap({
        elements: { a: {}, b: {} },
        links: {
          ab: { from: 'a', to: 'b', 'claim:p1': said('perhaps', 'Ana'), 'claim:p2': said('agree', 'Ben'), 'claim:': 7 },
        },
      }),
    )
    expect(view.links.get(link('ab'))?.claims).toHaveLength(1)
    expect(view.issues).toEqual([{ kind: 'bad-record', root: 'links', id: 'ab', field: 'claim:p1' }])
    expect(toRecordFields(view.links.get(link('ab')) as MapLink)).toMatchObject({ 'claim:': 7 })
  })

  it('a field is a claim only with an id behind its name', () => {
    expect(claimantOf(claimField('p-1'))).toBe('p-1')
    expect(['claim:', 'claim:a b', 'claim:__proto__', 'label', 'p-1'].map(claimantOf)).toEqual(Array(5).fill(undefined))
  })

  it('CLAIM-3: who added it claims it, until they say something of it', () => {
    expect(weighClaims(linkWith({ createdBy: 'Ana' }))).toMatchObject({ agree: ['Ana'], contested: false })
    const agreed = linkWith({
      createdBy: 'Ana',
      'claim:p2': said('agree', 'Ben', 1),
      'claim:p1': said('agree', 'Ana', 2),
    })
    expect(weighClaims(agreed).agree).toEqual(['Ana', 'Ben'])
    const turned = linkWith({ createdBy: 'Ana', 'claim:p1': said('disagree', 'Ana') })
    expect(weighClaims(turned)).toMatchObject({ agree: [], disagree: ['Ana'], contested: false })
  })

  it('CLAIM-5: is contested if somebody agrees and somebody disagrees', () => {
    const one = said('disagree', 'Ben')
    expect(weighClaims(linkWith({ 'claim:p2': one })).contested).toBe(false)
    expect(weighClaims(linkWith({ createdBy: 'Ana', 'claim:p2': one })).contested).toBe(true)
    expect(weighClaims(linkWith({ 'claim:p2': one, 'claim:p3': said('agree', 'Cy') })).contested).toBe(true)
  })

  it.each([{ polarity: '-' }, { from: 'b', to: 'a' }, { kind: 'relation', polarity: undefined }])(
    'CLAIM-4: what was said before %j counts on neither side',
    (change) => {
      const about = statementOf(linkWith({}))
      const claims = {
        createdBy: 'Ana',
        'claim:p1': said('agree', 'Ana', 1, about),
        'claim:p2': said('disagree', 'Ben', 2),
      }
      expect(weighClaims(linkWith(claims)).contested).toBe(true)
      expect(weighClaims(linkWith({ ...claims, ...change }))).toEqual({
        agree: [],
        disagree: ['Ben'],
        earlier: ['Ana'],
        contested: false,
      })
      // A word of why, or how strong, is not another claim.
      expect(weighClaims(linkWith({ ...claims, strength: 1, delay: true, description: 'Since' })).contested).toBe(true)
    },
  )
})
