'use client'
import { Check, CircleDashed } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { CoalitionGaps } from '../../../lib/analysis/coalition'
import { useSectorName } from '../../hooks/useSectors'
import { classes } from '../../ui/classes'
import { SectorTag } from '../../ui/SectorTag'

/** The map's sectors with how many of each are in; a gap by sign and word. */
export function SectorRows({ gaps: { sectors, missing, withoutSector } }: { readonly gaps: CoalitionGaps }) {
  const t = useTranslations('coalition.sectors')
  const nameOf = useSectorName()
  return (
    <>
      <p className="text-second text-muted">
        {sectors.length === 0 ? t('none') : missing.length === 0 ? t('full') : t('missing', { count: missing.length })}
      </p>
      <ul aria-label={t('title')} className="flex flex-col">
        {sectors.map(({ sector, in: inside, onTheWay, asked }) => {
          const isGap = inside.length === 0
          return (
            <li key={sector} className="flex min-h-8 items-center gap-2 text-body">
              {isGap ? (
                <CircleDashed size={16} aria-hidden className="shrink-0 text-warn" />
              ) : (
                <Check size={16} aria-hidden className="shrink-0 text-muted" />
              )}
              <SectorTag sector={sector} />
              <span className="min-w-0 flex-1 truncate" dir="auto">
                {nameOf(sector)}
              </span>
              <span className={classes('shrink-0 text-second', isGap ? 'font-medium text-warn' : 'text-muted')}>
                {[
                  isGap ? t('gap') : t('in', { count: inside.length }),
                  ...(asked.length === 0 ? [] : [t('asked', { count: asked.length })]),
                  ...(onTheWay.length === asked.length ? [] : [t('toAsk', { count: onTheWay.length - asked.length })]),
                ].join(', ')}
              </span>
            </li>
          )
        })}
      </ul>
      {withoutSector.length === 0 ? null : (
        <p className="text-meta text-muted">{t('without', { count: withoutSector.length })}</p>
      )}
    </>
  )
}
