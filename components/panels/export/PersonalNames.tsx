'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { listPersonal } from '../../../lib/model/personal'
import type { PictureScope } from '../../../lib/render/scope'
import { scopeView } from '../../../lib/render/scopeView'
import { useView } from '../../hooks/useMap'
import { nameOnce } from './nameOnce'

const namesTold = 12

/** Names what of this part of the map is personal, and so stays out of the file; nothing if there is nothing. */
export function PersonalNames({ scope }: { readonly scope: PictureScope }) {
  const t = useTranslations('panels.export')
  const tFields = useTranslations('table.names')
  const view = useView()
  const { fields, names, hasDeleted } = useMemo(() => listPersonal(scopeView(view, scope)), [view, scope])
  const all = nameOnce([
    ...fields.map((field) => tFields(field)),
    ...names,
    ...(hasDeleted ? [t('deletedFields')] : []),
  ])
  if (all.length === 0) return null
  const more = Math.max(0, all.length - namesTold)
  return (
    <p className="text-second break-words text-muted" dir="auto">
      {t('personalNames', { names: all.slice(0, namesTold).join(', '), more })}
    </p>
  )
}
