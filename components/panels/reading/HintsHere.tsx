'use client'
import { MessageCircleQuestion } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { namesDirection, type HintKind } from '../../../lib/analysis/hints'
import type { Variable } from '../../../lib/model/element'
import { useView } from '../../hooks/useMap'
import { useHintWords } from './useHints'
import { useNotThis } from './useNotThis'

/** Hints about one variable, where one looks at it. */
export function HintsHere({ variable }: { readonly variable: Variable }) {
  const t = useTranslations('hints.here')
  const words = useHintWords()
  const notThis = useNotThis()
  const isIsolated = useView(
    (view) =>
      ![...view.links.values()].some(
        ({ kind, from, to }) => kind === 'causal' && (from === variable.id || to === variable.id),
      ),
  )
  const here: readonly Extract<HintKind, 'direction-in-name' | 'isolated'>[] = [
    ...(namesDirection(variable.label, words) ? (['direction-in-name'] as const) : []),
    ...(isIsolated ? (['isolated'] as const) : []),
  ]
  return here
    .filter((kind) => !notThis.hints.has(kind))
    .map((kind) => (
      <p key={kind} className="flex items-start gap-2 text-second text-muted">
        <MessageCircleQuestion size={16} aria-hidden className="mt-0.5 shrink-0" />
        <span>{t(kind)}</span>
      </p>
    ))
}
