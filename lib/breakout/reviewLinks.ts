import type { ElementId } from '../base/ids'
import type { MapLink } from '../model/link'
import type { MapView } from '../model/mapView'
import { differingFields, isSameSign, linkKey, missingFields, saysSame, signOf, type Sign } from './recordFields'
import type { StandsFor } from './reviewElements'
import {
  wordOf,
  type BreakoutMaps,
  type ElementRow,
  type GroupMap,
  type LinkEnds,
  type LinkRow,
  type SignRow,
  type SignValue,
  type Source,
  type TurnRow,
} from './reviewRow'

/** A link of a group that is not on this map, with where it leads here. */
interface NewLink {
  readonly source: Source
  readonly link: MapLink
  readonly ends: LinkEnds
  /** An end of it does not come, or both become one. */
  readonly isCut: boolean
}

/** Rows for links that are not on this map, and for those that say something else there. */
export function reviewLinks(
  { before, groups }: BreakoutMaps,
  now: MapView,
  elements: readonly ElementRow[],
  standsFor: StandsFor,
): readonly (SignRow | TurnRow | LinkRow)[] {
  const here = indexLinks(now)
  const nameOf = nameEnds(now, elements)
  const signs = new Map<string, { link: MapLink; ends: LinkEnds; said: { sign: Sign; source: Source }[] }>()
  const rows: (SignRow | TurnRow | LinkRow)[] = []
  const fresh = new Map<string, NewLink[]>()

  const differ = (ours: MapLink, source: Source, link: MapLink): void => {
    const sign = signOf(link)
    if (sign === undefined || isSameSign(signOf(ours), sign)) return
    const known = signs.get(ours.id)
    const ends = { from: ours.from, to: ours.to, names: nameOf(ours.from, ours.to) }
    signs.set(ours.id, { link: ours, ends, said: [...(known?.said ?? []), { sign, source }] })
  }

  for (const group of groups) {
    for (const link of group.map.links.values()) {
      const source = { group: group.id, id: link.id }
      const [known, ours] = [before.links.get(link.id), now.links.get(link.id)]
      if (known !== undefined && saysSame(known, link)) continue
      if (ours !== undefined) {
        if (!isSameSign(known && signOf(known), signOf(link))) differ(ours, source, link)
        if (known?.from !== link.from || known.to !== link.to) rows.push(...turnedRow(ours, link, source, nameOf))
        continue
      }
      const fresher = newLinkOf(group, link, standsFor, nameOf)
      const same = fresher.isCut ? undefined : here.get(linkKey(link, fresher.ends.from, fresher.ends.to))
      if (same === undefined) {
        const key = fresher.isCut ? `${group.id} ${link.id}` : linkKey(link, fresher.ends.from, fresher.ends.to)
        fresh.set(key, [...(fresh.get(key) ?? []), fresher])
      } else if (isSameSign(signOf(same), signOf(link))) rows.push(...sameRow(same, fresher))
      else differ(same, source, link)
    }
  }
  for (const { link, ends, said } of signs.values())
    rows.push(signRow(`sign:${link.id}:${link.from}:${link.to}`, link, ends, signOf(link), said))
  for (const [key, links] of fresh)
    rows.push(...freshRows(links, { here, fresh, groups, isFirst: isFirstOf(fresh, key) }))
  return rows
}

function indexLinks(view: MapView): ReadonlyMap<string, MapLink> {
  const index = new Map<string, MapLink>()
  for (const link of view.links.values()) {
    const key = linkKey(link, link.from, link.to)
    if (!index.has(key)) index.set(key, link)
  }
  return index
}

type NameEnds = (from: ElementId, to: ElementId) => LinkEnds['names']

function nameEnds(now: MapView, rows: readonly ElementRow[]): NameEnds {
  const coming = new Map(rows.map(({ element }) => [element.id, element.label]))
  const name = (id: ElementId): string => now.elements.get(id)?.label ?? coming.get(id) ?? ''
  return (from, to) => [name(from), name(to)]
}

function newLinkOf(group: GroupMap, link: MapLink, standsFor: StandsFor, nameOf: NameEnds): NewLink {
  const [from, to] = [standsFor(group.id, link.from), standsFor(group.id, link.to)]
  const isCut = from === undefined || to === undefined || (from === to && link.from !== link.to)
  const label = (id: ElementId): string => group.map.elements.get(id)?.label ?? ''
  const names = nameOf(from ?? link.from, to ?? link.to)
  return {
    source: { group: group.id, id: link.id },
    link,
    isCut,
    ends: {
      from: from ?? link.from,
      to: to ?? link.to,
      names: [
        from === undefined || names[0] === '' ? label(link.from) : names[0],
        to === undefined || names[1] === '' ? label(link.to) : names[1],
      ],
    },
  }
}

/** What was decided of one way round says nothing once the link has been turned. */
function turnedKey({ group, id }: Source, ours: MapLink): string {
  return `turned:${group}:${id}:${ours.from}:${ours.to}`
}

/** A link of this map that leads the other way round in a group. Other ends are a changed field. */
function turnedRow(ours: MapLink, link: MapLink, source: Source, nameOf: NameEnds): readonly TurnRow[] {
  if (link.from !== ours.to || link.to !== ours.from || link.from === link.to) return []
  return [
    {
      kind: 'turned',
      key: turnedKey(source, ours),
      sources: [source],
      choices: ['ours', 'theirs'],
      suggested: 'ours',
      link,
      ours,
      ends: { from: link.from, to: link.to, names: nameOf(link.from, link.to) },
    },
  ]
}

/** A link that is here, if the group says more of it. */
function sameRow(ours: MapLink, { link, source, ends }: NewLink): readonly LinkRow[] {
  const differs = differingFields(ours, link)
  const more = Object.keys(missingFields(ours, link)).length
  if (differs.length === 0 && more === 0) return []
  return [
    {
      kind: 'same-link',
      key: `more:${source.group}:${source.id}`,
      sources: [source],
      choices: more === 0 ? ['leave'] : ['take', 'leave'],
      suggested: more === 0 ? 'leave' : 'take',
      link,
      ours: ours.id,
      ends,
      differs,
    },
  ]
}

function signRow(
  key: string,
  link: MapLink,
  ends: LinkEnds,
  ours: Sign | undefined,
  said: readonly { readonly sign: Sign; readonly source: Source }[],
): SignRow {
  const values: SignValue[] = []
  for (const { sign, source } of said) {
    const at = values.findIndex((value) => isSameSign(value, sign))
    const known = values[at]
    if (known === undefined) values.push({ ...sign, word: wordOf(source), groups: [source.group] })
    else values[at] = { ...known, groups: [...new Set([...known.groups, source.group])] }
  }
  const [only] = values
  const definite = new Set([...(ours === undefined ? [] : [ours]), ...values].map(({ polarity }) => polarity))
  definite.delete('?')
  const isContestable = definite.size > 1
  const isOpen = ours?.polarity === '?' && values.length === 1 && only?.polarity !== '?'
  return {
    kind: 'sign',
    key,
    sources: said.map(({ source }) => source),
    choices: [
      ours === undefined ? 'leave' : 'ours',
      ...values.map(({ word }) => word),
      ...(isContestable ? ['contested'] : []),
    ],
    suggested: isContestable ? 'contested' : isOpen || ours === undefined ? (only?.word ?? 'leave') : 'ours',
    link,
    ends,
    ours,
    values,
  }
}

interface Around {
  readonly here: ReadonlyMap<string, MapLink>
  readonly fresh: ReadonlyMap<string, readonly NewLink[]>
  readonly groups: readonly GroupMap[]
  /** True if this one was found before that of the other direction. */
  readonly isFirst: (other: string) => boolean
}

function isFirstOf(fresh: ReadonlyMap<string, unknown>, key: string): (other: string) => boolean {
  const order = [...fresh.keys()]
  return (other) => order.indexOf(key) < order.indexOf(other)
}

/** New links that say the same but perhaps for their signs, in one row. */
function freshRows(links: readonly NewLink[], around: Around): readonly (SignRow | TurnRow | LinkRow)[] {
  const [first] = links
  if (first === undefined) return []
  const { link, ends, source, isCut } = first
  const sources = links.map((one) => one.source)
  const base = { sources, link, ends }
  const differs = [...new Set(links.flatMap((one) => differingFields(link, one.link)))]
  if (isCut) {
    const key = `link:${source.group}:${source.id}`
    return [{ ...base, kind: 'new-link', key, choices: ['leave'], suggested: 'leave', differs }]
  }
  if (links.some((one) => !isSameSign(signOf(one.link), signOf(link)))) {
    const said = links.flatMap((one) => {
      const sign = signOf(one.link)
      return sign === undefined ? [] : [{ sign, source: one.source }]
    })
    return [signRow(`sign:${source.group}:${source.id}`, link, ends, undefined, said)]
  }
  const ours = link.kind === 'causal' ? findTurned(first, sources, around) : undefined
  if (ours !== undefined) {
    const choices = around.here.has(linkKey(link, ends.to, ends.from)) ? ['ours', 'theirs', 'both'] : ['ours', 'both']
    const key = turnedKey(source, ours)
    return [{ ...base, kind: 'turned', key, choices, suggested: 'ours', ours }]
  }
  const key = `link:${source.group}:${source.id}`
  return [{ ...base, kind: 'new-link', key, choices: ['take', 'leave'], suggested: 'take', differs }]
}

/** The link that leads the other way and that none of these groups has beside theirs: of this map, or of other groups. */
function findTurned(
  { link, ends }: NewLink,
  sources: readonly Source[],
  { here, fresh, groups, isFirst }: Around,
): MapLink | undefined {
  const back = linkKey(link, ends.to, ends.from)
  const theirs = new Set(sources.map(({ group }) => group))
  const ours = here.get(back)
  if (ours !== undefined) {
    return groups.some(({ id, map }) => theirs.has(id) && map.links.has(ours.id)) ? undefined : ours
  }
  const others = fresh.get(back)
  if (others === undefined || isFirst(back) || others.some(({ source }) => theirs.has(source.group))) return undefined
  return others[0]?.link
}
