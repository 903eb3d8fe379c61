'use client'
import { useMemo } from 'react'
import { useObservable } from '../hooks/useObservable'
import { watchHints } from './hints'
import { useStage } from './StageContext'

/** The scale for which names and signs are set larger than the rest; undefined while they are not. */
export function useHintScale(): number | undefined {
  const stage = useStage()
  return useObservable(useMemo(() => watchHints(stage), [stage]))
}
