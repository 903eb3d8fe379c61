'use client'
import { Pin } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { NumberedLoop } from '../../../lib/analysis/loop'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useView } from '../../hooks/useMap'
import { classes } from '../../ui/classes'
import { LoopTag } from './LoopTag'
import { PinLoop } from './PinLoop'

interface LoopRowProps {
  readonly loop: NumberedLoop
  readonly name: string
  readonly pinned: boolean
  readonly current: boolean
  readonly onHover: () => void
  readonly onChoose: () => void
}

/** One loop in a line: by its name, or by the way it goes. */
export function LoopRow({ loop, name, pinned, current, onHover, onChoose }: LoopRowProps) {
  const t = useTranslations('panels.loops')
  const way = useView((view) => loop.variables.map((id) => view.elements.get(id)?.label ?? '').join(' → '))
  const mayEdit = useMayEdit()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    // Chosen on the map, it may be far down the list.
    if (current) row.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <li ref={row} className="group/loop relative">
      <button
        type="button"
        aria-pressed={current}
        onPointerEnter={onHover}
        onFocus={onHover}
        onClick={onChoose}
        className={classes(
          'flex min-h-9 w-full cursor-default items-center gap-2.5 rounded-button px-2.5 py-1 text-start hover:bg-hover pointer-coarse:min-h-11',
          current && 'bg-accent-tint hover:bg-accent-tint',
        )}
      >
        <LoopTag loop={loop} current={current} />
        <span
          dir="auto"
          title={way}
          className={classes('min-w-0 flex-1 truncate text-body', name === '' ? 'text-muted' : 'font-medium')}
        >
          {name === '' ? way : name}
        </span>
        {loop.delayed ? (
          <span
            role="img"
            aria-label={t('delayed')}
            title={t('delayed')}
            className="flex shrink-0 gap-[3px] text-muted"
          >
            <span aria-hidden className="h-3 w-px -skew-x-12 bg-current" />
            <span aria-hidden className="h-3 w-px -skew-x-12 bg-current" />
          </span>
        ) : null}
        {pinned ? (
          <Pin role="img" aria-label={t('pinned')} className="size-3.5 shrink-0 fill-current text-accent" />
        ) : null}
        <span
          className={classes(
            'shrink-0 text-meta text-muted tabular-nums',
            mayEdit && 'pointer-fine:group-hover/loop:opacity-0',
          )}
        >
          {t('length', { count: loop.links.length })}
        </span>
      </button>
      {mayEdit ? <PinLoop loop={loop} pinned={pinned} inRow /> : null}
    </li>
  )
}
