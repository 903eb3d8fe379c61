'use client'
import { useTranslations } from 'next-intl'
import { textOf, type Json } from '../../../lib/base/json'
import type { ReviewRow } from '../../../lib/breakout/reviewRow'
import { findCustomField, customFieldOf } from '../../../lib/model/customField'
import type { MapElement } from '../../../lib/model/element'
import type { MapLink } from '../../../lib/model/link'
import { useView } from '../../hooks/useMap'

export interface RowWords {
  readonly title: string
  readonly detail: string | undefined
  /** What a choice of the row is called. */
  choice(word: string): string
}

/** A row of the review in words. */
export function useRowWords(row: ReviewRow, names: ReadonlyMap<string, string>): RowWords {
  const t = useTranslations('breakouts.together')
  const view = useView()
  const nameOf = (label: string | undefined): string => (label === undefined || label === '' ? t('nameless') : label)
  const recordName = (record: MapElement | MapLink): string =>
    'from' in record
      ? t('link', {
          from: nameOf(view.elements.get(record.from)?.label),
          to: nameOf(view.elements.get(record.to)?.label),
        })
      : nameOf(record.label)
  const groupsOf = (ids: readonly string[]): string => ids.map((id) => names.get(id) ?? id).join(', ')
  const fieldName = (field: string): string => {
    const own = customFieldOf(field)
    const name = own === undefined ? undefined : findCustomField(view.meta, own)?.name
    return name ?? (t.has(`fields.${field}`) ? t(`fields.${field}`) : field)
  }
  const valueName = (field: string, value: Json | undefined): string => {
    if (value === undefined || value === null || value === '') return t('empty')
    if (field === 'ends' && typeof value === 'object' && 'from' in value && 'to' in value) {
      const end = (id: Json | undefined): string =>
        nameOf([...view.elements.values()].find((element) => element.id === textOf(id))?.label)
      return t('link', { from: end(value['from']), to: end(value['to']) })
    }
    if (Array.isArray(value)) return value.map((one: Json) => textOf(one)).join(', ')
    const text = textOf(value)
    return text === '' ? t('other') : t('quoted', { text: text.length > 60 ? `${text.slice(0, 60)}…` : text })
  }
  const signName = ({ polarity, delay }: { readonly polarity: string; readonly delay: boolean }): string =>
    t('sign', {
      sign: polarity === '+' ? 'plus' : polarity === '-' ? 'minus' : 'open',
      delay: delay ? 'yes' : 'no',
    })
  const differs = (fields: readonly string[]): string | undefined =>
    fields.length === 0 ? undefined : t('differs', { fields: fields.map(fieldName).join(', ') })

  switch (row.kind) {
    case 'same-name':
    case 'similar-name':
    case 'only-here': {
      const kind = t(`kinds.${row.element.kind}`)
      const gone = row.isGone ? t('gone') : undefined
      const left = row.leftOut.map(({ label }) => t('quoted', { text: nameOf(label) }))
      const leftOut = left.length === 0 ? undefined : t('leftOut', { names: left.join(', '), count: left.length })
      return {
        title: nameOf(row.element.label),
        detail: [kind, gone, leftOut, differs(row.differs)].filter((part) => part !== undefined).join(' · '),
        choice: (word) =>
          word.startsWith('same:')
            ? t('same-as', { name: nameOf(row.candidates.find(({ id }) => `same:${id}` === word)?.label) })
            : t(word === 'take' && row.sources.length > 1 ? 'choices.takeOne' : `choices.${word}`),
      }
    }
    case 'changed':
      return {
        title: t('changed', { name: recordName(row.record), field: fieldName(row.field) }),
        detail: row.locked ? t('locked') : undefined,
        choice: (word) => {
          const value = row.values.find((one) => one.word === word)
          return value === undefined
            ? t('ours', { value: valueName(row.field, row.ours) })
            : t('theirs', { value: valueName(row.field, value.value), groups: groupsOf(value.groups) })
        },
      }
    case 'sign':
      return {
        title: t('link', { from: nameOf(row.ends.names[0]), to: nameOf(row.ends.names[1]) }),
        detail: undefined,
        choice: (word) => {
          const value = row.values.find((one) => one.word === word)
          if (value !== undefined) return t('theirs', { value: signName(value), groups: groupsOf(value.groups) })
          return word === 'ours' && row.ours !== undefined
            ? t('ours', { value: signName(row.ours) })
            : t(`choices.${word}`)
        },
      }
    case 'turned':
      return {
        title: t('link', { from: nameOf(row.ends.names[0]), to: nameOf(row.ends.names[1]) }),
        detail: t('turned'),
        choice: (word) => t(`turn.${word}`),
      }
    case 'new-link':
    case 'same-link': {
      const waits = row.kind === 'new-link' && !row.choices.includes('take')
      return {
        title: t('link', { from: nameOf(row.ends.names[0]), to: nameOf(row.ends.names[1]) }),
        detail: [
          row.kind === 'same-link' ? t('more') : undefined,
          waits ? t('waits') : undefined,
          row.link.kind === 'causal'
            ? signName({ polarity: row.link.polarity ?? '?', delay: row.link.delay === true })
            : undefined,
          differs(row.differs),
        ]
          .filter((part) => part !== undefined)
          .join(' · '),
        choice: (word) => t(row.kind === 'same-link' && word === 'take' ? 'choices.add' : `choices.${word}`),
      }
    }
    case 'deleted':
      return {
        title: recordName(row.record),
        detail: row.locked ? t('locked') : undefined,
        choice: (word) => t(word === 'delete' ? 'choices.delete' : 'choices.keep'),
      }
  }
}
