'use client'
import type { TypedText } from '../../hooks/typedTexts'
import { Field } from '../../ui/Field'
import { TextArea } from '../../ui/TextArea'
import { TextInput } from '../../ui/TextInput'
import { useDraft, type DraftOptions } from '../useDraft'

/** `of` and `as` say what it is a text of, so that it can be offered if it cannot be kept. */
export interface TextFieldProps extends Pick<TypedText, 'of' | 'as'> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly stored: string
  readonly placeholder?: string
  readonly maxLength: number
  readonly readOnly: boolean
  /** Several lines, kept after a pause; else one line, kept on Enter or on leaving. */
  readonly long?: boolean
  readonly onCommit: DraftOptions['commit']
}

/** A text of the map as a field. */
export function TextField(props: TextFieldProps) {
  const { label, hideLabel = false, stored, maxLength, readOnly, long = false, onCommit, of, as } = props
  // Where nothing can be written nothing asks for it.
  const placeholder = readOnly ? undefined : props.placeholder
  const draft = useDraft({
    field: label,
    of,
    as,
    stored,
    readOnly,
    commit: onCommit,
    oneLine: !long,
    ...(long ? { pause: 800 } : {}),
  })
  return (
    <Field label={label} hideLabel={hideLabel}>
      {(control) =>
        long ? (
          <TextArea {...control} {...draft} placeholder={placeholder} maxLength={maxLength} />
        ) : (
          <TextInput {...control} {...draft} placeholder={placeholder} maxLength={maxLength} />
        )
      }
    </Field>
  )
}
