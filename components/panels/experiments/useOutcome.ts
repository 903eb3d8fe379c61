'use client'
import { useEffect, useMemo } from 'react'
import { fitMarks } from '../../../lib/analysis/applyExperiment'
import type { ToldOutcome } from '../../../lib/analysis/runExperiment'
import type { Practice } from '../../../lib/model/practice/practices'
import { useEditor } from '../../hooks/EditorProvider'
import { outcomesOf } from '../../hooks/experiments/outcomes'
import { useFailedWork } from '../../hooks/useFailedWork'
import { useView } from '../../hooks/useMap'
import { useObservable } from '../../hooks/useObservable'

/**
 * What an experiment would come to on the map as it is now, worked out in a worker, once for all who ask, and anew where
 * the map or its marks change. Undefined until it is known.
 */
export function useOutcome({ id, marks, scenario }: Practice<'experiment'>): ToldOutcome | undefined {
  const keeper = outcomesOf(useEditor())
  const elements = useView((view) => view.elements)
  const links = useView((view) => view.links)
  const settings = useView((view) => (scenario === undefined ? undefined : view.scenarios.get(scenario)))
  const question = useMemo(
    () => ({ id, marks: fitMarks({ elements, links }, marks), scenario: settings }),
    [id, elements, links, marks, settings],
  )
  useEffect(() => keeper.hold(), [keeper])
  useEffect(() => keeper.ask(question), [keeper, question])
  const known = useObservable(keeper.state)
  const sayFailed = useFailedWork()
  useEffect(() => {
    if (known.failed) sayFailed()
  }, [known.failed, sayFailed])
  return known.id === id ? known.outcome : undefined
}
