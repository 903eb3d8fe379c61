'use client'
import { useTranslations } from 'next-intl'
import type { MapPath } from '../../../lib/analysis/pathQuestion'
import { ChainRow } from '../analysis/ChainRow'
import type { RowStop } from '../analysis/useRowList'
import { Way } from '../analysis/Way'
import { SignMark } from '../SignMark'
import { PathStory } from './PathStory'

interface PathRowProps {
  readonly path: MapPath
  readonly stop: RowStop
  readonly current: boolean
  readonly onChoose: () => void
}

/** One way from one variable to another; chosen, it is told in full. */
export function PathRow({ path, stop, current, onChoose }: PathRowProps) {
  const t = useTranslations('paths')
  return (
    <ChainRow stop={stop} current={current} onChoose={onChoose}>
      <span className="shrink-0 text-muted">
        <SignMark polarity={path.sign > 0 ? '+' : path.sign < 0 ? '-' : '?'} />
      </span>
      <span className="min-w-0 flex-1 text-body break-words">
        {current ? <PathStory path={path} /> : <Way variables={path.variables} />}
      </span>
      <span className="shrink-0 text-meta text-muted tabular-nums">
        {t('length', { count: path.links.length, delays: path.delays })}
      </span>
    </ChainRow>
  )
}
