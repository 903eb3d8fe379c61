'use client'
import { useCallback, useMemo } from 'react'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import { savePractice } from '../../../lib/commands/savePractice'
import { readPractice, type Practice } from '../../../lib/model/practice/practices'
import type { ExperimentMark } from '../../../lib/model/practice/experiment'
import { useWorkspaceState } from '../../hooks/EditorProvider'
import { useView } from '../../hooks/useMap'
import { useRun } from '../../hooks/useRun'

/** The experiment of this id; undefined if it is not there, or no experiment. */
export function useExperiment(id: string | undefined): Practice<'experiment'> | undefined {
  const record = useView(useCallback(({ practices }) => (id === undefined ? undefined : practices.get(id)), [id]))
  return useMemo(
    () => (id === undefined || record?.kind !== 'experiment' ? undefined : readPractice('experiment', id, record)),
    [id, record],
  )
}

/** The experiment that is looked at on the map. */
export function useShownExperiment(): Practice<'experiment'> | undefined {
  return useExperiment(useWorkspaceState((state) => state.overlay?.experiment))
}

/** Marks something of the map, or takes its mark off, as one step. */
export function useMark(experiment: string): (id: ElementId | LinkId, mark: ExperimentMark | null) => void {
  const run = useRun()
  return useCallback(
    (id, mark) => {
      run(savePractice, { kind: 'experiment', id: experiment, fields: { [`mark:${id}`]: mark } })
    },
    [run, experiment],
  )
}
