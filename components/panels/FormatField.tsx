'use client'
import { Field } from '../ui/Field'
import { Select } from '../ui/Select'

/**
 * In which format something is taken home, with what the chosen one is good for.
 * @param words the texts of where it stands: `format`, and `formats.…` and `about.…` of each
 */
export function FormatField<Format extends string>({
  formats,
  value,
  onChange,
  words,
}: {
  readonly formats: readonly Format[]
  readonly value: Format
  readonly onChange: (format: Format) => void
  readonly words: (place: string) => string
}) {
  return (
    <Field label={words('format')} hint={words(`about.${value}`)}>
      {({ id }) => (
        <Select
          id={id}
          value={value}
          onChange={onChange}
          options={formats.map((format) => ({ value: format, label: words(`formats.${format}`) }))}
        />
      )}
    </Field>
  )
}
