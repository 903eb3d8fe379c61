/** What stands in a field, and what of it is selected. */
export interface FieldText {
  readonly value: string
  readonly start: number
  readonly end: number
  /** Characters that fit; a field without a bound says -1. */
  readonly maxLength: number
  /** Takes more than one line. */
  readonly hasLines: boolean
}

export type Typed = { readonly text: string } | { readonly key: string }

/** One replacement in the field: the caret stands behind it. */
export interface FieldEdit {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * What the browser does by itself with a text, or a key, that a hand has typed into a field. Letters are
 * taken away as people see them, and what does not fit is left out. Undefined if nothing changes.
 */
export function typeInto(field: FieldText, typed: Typed): FieldEdit | undefined {
  const { value, start, end } = field
  if ('text' in typed) return insert(field, typed.text)
  const isCaret = start === end
  switch (typed.key) {
    case 'Enter':
      return field.hasLines ? insert(field, '\n') : undefined
    case 'Backspace': {
      const from = isCaret ? start - (graphemes(value.slice(0, start)).at(-1)?.length ?? 0) : start
      return from === end ? undefined : { text: '', start: from, end }
    }
    case 'Delete': {
      const to = isCaret ? end + (graphemes(value.slice(end))[0]?.length ?? 0) : end
      return start === to ? undefined : { text: '', start, end: to }
    }
    default:
      return undefined
  }
}

function insert({ value, start, end, maxLength }: FieldText, text: string): FieldEdit | undefined {
  const room = maxLength < 0 ? Infinity : Math.max(0, maxLength - (value.length - (end - start)))
  let fitting = ''
  for (const letter of graphemes(text)) {
    if (fitting.length + letter.length > room) break
    fitting += letter
  }
  return fitting === '' ? undefined : { text: fitting, start, end }
}

function graphemes(text: string): readonly string[] {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment)
}
