'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { whyUnarranged } from '../../lib/editor/refusals'
import type { MapView } from '../../lib/model/mapView'
import { useEditor } from './EditorProvider'
import { problemValues } from './problemWords'
import { useView } from './useMap'
import { useProtection } from '../meeting/protection/useProtection'

const whole = (view: MapView): MapView | undefined => view
const nothing = (): MapView | undefined => undefined

/**
 * In words, why this person cannot arrange the whole map now; undefined if they can.
 * Cost: nothing unless the layout is locked; then linear in the elements, once per change of the map.
 */
export function useArrangeRefusal(): string | undefined {
  const t = useTranslations('problems')
  const editor = useEditor()
  const protection = useProtection()
  const view = useView(protection.layout === undefined ? nothing : whole)
  return useMemo(() => {
    // Read so that it is asked again when what is protected is.
    if (view === undefined || protection.layout === undefined) return undefined
    const problem = whyUnarranged(view, view.elements.keys(), editor.attempt)
    return problem && t(problem.code, problemValues(problem))
  }, [view, protection, editor, t])
}
