'use client'
import { Download, Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useWorkspace, useWorkspaceState } from '../../../hooks/EditorProvider'
import { usePulseRuns } from '../../../hooks/pulse/usePulse'
import { useView } from '../../../hooks/useMap'
import { Button } from '../../../ui/Button'
import { Menu } from '../../../ui/Menu'
import { downloadFile, fileNameOf } from '../../download'
import type { ChartedScenario } from './ResultChart'
import { writeResults } from './resultsCsv'
import { aboutScenario, type DrawShown, type ShownScenario } from './shownScenario'

interface ActedScenario extends ChartedScenario, ShownScenario {
  readonly clamps: ReadonlyMap<string, number>
  readonly letter?: string
}

/** Shows a scenario on the map, and takes results along. */
export function ResultActions({
  scenarios,
  against,
  draw,
  onShow,
}: {
  readonly scenarios: readonly ActedScenario[]
  /** Name of what they are compared with. */
  readonly against: string
  /** Its figures as the map shows them. */
  readonly draw: DrawShown
  readonly onShow?: (() => void) | undefined
}) {
  const t = useTranslations('whatif.scenarios')
  const workspace = useWorkspace()
  const runs = usePulseRuns()
  const elements = useView((view) => view.elements)
  const title = useView((view) => view.meta.title)
  const shown = useWorkspaceState((state) => state.overlay?.about)
  const onMap = scenarios.some((one) => aboutScenario(one) === shown)
  const show = (one: ActedScenario): void => {
    const overlay = draw(one)
    if (overlay === undefined || overlay === 'wait') return
    // The figures of a push would lie over these.
    runs.stop()
    // On a phone the panel gives way, and takes with it what it had shown.
    if (onShow !== undefined) onShow()
    workspace.update({ overlay })
    const { camera } = workspace.get()
    if (onShow === undefined) camera?.revealWhole?.([...overlay.elements.keys()])
    else camera?.fit([...overlay.elements.keys()])
  }
  const [first] = scenarios
  if (first === undefined) return null
  const icon = <Eye size={16} aria-hidden />
  return (
    <div className="flex flex-wrap gap-2">
      {onMap ? (
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
            label: one.letter === undefined ? one.name : t('lettered', { letter: one.letter, name: one.name }),
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
            fileNameOf(t('file', { title }), 'csv'),
          )
        }}
      >
        {t('download')}
      </Button>
    </div>
  )
}
