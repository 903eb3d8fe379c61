'use client'
import { useMemo } from 'react'
import { writeResultMarks } from '../../../lib/analysis/resultMarks'
import type { ElementId } from '../../../lib/base/ids'
import type { ResultMarkText } from '../../../lib/model/resultMark'
import { useView } from '../../hooks/useMap'
import { useDay } from '../contributions/useDay'
import { useFigure } from './useFigure'
import { useSayStanding } from './useSayStanding'

/** What the marks at variables say that results measure, in the page's language; the same as long as no result changes. */
export function useResultMarks(): ReadonlyMap<ElementId, ResultMarkText> {
  const practices = useView((view) => view.practices)
  const amount = useFigure()
  const standing = useSayStanding()
  const { today } = useDay()
  return useMemo(
    () => writeResultMarks({ practices }, today, { amount: (value) => amount(value), standing }),
    [practices, today, amount, standing],
  )
}
