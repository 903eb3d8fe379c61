'use client'
import type { AnalysisPartProps } from '../analysis/analysisPart'
import { PushPart } from './push/PushPart'

/** What if: a push that one watches. */
export function WhatIfPanel({ onShow }: AnalysisPartProps) {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PushPart onShow={onShow} />
    </div>
  )
}
