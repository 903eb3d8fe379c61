'use client'
import { useMemo, useState } from 'react'
import { useView } from '../../../hooks/useMap'
import { useScenarioRuns } from '../../../hooks/scenarios/useScenarioRuns'
import { aloneQuestion, questionOf } from './questionOf'
import { ScenarioDetail } from './ScenarioDetail'
import { ScenarioOverview } from './ScenarioOverview'
import { mostCompared } from './scenarioRows'
import { useDrawShown, useFollowShown, useShownScenario } from './useShownScenario'

/** The scenarios of the map: all of them, with a comparison; or one in full. */
export function ScenariosPart({ onShow }: { readonly onShow?: (() => void) | undefined }) {
  const scenarios = useView((view) => view.scenarios)
  const [open, setOpen] = useState<string>()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const opened = open === undefined ? undefined : scenarios.get(open)
  const compared = useMemo(() => chosen.filter((id) => scenarios.has(id)).slice(0, mostCompared), [chosen, scenarios])
  // What is on the map stays true to its scenario, whichever is looked at here.
  const shown = useShownScenario()
  const questions = useMemo(() => {
    const here = opened === undefined || open === undefined ? compared : [open]
    const wanted = new Set([
      ...here,
      ...(shown === undefined ? [] : [shown.id]),
      ...(shown?.base === undefined ? [] : [shown.base]),
    ])
    return [
      aloneQuestion,
      ...[...wanted].flatMap((id) => {
        const scenario = scenarios.get(id)
        return scenario === undefined ? [] : [questionOf(id, scenario)]
      }),
    ]
  }, [opened, open, compared, scenarios, shown])
  const runs = useScenarioRuns(questions)
  const draw = useDrawShown(scenarios, runs)
  useFollowShown(scenarios, runs)
  if (open !== undefined && opened !== undefined) {
    return (
      <ScenarioDetail
        key={open}
        id={open}
        scenario={opened}
        runs={runs}
        draw={draw}
        onBack={() => setOpen(undefined)}
        onShow={onShow}
      />
    )
  }
  return (
    <ScenarioOverview
      scenarios={scenarios}
      compared={compared}
      runs={runs}
      draw={draw}
      onCompare={setChosen}
      onOpen={setOpen}
      onShow={onShow}
    />
  )
}
