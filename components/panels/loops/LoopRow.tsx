'use client'
import { Pin } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { NumberedLoop } from '../../../lib/analysis/loop'
import { useMayEdit } from '../../hooks/useMayEdit'
import { classes } from '../../ui/classes'
import { ChainRow } from '../analysis/ChainRow'
import type { RowStop } from '../analysis/useRowList'
import { useWay, Way } from '../analysis/Way'
import { LoopTag } from './LoopTag'
import { PinLoop } from './PinLoop'

interface LoopRowProps {
  readonly loop: NumberedLoop
  readonly name: string
  readonly pinned: boolean
  readonly stop: RowStop
  readonly current: boolean
  readonly onChoose: (byKeys: boolean) => void
}

/** One loop in a line: by its name, or by the way it goes. */
export function LoopRow({ loop, name, pinned, stop, current, onChoose }: LoopRowProps) {
  const t = useTranslations('panels.loops')
  const tKind = useTranslations('analysis.loopKinds')
  const way = useWay(loop.variables)
  const mayEdit = useMayEdit()
  return (
    <ChainRow
      stop={stop}
      current={current}
      onChoose={onChoose}
      beside={mayEdit ? <PinLoop loop={loop} pinned={pinned} inRow /> : null}
    >
      <LoopTag loop={loop} current={current} />
      <span className="sr-only">{tKind(loop.kind)}</span>
      <span
        title={way}
        // What is cut off is the end of a name in its own direction.
        dir={name === '' ? undefined : 'auto'}
        className={classes(
          'line-clamp-2 min-w-0 flex-1 text-body leading-snug break-words',
          name === '' ? 'text-muted' : 'font-medium',
        )}
      >
        {name === '' ? <Way variables={loop.variables} /> : name}
      </span>
      {loop.delayed ? (
        <span role="img" aria-label={t('delayed')} title={t('delayed')} className="flex shrink-0 gap-[3px] text-muted">
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
          mayEdit && 'pointer-fine:group-hover/row:opacity-0',
        )}
      >
        {t('length', { count: loop.links.length })}
      </span>
    </ChainRow>
  )
}
