'use client'
import { useEffect, useMemo } from 'react'
import { listLoopsOf } from '../../lib/analysis/listedLoops'
import type { LoopAnswer } from '../../lib/analysis/loopService'
import type { LoopSet } from '../../lib/analysis/loopSet'
import { createLoopUnpacker, type LoopParcel } from '../../lib/analysis/loopParcels'
import { useEditor } from './EditorProvider'
import { createGraphFinders } from './graphFinder'
import { useFailedWork } from './useFailedWork'
import { useView } from './useMap'
import { useObservable } from './useObservable'

/** The loops of the map as far as they are known now. */
export interface LoopState {
  /** Undefined until the first answer. */
  readonly set: LoopSet | undefined
  /** The map has changed since, or a better answer is being worked out. */
  readonly searching: boolean
  /** Asks for every loop, as far as they are not too many, from now on. */
  readonly loadAll: () => void
}

export const loopsOf = createGraphFinders<LoopAnswer>({
  open: () => new Worker(new URL('./loopWorker.ts', import.meta.url), { type: 'module' }),
  createReader() {
    const unpack = createLoopUnpacker()
    return ({ data }: MessageEvent<LoopParcel>) => unpack(data)
  },
})

/**
 * The loops of the map, found in a worker as people draw. The worker runs only while a component
 * that uses this is on the screen. Loops that people noted are among them however long, and have
 * their numbers.
 */
export function useLoops(): LoopState {
  const finder = loopsOf(useEditor())
  useEffect(() => finder.hold(), [finder])
  const { answer, searching, failed } = useObservable(finder.state)
  const sayFailed = useFailedWork()
  useEffect(() => {
    if (failed) sayFailed()
  }, [failed, sayFailed])
  const elements = useView((view) => view.elements)
  const links = useView((view) => view.links)
  const notes = useView((view) => view.loops)
  const found = answer?.set
  const set = useMemo(
    () => (found === undefined ? undefined : listLoopsOf(found, { elements, links, loops: notes })),
    [found, elements, links, notes],
  )
  return { set, searching, loadAll: finder.wantWhole }
}
