'use client'
import { useEffect } from 'react'
import type { MeasureAnswer } from '../../lib/analysis/measureService'
import type { VariableMeasures } from '../../lib/analysis/variableMeasures'
import { useEditor } from './EditorProvider'
import { createGraphFinders } from './graphFinder'
import { useFailedWork } from './useFailedWork'
import { useObservable } from './useObservable'

export const measuresOf = createGraphFinders<MeasureAnswer>({
  open: () => new Worker(new URL('./measureWorker.ts', import.meta.url), { type: 'module' }),
  createReader:
    () =>
    ({ data }: MessageEvent<MeasureAnswer>) =>
      data,
})

/** The measures of all variables, worked out in a worker while a component that uses this is on the screen. */
export function useMeasures(): { readonly measures: VariableMeasures | undefined; readonly searching: boolean } {
  const finder = measuresOf(useEditor())
  useEffect(() => finder.hold(), [finder])
  const { answer, searching, failed } = useObservable(finder.state)
  const sayFailed = useFailedWork()
  useEffect(() => {
    if (failed) sayFailed()
  }, [failed, sayFailed])
  return { measures: answer?.measures, searching }
}
