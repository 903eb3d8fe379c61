'use client'
import { BackToMap } from './BackToMap'
import { CommentPins } from './CommentPins'
import { EmptyState } from './EmptyState'
import { LaserKeeper } from './laser/LaserKeeper'
import { Minimap } from './Minimap'
import { PartOfMap } from './PartOfMap'
import { useAnnouncements } from './useAnnouncements'
import { useStage } from './StageContext'

/** What is said about the map, beside it: on the screen and to screen readers. */
export function CanvasNotes() {
  useAnnouncements(useStage())
  return (
    <>
      <LaserKeeper />
      <EmptyState />
      <BackToMap />
      <PartOfMap />
      <Minimap />
      <CommentPins />
    </>
  )
}
