'use client'
import { MessageCircleQuestion } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { hasNoSign, namesDirection, type HintKind } from '../../../lib/analysis/hints'
import type { Variable } from '../../../lib/model/element'
import type { MapLink } from '../../../lib/model/link'
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
  return here.filter((kind) => !notThis.hints.has(kind)).map((kind) => <Hint key={kind}>{t(kind)}</Hint>)
}

/** Hints about one link, where one looks at it. */
export function LinkHintsHere({ link }: { readonly link: MapLink }) {
  const t = useTranslations('hints.here')
  const notThis = useNotThis()
  return hasNoSign(link) && !notThis.hints.has('no-sign') ? <Hint>{t('no-sign')}</Hint> : null
}

function Hint({ children }: { readonly children: string }) {
  return (
    <p className="flex items-start gap-2 text-second text-muted">
      <MessageCircleQuestion size={16} aria-hidden className="mt-0.5 shrink-0" />
      <span>{children}</span>
    </p>
  )
}
