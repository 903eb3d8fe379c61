'use client'
import { useId, type ReactNode } from 'react'
import { classes } from './classes'

/** What the control of a field must carry, so that label, hint and error are read with it. */
export interface FieldControl {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

export interface FieldProps {
  readonly label: ReactNode
  /** The label is read aloud but not shown. */
  readonly hideLabel?: boolean
  readonly hint?: ReactNode
  /** One sentence: what is wrong and what to do. */
  readonly error?: ReactNode
  readonly className?: string
  readonly children: (control: FieldControl) => ReactNode
}

/** A control with its label, hint and error. */
export function Field({ label, hideLabel = false, hint, error, className, children }: FieldProps) {
  const id = useId()
  const hintId = hint === undefined ? undefined : `${id}-hint`
  const errorId = error === undefined ? undefined : `${id}-error`
  const describedBy = [hintId, errorId].filter((part) => part !== undefined).join(' ')
  return (
    <div className={classes('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-second font-medium'}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {hint === undefined ? null : (
        <p id={hintId} className="text-meta text-muted">
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p id={errorId} role="alert" className="text-second text-danger">
          {error}
        </p>
      )}
    </div>
  )
}
