'use client'
import { useTranslations } from 'next-intl'
import type { MapPath } from '../../../lib/analysis/pathQuestion'
import { useView } from '../../hooks/useMap'
import { classes } from '../../ui/classes'
import { SignMark } from '../SignMark'
import { PathStory } from './PathStory'

interface PathRowProps {
  readonly path: MapPath
  readonly current: boolean
  readonly onHover: () => void
  readonly onChoose: () => void
}

/** One way from one variable to another; chosen, it is told in full. */
export function PathRow({ path, current, onHover, onChoose }: PathRowProps) {
  const t = useTranslations('paths')
  const way = useView((view) => path.variables.map((id) => view.elements.get(id)?.label ?? '').join(' → '))
  return (
    <li>
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
        <span className="shrink-0 text-muted">
          <SignMark polarity={path.sign > 0 ? '+' : path.sign < 0 ? '-' : '?'} />
        </span>
        <span dir="auto" className={classes('min-w-0 flex-1 text-body', !current && 'truncate')}>
          {current ? <PathStory path={path} /> : way}
        </span>
        <span className="shrink-0 text-meta text-muted tabular-nums">
          {t('length', { count: path.links.length, delays: path.delays })}
        </span>
      </button>
    </li>
  )
}
