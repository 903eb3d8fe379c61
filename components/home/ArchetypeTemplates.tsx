'use client'
import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { archetypeNames, type ArchetypeName } from '../../lib/model/archetype'
import type { TemplateName } from '../../lib/protocol/api'
import { classes } from '../ui/classes'
import { Spinner } from '../ui/Spinner'
import type { ArchetypePictures } from './types'

/** Ten examples of loops that recur, folded away until somebody wants them. */
export function ArchetypeTemplates({
  pictures,
  making,
  onChoose,
}: {
  readonly pictures: ArchetypePictures
  /** The one that is being made. */
  readonly making: TemplateName | undefined
  readonly onChoose: (name: ArchetypeName) => void
}) {
  const t = useTranslations('home.archetypes')
  const tKind = useTranslations('archetypes.kinds')
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <div className="flex flex-col gap-3">
      <h2>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="-mx-1.5 flex min-h-9 items-center gap-1.5 rounded-button px-1.5 text-start text-body font-medium text-accent hover:bg-hover pointer-coarse:min-h-11"
        >
          <ChevronRight
            size={18}
            aria-hidden
            className={classes('shrink-0 transition-transform rtl:-scale-x-100', open && 'rotate-90 rtl:-rotate-90')}
          />
          {t('title')}
        </button>
      </h2>
      <div id={id} hidden={!open} className="flex flex-col gap-3">
        <p className="text-second text-muted">{t('about')}</p>
        <ul className="grid gap-2 sm:grid-cols-2">
          {archetypeNames.map((name) => (
            <li key={name} className="grid">
              <button
                type="button"
                aria-busy={making === name || undefined}
                onClick={() => onChoose(name)}
                className="flex items-center gap-3 rounded-card border border-hairline bg-panel py-2 ps-2 pe-3.5 text-start transition-[border-color,box-shadow] hover:border-node-border hover:shadow-float"
              >
                {/* Drawn only once somebody wants to see them. */}
                <span
                  className="h-16 w-24 shrink-0 rounded-button bg-canvas"
                  {...(open ? { dangerouslySetInnerHTML: { __html: pictures[name] } } : {})}
                />
                <span className="flex min-w-0 flex-1 flex-col gap-0.5">
                  <span className="text-body font-semibold">{tKind(`${name}.name`)}</span>
                  <span className="text-second text-muted">{tKind(`${name}.about`)}</span>
                </span>
                {making === name ? (
                  <span className="text-accent">
                    <Spinner size={20} />
                  </span>
                ) : null}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
