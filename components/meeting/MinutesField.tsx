'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { mostTimerMinutes } from '../../lib/practice/timer'
import { Field } from '../ui/Field'
import { TextInput } from '../ui/TextInput'
import { readMinutes } from './minutes'

/** Minutes, typed: what cannot be is said at the field in one sentence, and stays as it was typed. See `readMinutes`. */
export function MinutesField({
  label,
  hideLabel = false,
  least,
  value,
  placeholder,
  className,
  beside,
  onChange,
}: {
  readonly label: string
  readonly hideLabel?: boolean
  readonly least: number
  readonly value: string
  readonly placeholder?: string
  readonly className?: string
  /** Stands beside the box, such as what takes the minutes. */
  readonly beside?: ReactNode
  readonly onChange: (typed: string) => void
}) {
  const t = useTranslations('agenda')
  const isWrong = readMinutes(value, least) === 'wrong'
  return (
    <Field
      label={label}
      hideLabel={hideLabel}
      {...(className !== undefined && { className })}
      {...(isWrong && { error: t('minutesWrong', { least, most: mostTimerMinutes }) })}
    >
      {(control) => (
        <div className="flex items-center gap-1.5">
          <TextInput
            {...control}
            type="number"
            inputMode="numeric"
            min={least}
            max={mostTimerMinutes}
            placeholder={placeholder}
            className="min-w-0 flex-1"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {beside}
        </div>
      )}
    </Field>
  )
}
