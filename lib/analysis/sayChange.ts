import type { Polarity } from '../model/causalLink'
import { customFieldKey, customFieldOf } from '../model/customField'
import type { ElementKind } from '../model/element'
import { sectorDefinitionField } from '../model/sector'
import { tieDefinitionField } from '../model/tie'
import type { ChangeSaying } from './tellChanges'

const signKeys = { '+': 'plus', '-': 'minus', '?': 'open' } as const satisfies Record<Polarity, string>

/** Letters of a name within a sentence: notes hold whole paragraphs. */
const longest = 60

/** The words of one language for changes: messages under `changes`, kinds of element, and fields of the map's own. */
export interface ChangeWords {
  say(key: string, values?: Readonly<Record<string, string | number>>): string
  has(key: string): boolean
  kind(kind: ElementKind): string
  /** What the map calls a field of its own; undefined for one that is no longer there. */
  ownField(id: string): string | undefined
}

/** One change as a sentence. */
export function sayChange(change: ChangeSaying, { say, has, kind, ownField }: ChangeWords): string {
  const named = (name: string): string => (name === '' ? say('unnamed') : say('quoted', { name: shorten(name) }))
  const ends = (link: { readonly from: string; readonly to: string }): { from: string; to: string } => ({
    from: named(link.from),
    to: named(link.to),
  })
  const fields = (names: readonly string[]): string => {
    const words = names.map((name) => {
      const own = customFieldOf(name)
      if (own !== undefined) return ownField(own) ?? say('fields.own')
      return has(`fields.${name}`) ? say(`fields.${name}`) : say('fields.other')
    })
    return [...new Set(words)].join(', ')
  }
  switch (change.says) {
    case 'title':
      return say('title', { before: named(change.before), after: named(change.after) })
    case 'about-map':
      return say('aboutMap', {
        parts: [...new Set(change.fields.map((name) => say(`map.${partOf(name)}`)))].join(', '),
      })
    case 'added':
      return say('added', { name: named(change.name), kind: kind(change.kind) })
    case 'removed':
      return say('removed', { name: named(change.name), kind: kind(change.kind), links: change.withLinks ?? 0 })
    case 'renamed':
      return say('renamed', { before: named(change.before), after: named(change.after) })
    case 'edited':
      return say('edited', { name: named(change.name), fields: fields(change.fields) })
    case 'moved':
      return say('moved', { name: named(change.name) })
    case 'moved-many':
      return say('movedMany', { count: change.count })
    case 'link-added':
    case 'link-removed':
      return say(change.says, { ...ends(change), sign: change.sign === undefined ? 'none' : signKeys[change.sign] })
    case 'sign':
      return say('sign', { ...ends(change), before: signKeys[change.before], after: signKeys[change.after] })
    case 'delay-on':
    case 'delay-off':
      return say(change.says, ends(change))
    case 'reconnected':
      return say('reconnected', {
        ...ends(change),
        beforeFrom: named(change.before.from),
        beforeTo: named(change.before.to),
      })
    case 'link-edited':
      return say('linkEdited', { ...ends(change), fields: fields(change.fields) })
    case 'loop-gained':
    case 'loop-broken':
    case 'loop-flipped':
    case 'loop-renamed': {
      const way = change.way.map(named).join(' → ')
      const loop = change.name === '' ? say('loop', { way }) : say('namedLoop', { name: change.name, way })
      const before = 'before' in change ? change.before : ''
      return say(change.says, { kind: change.kind, loop, before, hasBefore: before === '' ? 'no' : 'yes' })
    }
  }
}

/** What of the map as a whole a field of `meta` is part of. */
function partOf(field: string): 'description' | 'sectors' | 'ties' | 'fields' | 'rings' | 'signs' | 'other' {
  if (field === 'description') return 'description'
  if (field.startsWith(sectorDefinitionField(''))) return 'sectors'
  if (field.startsWith(tieDefinitionField(''))) return 'ties'
  if (field.startsWith(customFieldKey(''))) return 'fields'
  if (/^ring\d$/.test(field)) return 'rings'
  return field === 'signStyle' ? 'signs' : 'other'
}

function shorten(name: string): string {
  const letters = Array.from(name)
  return letters.length <= longest ? name : `${letters.slice(0, longest).join('').trimEnd()}…`
}
