'use client'
import { Field } from '../ui/Field'
import { TextInput } from '../ui/TextInput'
import type { AskDraft } from './askDraft'

/** What the fields of a kind of round are given. */
export interface AskFieldsProps {
  readonly draft: AskDraft
  readonly change: (changes: Partial<AskDraft>) => void
  /** What it is about is settled, as where a round is asked again. */
  readonly isSettled: boolean
  /** What is missing at a field, once one has tried. */
  readonly error: (of: 'options' | 'questions' | 'axes') => string | undefined
}

/** A whole number of what is asked, up to 20. */
export function CountField({
  label,
  least,
  value,
  onChange,
}: {
  readonly label: string
  readonly least: number
  readonly value: number
  readonly onChange: (value: number) => void
}) {
  return (
    <Field label={label} className="min-w-0 flex-1">
      {(control) => (
        <TextInput
          {...control}
          type="number"
          inputMode="numeric"
          min={least}
          max={20}
          value={value}
          onChange={(event) => onChange(Math.min(20, Math.max(least, Math.round(Number(event.target.value) || 0))))}
        />
      )}
    </Field>
  )
}

/** A few words of what is asked. */
export function WordField({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <Field label={label} className="min-w-0 flex-1">
      {(control) => (
        <TextInput {...control} maxLength={60} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  )
}
