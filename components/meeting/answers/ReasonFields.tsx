'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { countLetters } from '../../../lib/practice/countLetters'
import { mostReason, type Reason } from '../../../lib/practice/survey'
import { useView } from '../../hooks/useMap'
import { NamePicker } from '../../panels/NamePicker'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { IconButton } from '../../ui/IconButton'
import { TextArea } from '../../ui/TextArea'

/** What makes somebody say so: folded until it is wanted, with the element of the map that it is about. */
export function ReasonFields({
  question,
  value,
  onChange,
}: {
  readonly question: string
  readonly value: Reason | undefined
  readonly onChange: (value: Reason | undefined) => void
}) {
  const t = useTranslations('surveys.fields')
  const [isOpen, setOpen] = useState(value !== undefined)
  const elements = useView((view) => view.elements)
  if (!isOpen) {
    return (
      <Button
        size="small"
        variant="quiet"
        className="-ms-2 self-start"
        aria-label={t('whyOf', { text: question })}
        onClick={() => setOpen(true)}
      >
        {t('why')}
      </Button>
    )
  }
  const { text = '', about } = value ?? {}
  const over = countLetters(text.trim()) - mostReason
  const name = about === undefined ? t('noAbout') : (elements.get(about as ElementId)?.label ?? t('gone'))
  const put = (next: Reason): void => onChange(next.text === '' && next.about === undefined ? undefined : next)
  return (
    <div className="flex flex-col gap-2">
      <Field label={t('why')} {...(over > 0 ? { error: t('over', { over }) } : {})}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            className="min-h-0"
            value={text}
            onChange={(event) => put({ ...(about === undefined ? {} : { about }), text: event.target.value })}
          />
        )}
      </Field>
      <span className="flex items-center gap-2">
        <span className="shrink-0 text-second text-muted">{t('about')}</span>
        <span className="min-w-0 flex-1">
          <NamePicker
            label={t('about')}
            buttonName={t('aboutOf', { name })}
            shown={name}
            isEmpty={about === undefined}
            choices={() =>
              [...elements.values()]
                .filter(({ label }) => label.trim() !== '')
                .toSorted((a, b) => a.label.localeCompare(b.label))
            }
            words={{ find: t('find'), none: t('none') }}
            onPick={(id) => put({ text, about: id })}
          />
        </span>
        {about === undefined ? null : (
          <IconButton label={t('noPlace')} size="small" onClick={() => put({ text })}>
            <X size={16} aria-hidden />
          </IconButton>
        )}
      </span>
    </div>
  )
}
