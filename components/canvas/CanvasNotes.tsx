'use client'
import { BackToMap } from './BackToMap'
import { EmptyState } from './EmptyState'
import { Minimap } from './Minimap'
import { PartOfMap } from './PartOfMap'
import { useAnnouncements } from './useAnnouncements'
import { useStage } from './StageContext'

/** What is said about the map, beside it: on the screen and to screen readers. */
export function CanvasNotes() {
  useAnnouncements(useStage())
  return (
    <>
      <EmptyState />
      <BackToMap />
      <PartOfMap />
      <Minimap />
    </>
  )
}
