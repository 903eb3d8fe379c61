'use client'
import { useTranslations } from 'next-intl'
import { setLinkFields } from '../../../lib/commands/setLinkFields'
import { holdWords, type HoldWord } from '../../../lib/model/hold'
import type { MapLink } from '../../../lib/model/link'
import { useRun } from '../../hooks/useRun'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'

const unsaid = '-'

/** What a stakeholder has to do with a variable, of the link between the two. */
export function HoldFields({
  link,
  word,
  readOnly,
}: {
  readonly link: MapLink
  readonly word: HoldWord | undefined
  readonly readOnly: boolean
}) {
  const t = useTranslations('holds')
  const run = useRun()
  return (
    <Field label={t('field')}>
      {({ id }) => (
        <Select
          id={id}
          value={word ?? unsaid}
          disabled={readOnly}
          onChange={(next) => run(setLinkFields, { links: [link.id], fields: { type: next === unsaid ? null : next } })}
          options={[
            { value: unsaid, label: t('unsaid') },
            ...holdWords.map((value) => ({ value, label: t(`words.${value}`) })),
          ]}
        />
      )}
    </Field>
  )
}
