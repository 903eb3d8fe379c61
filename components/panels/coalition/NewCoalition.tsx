'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { limits } from '../../../lib/base/limits'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { TextInput } from '../../ui/TextInput'
import { useCoalitionActs } from './useCoalitionActs'

/** Names a new coalition and makes it. */
export function NewCoalition({ onDone, onCancel }: { readonly onDone: () => void; readonly onCancel?: () => void }) {
  const t = useTranslations('coalition')
  const { make } = useCoalitionActs()
  const [name, setName] = useState('')
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '' && make(name) !== undefined) onDone()
      }}
    >
      <Field label={t('name')}>
        {(control) => (
          <TextInput
            {...control}
            autoFocus={onCancel !== undefined}
            value={name}
            maxLength={limits.label}
            placeholder={t('nameHint')}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="small" variant="primary" disabled={name.trim() === ''}>
          {t('make')}
        </Button>
        {onCancel === undefined ? null : (
          <Button size="small" variant="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}
