'use client'
import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ArchetypeMatch } from '../../../lib/analysis/archetypes'
import { useView } from '../../hooks/useMap'
import { classes } from '../../ui/classes'
import { isolated } from '../analysis/isolated'

/** Who plays which part, what to ask, and known ways out: folded away until wanted. */
export function PatternParts({ match }: { readonly match: ArchetypeMatch }) {
  const t = useTranslations('archetypes')
  const tKind = useTranslations(`archetypes.kinds.${match.archetype}`)
  const elements = useView((view) => view.elements)
  const [open, setOpen] = useState(false)
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="-ms-1 flex h-8 items-center gap-1 rounded-button px-1 text-second font-medium text-accent hover:bg-hover pointer-coarse:h-11"
      >
        <ChevronRight
          size={16}
          aria-hidden
          className={classes('shrink-0 transition-transform rtl:-scale-x-100', open && 'rotate-90 rtl:-rotate-90')}
        />
        {t('more')}
      </button>
      {open ? (
        <div className="flex flex-col gap-3 pt-1.5 text-second">
          <section>
            <h5 className="pb-1 text-meta font-semibold text-muted">{t('parts')}</h5>
            <dl className="grid grid-cols-[minmax(0,9fr)_minmax(0,11fr)] gap-x-3 gap-y-1">
              {match.roles.map(({ role, variable, isLess }) => (
                <div key={role} className="contents">
                  <dt className="text-muted">{tKind(`roles.${role}`)}</dt>
                  <dd dir={isLess === true ? undefined : 'auto'} className="break-words">
                    {isLess === true
                      ? t.rich('lessOf', { label: elements.get(variable)?.label ?? '', name: isolated })
                      : elements.get(variable)?.label}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
          <section>
            <h5 className="pb-1 text-meta font-semibold text-muted">{t('question')}</h5>
            <p>{tKind('question')}</p>
          </section>
          <section>
            <h5 className="pb-1 text-meta font-semibold text-muted">{t('waysOut')}</h5>
            <ul className="flex list-disc flex-col gap-1 ps-4">
              {(['0', '1', '2'] as const).map((way) => (
                <li key={way}>{tKind(`ways.${way}`)}</li>
              ))}
            </ul>
          </section>
        </div>
      ) : null}
    </div>
  )
}
