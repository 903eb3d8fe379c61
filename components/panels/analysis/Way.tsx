'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { directionOf } from '../../../messages'
import { useView } from '../../hooks/useMap'
import { Arrow } from './Arrow'
import { isolate } from './isolate'

/** Names in the order in which a chain passes them: "Burnout → Vacant posts". */
export function Way({ variables }: { readonly variables: readonly ElementId[] }) {
  const names = useNames(variables)
  return names.map((name, index) => (
    <Fragment key={variables[index]}>
      {index === 0 ? null : <Arrow />}
      <bdi>{name}</bdi>
    </Fragment>
  ))
}

/** The same as plain text, for a tooltip. */
export function useWay(variables: readonly ElementId[]): string {
  const t = useTranslations('analysis.story')
  const direction = directionOf(useLocale())
  return useNames(variables)
    .map((name) => isolate(name, direction))
    .join(` ${t('leadsTo')} `)
}

function useNames(variables: readonly ElementId[]): readonly string[] {
  return useView(
    (view) => variables.map((id) => view.elements.get(id)?.label ?? ''),
    (a, b) => a.length === b.length && a.every((name, index) => name === b[index]),
  )
}
