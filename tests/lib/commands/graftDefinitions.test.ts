import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyFragment } from '@/lib/commands/fragment'
import { mergeMap } from '@/lib/commands/mergeMap'
import { pasteFragment } from '@/lib/commands/pasteFragment'
import { toWeftMap } from '@/lib/model/mapFile'
import type { MapView } from '@/lib/model/mapView'
import { sectorsOf } from '@/lib/model/sector'
import { tieDirections, tieTypesOf, wayOfTie } from '@/lib/model/tie'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { applied, patchOf, testView } from '../../helpers/testMap'

interface Said {
  readonly way: string
  readonly name: string | undefined
}

/** What each tie says: its way and what its kind is called, by its label. */
function tiesOf(view: MapView): Readonly<Record<string, Said>> {
  const types = tieTypesOf(view.meta)
  return Object.fromEntries(
    [...view.links.values()].flatMap((link) =>
      link.kind === 'tie' ? [[link.label ?? '', { way: wayOfTie(link, types), name: types.of(link.type).name }]] : [],
    ),
  )
}

function mapOf(
  label: string,
  meta: Readonly<Record<string, object>>,
  ties: readonly { readonly type: string; readonly direction?: string }[],
  sector?: string,
): MapView {
  const person = { kind: 'stakeholder', ...(sector === undefined ? {} : { sector }) }
  return testView({
    meta,
    elements: { a: person, b: person },
    links: Object.fromEntries(
      ties.map((tie, at) => [`t${at}`, { kind: 'tie', from: 'a', to: 'b', label: `${label}${at}`, ...tie }]),
    ),
  })
}

const bring = (here: MapView, there: MapView) =>
  patchOf(here, mergeMap, { map: toWeftMap(there), offset: { x: 0, y: 0 } })

describe('words of ties in a map that comes to another', () => {
  it('SECTOR-16: a word that nobody defined here goes on going no one way, and the ties that come go theirs', () => {
    const here = mapOf('here', {}, [{ type: 'Swap' }])
    const there = mapOf('there', { 'tie:Swap': { colour: 'red' } }, [
      { type: 'Swap' },
      { type: 'Swap', direction: 'mutual' },
    ])
    const patch = bring(here, there)
    const now = applied(here, patch)
    expect(tiesOf(now)).toEqual({
      here0: { way: 'none', name: 'Swap' },
      there0: { way: 'one-way', name: 'Swap' },
      there1: { way: 'mutual', name: 'Swap' },
    })
    // It is drawn as it was there, all the same.
    expect(tieTypesOf(now.meta).of('Swap').colour).toBe('red')
    expect(patch.keptWords).toEqual(['Swap'])
    expect(bring(here, mapOf('there', { 'tie:Kin': {} }, [{ type: 'Swap' }, { type: 'Kin' }]))).not.toHaveProperty(
      'keptWords',
    )
  })

  it('SECTOR-16: what both maps define goes here as it went here, and the ties that come as they went there', () => {
    const here = mapOf('here', { 'tie:Swap': { way: 'mutual' } }, [{ type: 'Swap' }])
    const there = mapOf('there', { 'tie:authority': { way: 'none' } }, [{ type: 'Swap' }, { type: 'authority' }])
    expect(tiesOf(applied(here, bring(here, there)))).toMatchObject({
      here0: { way: 'mutual' },
      there0: { way: 'none' },
      there1: { way: 'none' },
    })
  })

  it('SECTOR-16: Weft’s own that is in use here and is called or goes otherwise there stays as it is here', () => {
    const here = mapOf('here', {}, [{ type: 'authority' }], 'health')
    const there = mapOf(
      'there',
      { 'tie:authority': { way: 'mutual', name: 'Command' }, 'sector:health': { name: 'Care' } },
      [{ type: 'authority' }],
      'health',
    )
    const now = applied(here, bring(here, there))
    expect(tiesOf(now)).toEqual({
      here0: { way: 'one-way', name: undefined },
      there0: { way: 'mutual', name: 'Command' },
    })
    const names = [...now.elements.values()].map((one) =>
      one.kind === 'stakeholder' ? sectorsOf(now.meta).of(one.sector).name : '',
    )
    expect(names).toEqual([undefined, undefined, 'Care', 'Care'])
  })

  it('SECTOR-16: a word that is called otherwise there comes under that name; one that has the name here is the one', () => {
    const there = mapOf('there', { 'tie:Swap': { name: 'Lending', way: 'mutual' } }, [{ type: 'Swap' }])
    const here = mapOf('here', {}, [{ type: 'Swap' }])
    const now = applied(here, bring(here, there))
    expect(tiesOf(now)).toEqual({ here0: { way: 'none', name: 'Swap' }, there0: { way: 'mutual', name: 'Lending' } })
    const taken = mapOf('here', { 'tie:Loans': { name: 'lending' } }, [{ type: 'Swap' }, { type: 'Loans' }])
    const both = applied(taken, bring(taken, there))
    expect(tiesOf(both)).toMatchObject({ here1: { way: 'one-way' }, there0: { way: 'mutual', name: 'lending' } })
    expect([...tieTypesOf(both.meta).defined]).toEqual(['Loans'])
  })

  it('SECTOR-16: one that was deleted there leaves the ties here as they go', () => {
    const here = mapOf('here', {}, [{ type: 'Swap' }])
    const there = mapOf('there', { 'tie:Swap': { deleted: true } }, [{ type: 'Swap' }])
    expect(tiesOf(applied(here, bring(here, there)))).toMatchObject({
      here0: { way: 'none' },
      there0: { way: 'one-way' },
    })
  })

  it('SECTOR-16: so it is with what is pasted', () => {
    const here = mapOf('here', {}, [{ type: 'Swap' }])
    const there = mapOf('there', { 'tie:Swap': {} }, [{ type: 'Swap' }])
    const fragment = copyFragment(there, { elements: [...there.elements.keys()] })
    expect(tiesOf(applied(here, patchOf(here, pasteFragment, { fragment, at: { x: 0, y: 0 } })))).toMatchObject({
      here0: { way: 'none' },
      there0: { way: 'one-way' },
    })
  })

  it('SECTOR-16: whatever either map says of its words, no tie goes another way and none here is called otherwise', () => {
    const words = fc.constantFrom('Swap', 'Trust', 'authority', 'conflict')
    const definition = fc.record(
      {
        name: fc.constantFrom('Lending', 'Trust', 'Swap', 'Care'),
        way: fc.constantFrom(...tieDirections),
        deleted: fc.constant(true),
        colour: fc.constant('red'),
      },
      { requiredKeys: [] },
    )
    const meta = fc.dictionary(
      words.map((word) => `tie:${word}`),
      definition,
    )
    const ties = fc.array(
      fc.record({ type: words, direction: fc.constantFrom(...tieDirections) }, { requiredKeys: ['type'] }),
      { maxLength: 5 },
    )
    const seed = firstSeed()
    fc.assert(
      fc.property(meta, ties, meta, ties, (hereMeta, hereTies, thereMeta, thereTies) => {
        const [here, there] = [mapOf('here', hereMeta, hereTies), mapOf('there', thereMeta, thereTies)]
        const now = tiesOf(applied(here, bring(here, there)))
        const ways = (said: Readonly<Record<string, Said>>) => Object.entries(said).map(([tie, { way }]) => [tie, way])
        expect(now, `seed ${seed}`).toMatchObject(tiesOf(here))
        expect(ways(now), `seed ${seed}`).toEqual(expect.arrayContaining(ways(tiesOf(there))))
      }),
      { seed, numRuns: seedCount(200) },
    )
  })
})
