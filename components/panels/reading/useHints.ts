'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { findHints, readHintWords, type Hints } from '../../../lib/analysis/hints'
import type { Loop } from '../../../lib/analysis/loop'
import { useView } from '../../hooks/useMap'

/** The words that names of actions and directions begin with, in the page's language. */
export function useHintWords(): ReadonlySet<string> {
  const list = useTranslations('hints')('words')
  return useMemo(() => readHintWords(list), [list])
}

/** Hints for the open map. */
export function useHints(loops: readonly Loop[]): Hints {
  const words = useHintWords()
  const elements = useView((view) => view.elements)
  const links = useView((view) => view.links)
  return useMemo(() => findHints({ elements, links }, loops, words), [elements, links, loops, words])
}
