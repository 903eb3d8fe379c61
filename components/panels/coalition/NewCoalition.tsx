'use client'
import { useTranslations } from 'next-intl'
import * as z from 'zod/mini'
import { limits } from '../../../lib/base/limits'
import { useKeptForm } from '../../hooks/useKeptForm'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { TextInput } from '../../ui/TextInput'
import { useCoalitionActs } from './useCoalitionActs'

const newSchema = z.object({ name: z.string() })

/** Names a new coalition and makes it. */
export function NewCoalition({ onDone, onCancel }: { readonly onDone: () => void; readonly onCancel?: () => void }) {
  const t = useTranslations('coalition')
  const { make } = useCoalitionActs()
  // The panel may be closed on the way to the button: the name is there again.
  const form = useKeptForm({ form: 'coalition', fresh: () => ({ name: '' }), schema: newSchema })
  const { name } = form.fields
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() === '' || make(name) === undefined) return
        form.settle()
        onDone()
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
            onChange={({ target }) => form.set({ name: target.value })}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="small" variant="primary" disabled={name.trim() === ''}>
          {t('make')}
        </Button>
        {onCancel === undefined ? null : (
          <Button
            size="small"
            variant="quiet"
            onClick={() => {
              form.cancel()
              onCancel()
            }}
          >
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}
