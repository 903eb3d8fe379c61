'use client'
import { ToggleGroup as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Field } from './Field'

export interface SegmentedControlProps<Value extends string> {
  readonly label: string
  readonly labelHidden?: boolean
  /** Undefined when the selection has no common value. */
  readonly value: Value | undefined
  readonly options: readonly { readonly value: Value; readonly label: string; readonly mark?: ReactNode }[]
  readonly disabled?: boolean
  readonly onChange: (value: Value) => void
}

/** A few choices side by side, one of them taken. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, labelHidden = false, value, options, disabled, onChange } = props
  return (
    <Field label={label} labelHidden={labelHidden}>
      {(ids) => (
        <Radix.Root
          {...ids}
          type="single"
          aria-label={label}
          value={value ?? ''}
          disabled={disabled ?? false}
          onValueChange={(next) => {
            const chosen = options.find((option) => option.value === next)
            if (chosen !== undefined) onChange(chosen.value)
          }}
          className="flex w-full rounded-button border border-node-border bg-panel p-0.5"
        >
          {options.map((option) => (
            <Radix.Item
              key={option.value}
              value={option.value}
              aria-label={option.label}
              className="flex h-7.5 flex-1 items-center justify-center gap-1.5 rounded px-2 text-second text-ink hover:bg-hover disabled:opacity-45 data-[state=on]:bg-accent-tint data-[state=on]:font-medium data-[state=on]:text-accent pointer-coarse:h-11"
            >
              {option.mark ?? option.label}
            </Radix.Item>
          ))}
        </Radix.Root>
      )}
    </Field>
  )
}
