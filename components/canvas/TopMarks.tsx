'use client'
import { LockLayer } from './LockLayer'
import { OverlayChips } from './OverlayLayer'

/** Small marks above elements and links: what is locked, and the figures of an analysis. */
export function TopMarks() {
  return (
    <>
      <LockLayer />
      <OverlayChips />
    </>
  )
}
