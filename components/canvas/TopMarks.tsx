'use client'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { latePart } from '../ui/latePart'
import { LockLayer } from './LockLayer'
import { OverlayChips } from './OverlayLayer'
import { ResultMarks } from './ResultMarks'

const ExperimentLayer = latePart(async () => (await import('./ExperimentLayer')).ExperimentLayer)

/** Small marks above elements and links: what results say, what is locked, the figures of an analysis, what an experiment would change. */
export function TopMarks() {
  const hasExperiment = useWorkspaceState((state) => state.overlay?.experiment !== undefined)
  return (
    <>
      <ResultMarks />
      <LockLayer />
      {hasExperiment ? <ExperimentLayer /> : null}
      <OverlayChips />
    </>
  )
}
