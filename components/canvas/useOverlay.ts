'use client'
import { useMemo } from 'react'
import type { ElementId } from '../../lib/base/ids'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { usePulse, usePulseRuns } from '../hooks/pulse/usePulse'
import { useObservable } from '../hooks/useObservable'
import type { ElementOverlay } from '../hooks/workspace'
import { overlayOfPulse } from './pulseOverlay'

/** The figures to draw at the elements: those of a push while one runs, else those that a panel shows. */
export function useOverlay(): ReadonlyMap<ElementId, ElementOverlay> | undefined {
  const shown = useWorkspaceState((state) => state.overlay?.elements)
  const film = usePulse((screen) => screen.film)
  const landed = useObservable(usePulseRuns().landed)
  return useMemo(() => (film === undefined ? shown : overlayOfPulse(film, landed)), [film, landed, shown])
}
