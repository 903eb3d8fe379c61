'use client'
import { useId, type ComponentProps, type ReactNode } from 'react'
import { classes } from './classes'

export const inputLook =
  'w-full rounded-button border border-node-border bg-panel text-ink outline-offset-1 disabled:opacity-60 aria-invalid:border-danger'

export interface FieldProps {
  readonly label: string
  /** Hides the label from sight, not from screen readers. */
  readonly labelHidden?: boolean
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly children: (ids: {
    readonly id: string
    readonly 'aria-describedby'?: string
    readonly 'aria-invalid'?: true
  }) => ReactNode
}

/** A label, its control, and the one sentence that helps or says what is wrong. */
export function Field({ label, labelHidden = false, hint, error, children }: FieldProps) {
  const id = useId()
  const note = error ?? hint
  const noteId = `${id}-note`
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'text-second font-medium'}>
        {label}
      </label>
      {children({
        id,
        ...(note === undefined ? {} : { 'aria-describedby': noteId }),
        ...(error === undefined ? {} : { 'aria-invalid': true as const }),
      })}
      {note !== undefined && (
        <p
          id={noteId}
          className={classes('text-meta', error === undefined ? 'text-muted' : 'text-danger')}
          {...(error === undefined ? {} : { role: 'alert' })}
        >
          {note}
        </p>
      )}
    </div>
  )
}

type TextInputProps = ComponentProps<'input'> & Omit<FieldProps, 'children'> & { readonly large?: boolean }

/** One line of text, with its label. */
export function TextInput({ label, labelHidden, hint, error, large = false, className, ...rest }: TextInputProps) {
  return (
    <Field label={label} hint={hint} error={error} {...(labelHidden === undefined ? {} : { labelHidden })}>
      {(ids) => (
        <input
          {...ids}
          className={classes(inputLook, large ? 'h-11 px-3.5 text-timer' : 'h-9 px-3 text-body', className)}
          {...rest}
        />
      )}
    </Field>
  )
}

type TextAreaProps = ComponentProps<'textarea'> & Omit<FieldProps, 'children'>

/** Several lines of text, with their label. */
export function TextArea({ label, labelHidden, hint, error, className, ...rest }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} {...(labelHidden === undefined ? {} : { labelHidden })}>
      {(ids) => (
        <textarea
          {...ids}
          className={classes(inputLook, 'min-h-20 resize-y px-3 py-2 text-body', className)}
          {...rest}
        />
      )}
    </Field>
  )
}
