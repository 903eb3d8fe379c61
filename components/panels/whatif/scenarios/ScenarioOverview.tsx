'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { createId } from '../../../../lib/base/ids'
import { systemRandom } from '../../../../lib/base/random'
import { roundLambda } from '../../../../lib/analysis/settlingLambda'
import { saveScenario } from '../../../../lib/commands/saveScenario'
import type { MapView } from '../../../../lib/model/mapView'
import type { Scenario } from '../../../../lib/model/scenario'
import type { ScenarioRuns } from '../../../hooks/scenarios/useScenarioRuns'
import { useMayEdit } from '../../../hooks/useMayEdit'
import { useRun } from '../../../hooks/useRun'
import { Button } from '../../../ui/Button'
import { Comparison } from './Comparison'
import { leftAlone } from './questionOf'
import { ScenarioRow } from './ScenarioRow'
import { mostCompared } from './scenarioRows'
import type { DrawShown } from './shownScenario'

/** Every scenario of the map, and those that are chosen side by side. */
export function ScenarioOverview({
  scenarios,
  compared,
  runs,
  draw,
  onCompare,
  onOpen,
  onShow,
}: {
  readonly scenarios: MapView['scenarios']
  readonly compared: readonly string[]
  readonly runs: ScenarioRuns
  readonly draw: DrawShown
  readonly onCompare: (ids: readonly string[]) => void
  readonly onOpen: (id: string) => void
  readonly onShow?: (() => void) | undefined
}) {
  const t = useTranslations('whatif.scenarios')
  const run = useRun()
  const mayEdit = useMayEdit()
  const listed = [...scenarios].sort(([, a], [, b]) => a.name.localeCompare(b.name, undefined, { numeric: true }))
  const alone = runs.outcomes.get(leftAlone)
  // A new scenario has to know how steep it may be. Where that cannot be worked out, its results will say what would help.
  const canBegin = alone !== undefined || runs.failed
  const [isWaiting, setWaiting] = useState(false)

  const add = (): void => {
    const id = createId<string>(systemRandom)
    const names = new Set(listed.map(([, { name }]) => name))
    let number = listed.length + 1
    while (names.has(t('newName', { number }))) number += 1
    // On a map whose loops are strong, a plain run would stay wherever it starts and show nothing.
    const lambda = alone?.settling === undefined ? 1 : roundLambda(alone.settling)
    const fields = { name: t('newName', { number }), ...(lambda === 1 ? {} : { settings: { lambda } }) }
    if (run(saveScenario, { id, fields }).ok) onOpen(id)
  }
  const latest = useRef(add)
  useEffect(() => {
    latest.current = add
  })
  const begins = isWaiting && canBegin
  useEffect(() => {
    if (!begins) return
    latest.current()
    setWaiting(false)
  }, [begins])

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto pb-4">
      {listed.length === 0 ? (
        <p className="px-4 text-second text-muted">{t('intro')}</p>
      ) : (
        <ul aria-label={t('list')} className="flex flex-col px-2">
          {listed.map(([id, scenario]) => (
            <ScenarioRow
              key={id}
              id={id}
              scenario={scenario}
              place={compared.indexOf(id)}
              canCompare={compared.length < mostCompared || compared.includes(id)}
              mayEdit={mayEdit}
              onOpen={() => onOpen(id)}
              onCompare={(on) => onCompare(on ? [...compared, id] : compared.filter((one) => one !== id))}
            />
          ))}
        </ul>
      )}
      {mayEdit ? (
        <div className="px-4">
          <Button
            variant={listed.length === 0 ? 'primary' : 'secondary'}
            size="small"
            icon={<Plus size={16} aria-hidden />}
            busy={isWaiting}
            onClick={() => (canBegin ? add() : setWaiting(true))}
          >
            {t('new')}
          </Button>
        </div>
      ) : listed.length === 0 ? (
        <p className="px-4 text-second text-muted">{t('noneYet')}</p>
      ) : null}
      {listed.length < 2 || compared.length > 0 ? null : (
        <p className="px-4 text-meta text-muted">{t('compareHint', { count: mostCompared })}</p>
      )}
      {compared.length === 0 ? null : (
        <Comparison
          scenarios={compared.flatMap((id): readonly (readonly [string, Scenario])[] => {
            const scenario = scenarios.get(id)
            return scenario === undefined ? [] : [[id, scenario]]
          })}
          runs={runs}
          draw={draw}
          onShow={onShow}
        />
      )}
    </div>
  )
}
