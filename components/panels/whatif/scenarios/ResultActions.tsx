'use client'
import { Download, Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useWorkspace, useWorkspaceState } from '../../../hooks/EditorProvider'
import { usePulseRuns } from '../../../hooks/pulse/usePulse'
import { useView } from '../../../hooks/useMap'
import type { ElementId } from '../../../../lib/base/ids'
import { Button } from '../../../ui/Button'
import { Menu } from '../../../ui/Menu'
import { downloadFile, fileNameOf } from '../../download'
import type { ChartedScenario } from './ResultChart'
import { writeResults } from './resultsCsv'
import { overlayOfScenario } from './scenarioRows'

interface ActedScenario extends ChartedScenario {
  readonly clamps: ReadonlyMap<string, number>
  readonly letter?: string
}

/** Shows a scenario on the map, and takes results along. */
export function ResultActions({
  scenarios,
  against,
  onShow,
}: {
  readonly scenarios: readonly ActedScenario[]
  /** Name of what they are compared with. */
  readonly against: string
  readonly onShow?: (() => void) | undefined
}) {
  const t = useTranslations('whatif.scenarios')
  const workspace = useWorkspace()
  const runs = usePulseRuns()
  const elements = useView((view) => view.elements)
  const title = useView((view) => view.meta.title)
  const shown = useWorkspaceState((state) => state.overlay?.name)
  const onMap = scenarios.find(({ name }) => name === shown)
  const [wanted, setWanted] = useState<string>()

  const figures = ({ name, comparison, clamps }: ActedScenario) => ({
    name,
    elements: overlayOfScenario(comparison, clamps as ReadonlyMap<ElementId, number>, (value) =>
      t('heldAt', { value }),
    ),
  })
  // What is on the map follows what is changed here.
  const latest = useRef(figures)
  useEffect(() => {
    latest.current = figures
  })
  const comparison = onMap?.name === wanted ? onMap : undefined
  const held = JSON.stringify([...(comparison?.clamps ?? [])])
  useEffect(() => {
    if (comparison !== undefined) workspace.update({ overlay: latest.current(comparison) })
    // Only a new result is news.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [comparison?.comparison, held, workspace])

  const show = (one: ActedScenario): void => {
    setWanted(one.name)
    // The figures of a push would lie over these.
    runs.stop()
    // On a phone the panel gives way, and takes with it what it had shown.
    if (onShow !== undefined) onShow()
    const overlay = figures(one)
    workspace.update({ overlay })
    const { camera } = workspace.get()
    if (onShow === undefined) camera?.reveal?.([...overlay.elements.keys()])
    else camera?.fit([...overlay.elements.keys()])
  }
  const [first] = scenarios
  if (first === undefined) return null
  const icon = <Eye size={16} aria-hidden />
  return (
    <div className="flex flex-wrap gap-2">
      {onMap !== undefined ? (
        <Button size="small" icon={icon} aria-pressed onClick={() => workspace.update({ overlay: undefined })}>
          {t('hideOnMap')}
        </Button>
      ) : scenarios.length === 1 ? (
        <Button size="small" icon={icon} onClick={() => show(first)}>
          {t('showOnMap')}
        </Button>
      ) : (
        <Menu
          trigger={
            <Button size="small" icon={icon}>
              {t('showOnMap')}
            </Button>
          }
          entries={scenarios.map((one) => ({
            kind: 'action',
            id: one.letter ?? one.name,
            label: one.letter === undefined ? one.name : `${one.letter} · ${one.name}`,
            onSelect: () => show(one),
          }))}
        />
      )}
      <Button
        variant="quiet"
        size="small"
        icon={<Download size={16} aria-hidden />}
        onClick={() => {
          const text = writeResults(scenarios, {
            against,
            labelOf: (id) => elements.get(id)?.label ?? '',
            word: (key) => t(`columns.${key}`),
            direction: (direction) => t(`directions.${direction}`),
            verdict: (verdict) => t(`verdicts.${verdict}`),
          })
          // Spreadsheets take a file for UTF-8 only if it says so.
          downloadFile(
            new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }),
            fileNameOf(`${title} ${t('file')}`, 'csv'),
          )
        }}
      >
        {t('download')}
      </Button>
    </div>
  )
}
