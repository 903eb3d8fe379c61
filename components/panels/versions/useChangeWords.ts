'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { ToldChange } from '../../../lib/analysis/tellChanges'
import type { Polarity } from '../../../lib/model/causalLink'
import { customFieldOf, findCustomField } from '../../../lib/model/customField'
import type { MapMeta } from '../../../lib/model/meta'
import { useView } from '../../hooks/useMap'

const signKeys = { '+': 'plus', '-': 'minus', '?': 'open' } as const satisfies Record<Polarity, string>

/** Letters of a name within a sentence: notes hold whole paragraphs. */
const longest = 60

function shorten(name: string): string {
  const letters = Array.from(name)
  return letters.length <= longest ? name : `${letters.slice(0, longest).join('').trimEnd()}…`
}

/** Says one change in a sentence. */
export function useChangeWords(): (change: ToldChange) => string {
  const t = useTranslations('versions.changes')
  const tKinds = useTranslations('panels.kinds')
  const meta = useView((view) => view.meta)
  return useCallback(
    (change) => {
      const named = (name: string): string => (name === '' ? t('unnamed') : t('quoted', { name: shorten(name) }))
      const fields = (names: readonly string[]): string => joinFields(names, meta, t)
      const ends = (link: { readonly from: string; readonly to: string }): { from: string; to: string } => ({
        from: named(link.from),
        to: named(link.to),
      })
      switch (change.says) {
        case 'title':
          return t('title', { before: named(change.before), after: named(change.after) })
        case 'about-map':
          return t('aboutMap')
        case 'added':
        case 'removed':
          return t(change.says, { name: named(change.name), kind: tKinds(change.kind) })
        case 'renamed':
          return t('renamed', { before: named(change.before), after: named(change.after) })
        case 'edited':
          return t('edited', { name: named(change.name), fields: fields(change.fields) })
        case 'moved':
          return t('moved', { name: named(change.name) })
        case 'moved-many':
          return t('movedMany', { count: change.count })
        case 'link-added':
        case 'link-removed':
          return t(change.says, { ...ends(change), sign: change.sign === undefined ? 'none' : signKeys[change.sign] })
        case 'sign':
          return t('sign', { ...ends(change), before: signKeys[change.before], after: signKeys[change.after] })
        case 'delay-on':
        case 'delay-off':
          return t(change.says, ends(change))
        case 'reconnected':
          return t('reconnected', {
            ...ends(change),
            beforeFrom: named(change.before.from),
            beforeTo: named(change.before.to),
          })
        case 'link-edited':
          return t('linkEdited', { ...ends(change), fields: fields(change.fields) })
        case 'loop-gained':
        case 'loop-broken':
        case 'loop-flipped':
        case 'loop-renamed': {
          const way = change.way.map(named).join(' → ')
          const loop = change.name === '' ? t('loop', { way }) : t('namedLoop', { name: change.name, way })
          const before = 'before' in change ? change.before : ''
          return t(change.says, { kind: change.kind, loop, before, hasBefore: before === '' ? 'no' : 'yes' })
        }
      }
    },
    [t, tKinds, meta],
  )
}

function joinFields(
  names: readonly string[],
  meta: MapMeta,
  t: ReturnType<typeof useTranslations<'versions.changes'>>,
): string {
  const words = names.map((name) => {
    const own = customFieldOf(name)
    if (own !== undefined) return findCustomField(meta, own)?.name ?? t('fields.own')
    return t.has(`fields.${name}` as 'fields.own') ? t(`fields.${name}` as 'fields.own') : t('fields.other')
  })
  return [...new Set(words)].join(', ')
}
