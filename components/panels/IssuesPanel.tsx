'use client'
import { useTranslations } from 'next-intl'
import { useView } from '../hooks/useMap'

/** Faults that were found on reading the map: shown, never silently mended. */
export function IssuesPanel() {
  const t = useTranslations('panels.issues')
  const issues = useView((view) => view.issues)
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-4">
      <p className="pb-2 text-second text-muted">{issues.length === 0 ? t('none') : t('about')}</p>
      <ul className="flex flex-col divide-y divide-hairline">
        {issues.map((issue) => (
          <li
            key={issue.kind === 'bad-record' ? `${issue.root}-${issue.id}-${issue.field ?? ''}` : issue.link}
            className="py-2 text-body break-words"
          >
            {issue.kind === 'link-without-end'
              ? t('linkWithoutEnd', { link: issue.link, missing: issue.missing })
              : t('badRecord', {
                  root: t(`roots.${issue.root}`),
                  id: issue.id,
                  field: issue.field ?? '',
                  has: issue.field === undefined ? 'no' : 'yes',
                })}
          </li>
        ))}
      </ul>
    </div>
  )
}
