import { useFormatter, useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo } from 'react'
import type { MapView } from '../../../../lib/model/mapView'
import { useWorkspace, useWorkspaceState } from '../../../hooks/EditorProvider'
import type { ScenarioRuns } from '../../../hooks/scenarios/useScenarioRuns'
import { drawShown, readAbout, type DrawShown, type ShownScenario } from './shownScenario'
import { signedNumber } from './writeNumber'

/** The scenario whose figures are on the map, whichever the panel is at; undefined if it is something else. */
export function useShownScenario(): ShownScenario | undefined {
  const about = useWorkspaceState((state) => state.overlay?.about)
  return useMemo(() => readAbout(about), [about])
}

/** Draws the figures of a scenario from the newest results. */
export function useDrawShown(scenarios: MapView['scenarios'], { graph, outcomes }: ScenarioRuns): DrawShown {
  const t = useTranslations('whatif.scenarios')
  const format = useFormatter()
  return useCallback(
    (shown) =>
      drawShown(
        shown,
        { scenarios, graph, outcomes },
        {
          held: (value) => t('heldAt', { value: signedNumber(value, format) }),
          rank: (place) => t('place', { place }),
          name: (name, against) =>
            t('onMapName', { name, against: against ?? '', compared: against === undefined ? 'no' : 'yes' }),
        },
      ),
    [scenarios, graph, outcomes, t, format],
  )
}

/** Keeps what is on the map as new as its scenario and the map are, also while the panel is at another scenario. */
export function useFollowShown(scenarios: MapView['scenarios'], runs: ScenarioRuns): void {
  const workspace = useWorkspace()
  const shown = useShownScenario()
  const draw = useDrawShown(scenarios, runs)
  useEffect(() => {
    if (shown === undefined) return
    const overlay = draw(shown)
    if (overlay !== 'wait') workspace.update({ overlay })
  }, [shown, draw, workspace])
}
