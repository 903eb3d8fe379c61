'use client'
import { useMemo } from 'react'
import { readMembers, type Coalition, type CoalitionMember } from '../../../lib/analysis/coalition'
import type { MapView } from '../../../lib/model/mapView'
import { listPractices } from '../../../lib/model/practice/practices'
import { useView } from '../../hooks/useMap'
import { useObservable } from '../../hooks/useObservable'
import { lookedAt } from './lookedAt'

/** What of the map coalitions are told from. */
export type CoalitionGround = Pick<MapView, 'elements' | 'links' | 'meta'>

/** The map's coalitions, and the one that is looked at: the one chosen last, else the first. */
export function useCoalitions(): {
  readonly all: readonly Coalition[]
  readonly looked: Coalition | undefined
  readonly members: readonly CoalitionMember[]
  readonly ground: CoalitionGround
} {
  const practices = useView((view) => view.practices)
  const elements = useView((view) => view.elements)
  const links = useView((view) => view.links)
  const meta = useView((view) => view.meta)
  const chosen = useObservable(lookedAt)
  const all = useMemo(() => listPractices({ practices }, 'coalition'), [practices])
  const looked = all.find(({ id }) => id === chosen) ?? all[0]
  const ground = useMemo(() => ({ elements, links, meta }), [elements, links, meta])
  const members = useMemo(() => (looked === undefined ? [] : readMembers(ground, looked)), [ground, looked])
  return { all, looked, members, ground }
}
