'use client'
import { useMemo } from 'react'
import { useLoops } from '../../hooks/useLoops'
import { useView } from '../../hooks/useMap'
import { useMeasures } from '../../hooks/useMeasures'
import type { LeverageSource } from './leverageTable'

/** What the leverage panel tells of, kept fresh by workers while it is on the screen. */
export function useLeverageSource(): { readonly source: LeverageSource; readonly searching: boolean } {
  const { measures, searching } = useMeasures()
  const { set } = useLoops()
  const elements = useView((view) => view.elements)
  const source = useMemo(() => ({ measures, set, elements }), [measures, set, elements])
  return { source, searching }
}
