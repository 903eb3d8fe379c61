'use client'
import { createContext, use } from 'react'
import type { Stage } from './stage'

export const StageContext = createContext<Stage | undefined>(undefined)

/** The canvas that a component is part of. Stable: using it never redraws a component. */
export function useStage(): Stage {
  const stage = use(StageContext)
  if (stage === undefined) throw new Error('This component belongs inside MapCanvas.')
  return stage
}
