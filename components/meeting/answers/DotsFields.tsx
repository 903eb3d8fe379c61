'use client'
import { Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { DotsAnswer } from '../../../lib/practice/dots'
import type { RoundSetup } from '../../../lib/practice/round'
import { IconButton } from '../../ui/IconButton'
import type { AnswerFieldsProps } from './answerFields'
import { useTargetName } from './useTargetName'

type DotsSetup = Extract<RoundSetup, { kind: 'dots' }>

/** Dots to put on each target by − and +, with those that are left. */
export function DotsFields({
  round,
  setup,
  value,
  onChange,
}: AnswerFieldsProps<DotsAnswer> & { readonly setup: DotsSetup }) {
  const t = useTranslations('rounds.dots')
  const name = useTargetName(round)
  const dots = value?.dots ?? {}
  const { budget, mostOnOne = budget, targets } = setup
  const left = budget - Object.values(dots).reduce((sum, count) => sum + count, 0)
  const put = (target: string, count: number): void => {
    const { [target]: _, ...rest } = dots
    onChange({ dots: count === 0 ? rest : { ...rest, [target]: count } })
  }
  return (
    <div className="flex flex-col gap-2">
      <p className="sticky -top-1.5 z-10 -mx-5 flex items-center gap-2 bg-panel px-5 py-2 text-second" role="status">
        <span aria-hidden className="flex flex-wrap gap-1">
          {Array.from({ length: Math.min(budget, 20) }, (_, index) => (
            <span
              key={index}
              className={`size-3.5 rounded-full border ${index < left ? 'border-accent bg-accent' : 'border-node-border'}`}
            />
          ))}
        </span>
        {t('left', { left })}
        {mostOnOne < budget ? <span className="text-muted">{t('mostOnOne', { most: mostOnOne })}</span> : null}
      </p>
      <ul className="flex flex-col">
        {targets.map((target) => {
          const count = dots[target] ?? 0
          const label = name(target)
          return (
            <li key={target} className="flex min-h-12 items-center gap-2 border-b border-hairline py-1 last:border-0">
              <span className="min-w-0 flex-1 text-body break-words" dir="auto">
                {label}
              </span>
              <IconButton
                label={t('fewer', { name: label })}
                disabled={count === 0}
                onClick={() => put(target, count - 1)}
              >
                <Minus size={18} aria-hidden />
              </IconButton>
              <span
                aria-label={t('count', { count, name: label })}
                role="img"
                className="w-6 text-center text-body font-semibold tabular-nums"
              >
                {count}
              </span>
              <IconButton
                label={t('more', { name: label })}
                disabled={left === 0 || count >= mostOnOne}
                onClick={() => put(target, count + 1)}
              >
                <Plus size={18} aria-hidden />
              </IconButton>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
