'use client'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { compareMaps, type MapComparison } from '../../../lib/analysis/compareMaps'
import { tellChanges, type ToldChange } from '../../../lib/analysis/tellChanges'
import { readWeftData } from '../../../lib/formats/weftJson'
import { fromWeftMap } from '../../../lib/model/mapFile'
import type { MapView } from '../../../lib/model/mapView'
import type { ApiProblem } from '../../hooks/api'
import { useView } from '../../hooks/useMap'
import { useSeat } from '../../hooks/useRounds'
import { versionsApi } from './versionsApi'

/** Milliseconds for the loops of a comparison: the page must not stand still. */
const loopTime = 150

/** What a map was; undefined until it is there. */
export interface VersionMap {
  readonly map: MapView | undefined
  readonly problem: ApiProblem | undefined
}

const broken: ApiProblem = { code: 'failed', message: '', status: 0 }

/** Asks for the map as it was. */
export function useVersionMap(id: string): VersionMap {
  const seat = useSeat()
  const [read, setRead] = useState<{ readonly id: string } & VersionMap>()
  useEffect(() => {
    let isOver = false
    void versionsApi.read(seat, id).then((answer) => {
      if (isOver) return
      const file = answer.ok ? readWeftData(answer.value) : undefined
      const map = file?.ok === true ? fromWeftMap(file.value.map) : undefined
      setRead({ id, map, problem: answer.ok ? (map === undefined ? broken : undefined) : answer.reason })
    })
    return () => {
      isOver = true
    }
  }, [seat, id])
  return read?.id === id ? read : { map: undefined, problem: undefined }
}

/** What has changed since, followed as people go on editing. */
export interface SinceThen {
  readonly now: MapView
  readonly comparison: MapComparison
  readonly told: readonly ToldChange[]
}

export function useSinceThen(then: MapView | undefined): SinceThen | undefined {
  // Those who edit meanwhile must not make the panel stutter.
  const now = useDeferredValue(useView())
  return useMemo(() => {
    if (then === undefined) return undefined
    const end = performance.now() + loopTime
    const comparison = compareMaps(then, now, { isOver: () => performance.now() > end })
    return { now, comparison, told: tellChanges(then, now, comparison) }
  }, [then, now])
}
