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
  /** Small, over the end of a row, and seen only while one points there. The keyboard finds the other one in the detail. */
  readonly inRow?: boolean
}

/** Puts a loop's badge on the map for everybody, or takes it off. */
export function PinLoop({ loop, pinned, inRow = false }: PinLoopProps) {
  const t = useTranslations('panels.loops')
  const run = useRun()
  const mayEdit = useMayEdit()
  const label = t('pin', { tag: loop.tag })
  const toggle = (): void => {
    run(pinLoop, { key: loop.key, pinned: pinned ? null : true, number: loop.number, kind: loop.kind })
  }
  if (inRow) {
    return (
      <button
        type="button"
        tabIndex={-1}
        aria-pressed={pinned}
        aria-label={label}
        title={label}
        onClick={toggle}
        className={classes(
          'absolute inset-y-0 end-1.5 my-auto grid size-8 place-items-center rounded-button bg-hover opacity-0 hover:bg-hairline pointer-coarse:hidden',
          'group-hover/row:opacity-100 focus-visible:opacity-100',
          pinned ? 'text-accent' : 'text-ink',
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
