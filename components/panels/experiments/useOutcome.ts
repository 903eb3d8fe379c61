'use client'
import { useMemo } from 'react'
import { runExperiment, type ExperimentOutcome } from '../../../lib/analysis/runExperiment'
import type { Practice } from '../../../lib/model/practice/practices'
import { useView } from '../../hooks/useMap'

/** What an experiment would come to on the map as it is now. Worked out anew where the map or its marks change. */
export function useOutcome({ marks, scenario }: Practice<'experiment'>): ExperimentOutcome {
  const elements = useView((view) => view.elements)
  const links = useView((view) => view.links)
  const scenarios = useView((view) => view.scenarios)
  return useMemo(
    () => runExperiment({ elements, links }, marks, scenario === undefined ? undefined : scenarios.get(scenario)),
    [elements, links, scenarios, scenario, marks],
  )
}
