'use client'
import { useMemo } from 'react'
import { runExperiment, type ExperimentOutcome } from '../../../lib/analysis/runExperiment'
import type { Practice } from '../../../lib/model/practice/practices'
import { useView } from '../../hooks/useMap'

/** What an experiment would come to on the map as it is now. Worked out anew where the map or its marks change. */
export function useOutcome(experiment: Practice<'experiment'>): ExperimentOutcome {
  const elements = useView((view) => view.elements)
  const links = useView((view) => view.links)
  const scenarios = useView((view) => view.scenarios)
  const { scenario } = experiment
  // A record that is read anew has another table of the same marks.
  const marks = JSON.stringify([...experiment.marks].sort())
  return useMemo(
    () =>
      runExperiment(
        { elements, links },
        new Map(JSON.parse(marks) as [string, 'up'][]),
        scenario === undefined ? undefined : scenarios.get(scenario),
      ),
    [elements, links, scenarios, scenario, marks],
  )
}
