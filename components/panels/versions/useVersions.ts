'use client'
import { useCallback, useEffect, useState } from 'react'
import type { Version } from '../../../lib/protocol/version'
import type { ApiProblem } from '../../hooks/api'
import { useEditor } from '../../hooks/EditorProvider'
import { useObservable } from '../../hooks/useObservable'
import { useSeat } from '../../hooks/useRounds'
import { hearVersion, putVersion } from './keptVersions'
import { versionsApi } from './versionsApi'

export interface VersionBook {
  /** Newest first; undefined until the server has told them. */
  readonly versions: readonly Version[] | undefined
  /** Why they could not be had. */
  readonly problem: ApiProblem | undefined
  /** There are older ones. */
  readonly hasMore: boolean
  loadMore(): void
  /** Takes in what the server answered to this tab. */
  take(version: Version): void
  forget(id: string): void
}

/** The versions of the map that is open: asked for when this is first shown and after each reconnection, then told of. */
export function useVersions(): VersionBook {
  const editor = useEditor()
  const seat = useSeat()
  const visits = useObservable(editor.roundNews.visits)
  const [versions, setVersions] = useState<readonly Version[]>()
  const [next, setNext] = useState<string>()
  const [problem, setProblem] = useState<ApiProblem>()
  useEffect(() => {
    let isOver = false
    const end = editor.onEvent((event) => setVersions((known) => known && hearVersion(known, event)))
    void versionsApi.list(seat).then((page) => {
      if (isOver) return
      setProblem(page.ok ? undefined : page.reason)
      if (!page.ok) return
      setVersions(page.value.versions)
      setNext(page.value.next)
    })
    return () => {
      isOver = true
      end()
    }
  }, [editor, seat, visits])
  const loadMore = useCallback(() => {
    if (next === undefined) return
    void versionsApi.list(seat, next).then((page) => {
      if (!page.ok) return setProblem(page.reason)
      setVersions((known = []) => {
        const there = new Set(known.map(({ id }) => id))
        return [...known, ...page.value.versions.filter(({ id }) => !there.has(id))]
      })
      setNext(page.value.next)
    })
  }, [seat, next])
  const take = useCallback((version: Version) => setVersions((known) => known && putVersion(known, version)), [])
  const forget = useCallback((id: string) => setVersions((known) => known?.filter((one) => one.id !== id)), [])
  return { versions, problem, hasMore: next !== undefined, loadMore, take, forget }
}
