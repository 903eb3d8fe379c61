'use client'
import { createContext, use, type RefObject } from 'react'

export const SurfaceContext = createContext<RefObject<HTMLElement | null>>({ current: null })

/** The element that takes pointer and keys: floating parts measure themselves against it. */
export function useSurface(): RefObject<HTMLElement | null> {
  return use(SurfaceContext)
}
