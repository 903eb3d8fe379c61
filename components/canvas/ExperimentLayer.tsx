'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, type CSSProperties } from 'react'
import { listMarks, type Experiment } from '../../lib/analysis/experiments'
import type { ToldOutcome } from '../../lib/analysis/runExperiment'
import type { ElementId } from '../../lib/base/ids'
import { measureText } from '../../lib/geometry/textMetrics'
import type { MapView } from '../../lib/model/mapView'
import type { ExperimentMark } from '../../lib/model/practice/experiment'
import { useWorkspace } from '../hooks/EditorProvider'
import { useView } from '../hooks/useMap'
import { useObservable } from '../hooks/useObservable'
import type { ElementOverlay } from '../hooks/workspace'
import { MarkIcon } from '../panels/experiments/MarkIcon'
import { useShownExperiment } from '../panels/experiments/useMark'
import { useOutcome } from '../panels/experiments/useOutcome'
import './experiments.css'
import { placeLinkMarks } from './markPlaces'
import { useStage } from './StageContext'

/** As `.weft-mark` draws them, in canvas units at scale 1. */
const look = { height: 20, rest: 30, font: { size: 11, weight: 600 } } as const
/** Words grow no larger than this, seen from afar: they are not to hide the map. */
const largest = 2

/** The experiment that is looked at: its marks at elements and links by shape and word, and which way others would go. */
export function ExperimentLayer() {
  const experiment = useShownExperiment()
  return experiment === undefined ? null : <Shown experiment={experiment} />
}

function Shown({ experiment }: { readonly experiment: Experiment }) {
  useFigures(experiment)
  return <LinkMarks experiment={experiment} />
}

/** Keeps the figures at the elements as new as the marks and the map are. */
function useFigures(experiment: Experiment): void {
  const t = useTranslations('experiments')
  const workspace = useWorkspace()
  const elements = useView((view) => view.elements)
  const links = useView((view) => view.links)
  const outcome = useOutcome(experiment)
  const { id, name } = experiment
  useEffect(() => {
    if (workspace.get().overlay?.experiment !== id) return
    const figures = figuresOf({ elements, links }, experiment, outcome, (mark) => t(`marks.short.${mark}`))
    workspace.update({ overlay: { name: t('effect.onMap', { name }), elements: figures, experiment: id } })
  }, [workspace, id, name, elements, links, experiment, outcome, t])
}

/** What stands at the elements: marks in words, and arrows where others would go. */
function figuresOf(
  view: Pick<MapView, 'elements' | 'links'>,
  experiment: Experiment,
  outcome: ToldOutcome | undefined,
  say: (mark: ExperimentMark) => string,
): ReadonlyMap<ElementId, ElementOverlay> {
  const figures = new Map<ElementId, ElementOverlay>()
  const changes = outcome?.kind === 'run' ? outcome.changes : []
  const most = Math.max(1e-9, ...changes.map(({ difference }) => Math.abs(difference)))
  for (const { variable, difference, direction } of changes) {
    if (direction === 'hardly-changes') continue
    figures.set(variable, { tone: difference / most, text: direction === 'rises' ? '▲' : '▼' })
  }
  for (const { element, id, mark } of listMarks(view, experiment)) {
    if (element === undefined) continue
    const isUp = mark === 'up'
    figures.set(id, { tone: isUp ? 1 : -1, news: true, text: `${isUp ? '▲' : '▼'} ${say(mark)}` })
  }
  return figures
}

function LinkMarks({ experiment }: { readonly experiment: Experiment }) {
  const t = useTranslations('experiments.marks')
  const stage = useStage()
  const scene = useObservable(stage.scene)
  // In steps: they need not be placed anew at every turn of the wheel.
  const scale = useObservable(stage.viewport.zoom, (zoom) =>
    Math.max(1, Math.min(largest, Math.ceil((0.8 / zoom) * 4) / 4)),
  )
  const elements = useView((view) => view.elements)
  const links = useView((view) => view.links)
  const marks = useMemo(
    () =>
      listMarks({ elements, links }, experiment).flatMap(({ link, id, mark }) =>
        link === undefined ? [] : [{ id, mark, text: t(`short.${mark}`) }],
      ),
    [elements, links, experiment, t],
  )
  const places = useMemo(
    () =>
      placeLinkMarks(
        scene,
        marks.map(({ id, text }) => ({
          id,
          width: (measureText(text, look.font) + look.rest) * scale,
          height: look.height * scale,
        })),
      ),
    [scene, scale, marks],
  )
  return (
    <>
      <svg className="weft-links" width={1} height={1} aria-hidden>
        {marks.map(({ id, mark }) => {
          const shape = scene.links.get(id)
          return shape === undefined ? null : (
            <path key={id} className="weft-marked" data-mark={mark} d={shape.path} strokeWidth={shape.width + 6} />
          )
        })}
      </svg>
      <div style={{ '--mark-scale': scale } as CSSProperties}>
        {marks.map(({ id, mark, text }) => {
          const at = places.get(id)
          return at === undefined ? null : (
            <span
              key={id}
              aria-hidden
              className="weft-mark"
              data-link-mark={mark}
              style={{
                transform: `translate(${at.x}px, ${at.y}px) scale(var(--mark-scale)) translate(-50%, -50%)`,
              }}
            >
              <MarkIcon mark={mark} size={12} />
              {text}
            </span>
          )
        })}
      </div>
    </>
  )
}
