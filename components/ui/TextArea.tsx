import type { ComponentProps } from 'react'
import { classes } from './classes'
import { inputClass } from './TextInput'

/** Several lines of text, growing with what is written. Put it in a Field, or give it an `aria-label`. */
export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      dir="auto"
      rows={3}
      {...rest}
      className={classes(inputClass, 'field-sizing-content max-h-80 min-h-20 resize-y py-2', className)}
    />
  )
}
