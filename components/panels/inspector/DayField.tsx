'use client'
import { useDraft } from '../useDraft'
import type { ElementId } from '../../../lib/base/ids'
import { Field } from '../../ui/Field'
import { TextInput } from '../../ui/TextInput'

/** A day. It is kept once it is whole: its parts come one by one from the keyboard. */
export function DayField({
  label,
  hint,
  stored,
  of,
  readOnly,
  error,
  onCommit,
}: {
  readonly label: string
  readonly hint?: string | undefined
  /** `2026-12-01`; '' for none. */
  readonly stored: string
  /** Whose day it is, where several have one under this label. */
  readonly of?: ElementId
  readonly readOnly: boolean
  readonly error?: string | undefined
  readonly onCommit: (day: string | null) => void
}) {
  const draft = useDraft({
    ...{ field: label, stored, oneLine: true, readOnly },
    ...(of === undefined ? {} : { of }),
    commit: (typed) => onCommit(typed === '' ? null : typed),
  })
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <TextInput {...control} {...draft} type="date" max="9999-12-31" readOnly={readOnly} className="px-2" />
      )}
    </Field>
  )
}
