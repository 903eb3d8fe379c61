'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import * as z from 'zod/mini'
import { readWeftData } from '../../../lib/formats/weftJson'
import { fromWeftMap } from '../../../lib/model/mapFile'
import type { MapView } from '../../../lib/model/mapView'
import { recentMapsAnswerSchema, type RecentMapsAnswer } from '../../../lib/protocol/recentMaps'
import type { Version } from '../../../lib/protocol/version'
import { ask, seatPath, type ApiProblem } from '../../hooks/api'
import { useView } from '../../hooks/useMap'
import { useSeat } from '../../hooks/useRounds'
import type { SelectOption } from '../../ui/Select'
import { versionsApi } from '../versions/versionsApi'
import { useVersionName, useWhen } from '../versions/versionWords'
import { idOf, type ReadFile, type SideKey } from './sides'

type Loaded = { readonly view: MapView } | { readonly problem: ApiProblem }

const broken: ApiProblem = { code: 'failed', message: '', status: 0 }

/** The maps that were chosen, as far as they are here. */
export function useSideMaps(
  keys: readonly (SideKey | undefined)[],
  files: readonly ReadFile[],
): (key: SideKey | undefined) => Loaded | undefined {
  const seat = useSeat()
  // As it was when one began to compare: what one reads should not change under one's eyes.
  const view = useView()
  const [now] = useState(view)
  const [loaded, setLoaded] = useState<Readonly<Record<string, Loaded>>>({})
  const missing = [...new Set(keys)].filter((key) => key !== undefined && loaded[key] === undefined).join(' ')
  useEffect(() => {
    let isOver = false
    for (const key of missing.split(' ') as SideKey[]) {
      const [version, map] = [idOf(key, 'version'), idOf(key, 'map')]
      const asked =
        version !== undefined
          ? versionsApi.read(seat, version)
          : map !== undefined
            ? ask(seatPath({ mapId: map, participant: undefined }), z.unknown())
            : undefined
      void asked?.then((answer) => {
        if (isOver) return
        const file = answer.ok ? readWeftData(answer.value) : undefined
        const read: Loaded =
          file?.ok === true ? { view: fromWeftMap(file.value.map) } : { problem: answer.ok ? broken : answer.reason }
        setLoaded((known) => ({ ...known, [key]: read }))
      })
    }
    return () => {
      isOver = true
    }
  }, [missing, seat])
  return (key) => {
    if (key === undefined) return undefined
    if (key === 'now') return { view: now }
    const read = files.find((file) => file.key === key)?.view
    return read === undefined ? loaded[key] : { view: read }
  }
}

/** Everything that can be chosen, by what it is called. */
export function useSideOptions(files: readonly ReadFile[]): readonly SelectOption<SideKey>[] {
  const t = useTranslations('compare')
  const seat = useSeat()
  const nameOf = useVersionName()
  const whenOf = useWhen()
  const [versions, setVersions] = useState<readonly Version[]>([])
  const [maps, setMaps] = useState<RecentMapsAnswer['maps']>([])
  useEffect(() => {
    let isOver = false
    void versionsApi.list(seat).then((page) => {
      if (!isOver && page.ok) setVersions(page.value.versions)
    })
    void ask('/api/maps', recentMapsAnswerSchema).then((answer) => {
      if (!isOver && answer.ok) setMaps(answer.value.maps.filter(({ id }) => id !== seat.mapId))
    })
    return () => {
      isOver = true
    }
  }, [seat])
  return [
    { value: 'now', label: t('now'), group: t('thisMap') },
    ...versions.map((version) => ({
      value: `version:${version.id}` as const,
      label: t('version', { name: nameOf(version), when: whenOf(version) }),
      group: t('thisMap'),
    })),
    ...maps.map(({ id, title }) => ({
      value: `map:${id}` as const,
      label: title === '' ? t('untitled') : title,
      group: t('otherMaps'),
    })),
    ...files
      .filter(({ view }) => view !== undefined)
      .map(({ key, name }) => ({ value: key, label: name, group: t('files') })),
  ]
}
