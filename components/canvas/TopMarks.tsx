'use client'
import { LockLayer } from './LockLayer'
import { OverlayChips } from './OverlayLayer'
import { ResultMarks } from './ResultMarks'

/** Small marks above elements and links: what results say, what is locked, and the figures of an analysis. */
export function TopMarks() {
  return (
    <>
      <ResultMarks />
      <LockLayer />
      <OverlayChips />
    </>
  )
}
