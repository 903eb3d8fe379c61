'use client'
import { useTranslations } from 'next-intl'
import { limits } from '../../../lib/base/limits'
import { renameElement } from '../../../lib/commands/renameElement'
import type { MapElement } from '../../../lib/model/element'
import { useRun } from '../../hooks/useRun'
import { useDraft } from '../useDraft'

/** The element's name as the panel's title, edited where it stands. */
export function NameField({ element, readOnly }: { readonly element: MapElement; readonly readOnly: boolean }) {
  const t = useTranslations('panels.inspector')
  const run = useRun()
  const draft = useDraft({
    field: t('name'),
    of: element.id,
    as: 'label',
    stored: element.label,
    oneLine: true,
    readOnly,
    commit: (label) => run(renameElement, { id: element.id, label }),
  })
  return (
    <textarea
      aria-label={t('name')}
      dir="auto"
      rows={1}
      {...draft}
      placeholder={t('unnamed')}
      maxLength={limits.label}
      className="-mx-2 field-sizing-content w-[calc(100%+16px)] resize-none rounded-button border border-transparent bg-transparent px-1.75 py-0.5 text-heading font-semibold text-ink not-read-only:hover:border-hairline focus:border-accent focus-visible:outline-offset-0"
    />
  )
}
