'use client'
import { useTranslations } from 'next-intl'
import type { JsonFields } from '../../../lib/base/json'
import { customText } from '../../../lib/model/customValue'
import { isSaidName } from '../../../lib/model/extraName'
import { Section } from '../inspector/PanelFrame'

/** What an import kept of an element or a link under names that Weft does not know: to read. */
export function ImportedValues({
  extra = {},
  hint,
}: {
  readonly extra: JsonFields | undefined
  /** What can be done with it. */
  readonly hint?: string | undefined
}) {
  const t = useTranslations('fields.imported')
  const said = Object.entries(extra).filter(([name, value]) => isSaidName(name) && customText(value) !== '')
  if (said.length === 0) return null
  return (
    <Section title={t('title')}>
      <dl className="flex flex-col gap-2">
        {said.map(([name, value]) => (
          <div key={name}>
            <dt className="text-meta text-muted" dir="auto">
              {name}
            </dt>
            <dd className="text-body break-words whitespace-pre-line" dir="auto">
              {customText(value)}
            </dd>
          </div>
        ))}
      </dl>
      {hint === undefined ? null : <p className="text-meta text-muted">{hint}</p>}
    </Section>
  )
}
