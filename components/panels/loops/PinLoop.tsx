'use client'
import { Pin } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { NumberedLoop } from '../../../lib/analysis/loop'
import { pinLoop } from '../../../lib/commands/pinLoop'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRun } from '../../hooks/useRun'
import { classes } from '../../ui/classes'

interface PinLoopProps {
  readonly loop: NumberedLoop
  readonly pinned: boolean
  /** Small, and seen only where one points, unless it is pinned. */
  readonly inRow?: boolean
}

/** Puts a loop's badge on the map for everybody, or takes it off. */
export function PinLoop({ loop, pinned, inRow = false }: PinLoopProps) {
  const t = useTranslations('panels.loops')
  const run = useRun()
  const mayEdit = useMayEdit()
  const label = t('pin', { tag: loop.tag })
  const toggle = (): void => {
    run(pinLoop, { key: loop.key, pinned: pinned ? null : true, number: loop.number })
  }
  if (inRow) {
    if (!mayEdit) {
      return pinned ? <Pin role="img" aria-label={t('pinned')} className="me-2 size-3.5 shrink-0 text-muted" /> : null
    }
    return (
      <button
        type="button"
        aria-pressed={pinned}
        aria-label={label}
        title={label}
        onClick={toggle}
        className={classes(
          'grid size-8 shrink-0 place-items-center rounded-button hover:bg-hover pointer-coarse:size-11',
          pinned
            ? 'text-accent'
            : 'text-muted opacity-0 group-focus-within/loop:opacity-100 group-hover/loop:opacity-100 pointer-coarse:hidden',
        )}
      >
        <Pin aria-hidden className={classes('size-4', pinned && 'fill-current')} />
      </button>
    )
  }
  if (!mayEdit) return null
  return (
    <div className="pt-3">
      <button
        type="button"
        aria-pressed={pinned}
        onClick={toggle}
        className={classes(
          'inline-flex h-8 items-center gap-2 rounded-button border px-3 text-second font-medium pointer-coarse:h-11',
          pinned ? 'border-accent bg-accent-tint text-accent' : 'border-control text-ink hover:bg-hover',
        )}
      >
        <Pin aria-hidden className={classes('size-4', pinned && 'fill-current')} />
        {pinned ? t('pinned') : label}
      </button>
      <p className="pt-1 text-meta text-muted">{t('pinHint')}</p>
    </div>
  )
}
