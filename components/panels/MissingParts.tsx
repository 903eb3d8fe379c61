'use client'
import { useTranslations } from 'next-intl'
import { useObservable } from '../hooks/useObservable'
import { classes } from '../ui/classes'
import { missingParts } from '../ui/latePart'
import { islandLook } from './Island'

/** Says why what was asked for is not there. On the page from the start: without a network it could not come late. */
export function MissingParts() {
  const t = useTranslations('common')
  if (useObservable(missingParts).size === 0) return null
  return (
    <p role="status" className={classes(islandLook, 'pointer-events-auto bg-warn-tint px-3 py-1.5 text-second')}>
      {t('partMissing')}
    </p>
  )
}
