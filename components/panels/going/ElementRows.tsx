'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { useSelection, useView } from '../../hooks/useMap'
import { classes } from '../../ui/classes'

export interface ElementRow {
  readonly id: string
  /** What is said of it, below its name. */
  readonly below?: ReactNode
}

/** Elements by name, each of them selected on the map by a press. */
export function ElementRows({
  label,
  rows,
  onChoose,
}: {
  readonly label: string
  readonly rows: readonly ElementRow[]
  readonly onChoose: (id: string) => void
}) {
  const t = useTranslations('panels.inspector')
  const elements = useView((view) => view.elements)
  const selection = useSelection()
  return (
    <ul aria-label={label} className="-mx-2 flex flex-col">
      {rows.map(({ id, below }) => {
        const name = elements.get(id as ElementId)?.label ?? ''
        const isChosen = selection.elements.includes(id as ElementId)
        return (
          <li key={id}>
            <button
              type="button"
              aria-pressed={isChosen}
              onClick={() => onChoose(id)}
              className={classes(
                'flex min-h-9 w-full flex-col justify-center rounded-button px-2 py-1 text-start hover:bg-hover pointer-coarse:min-h-11',
                isChosen && 'bg-accent-tint hover:bg-accent-tint',
              )}
            >
              <span dir="auto" className="max-w-full truncate text-body">
                {name === '' ? t('unnamed') : name}
              </span>
              {below === undefined ? null : <span className="text-meta text-muted">{below}</span>}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
