'use client'
import { RadioGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import { classes } from './classes'

export interface Segment<Value extends string> {
  readonly value: Value
  /** Read aloud; shown unless there is an icon. */
  readonly label: string
  readonly icon?: ReactNode
}

export interface SegmentedControlProps<Value extends string> {
  readonly label: string
  /** Undefined: nothing chosen, or several different ones. */
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
  readonly segments: readonly Segment<Value>[]
  readonly disabled?: boolean
  readonly className?: string
}

/** One of a few, all in view. */
export function SegmentedControl<Value extends string>({
  label,
  value,
  onChange,
  segments,
  disabled = false,
  className,
}: SegmentedControlProps<Value>) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value ?? null}
      onValueChange={(next) => onChange(next as Value)}
      disabled={disabled}
      orientation="horizontal"
      className={classes('flex rounded-button border border-node-border bg-panel p-0.5', className)}
    >
      {segments.map((segment) => (
        <RadioGroup.Item
          key={segment.value}
          value={segment.value}
          aria-label={segment.label}
          className="inline-flex h-7.5 min-w-8 flex-auto items-center justify-center gap-1.5 rounded px-2 text-second text-muted transition-colors select-none enabled:hover:bg-hover disabled:opacity-50 data-[state=checked]:bg-accent-tint data-[state=checked]:font-medium data-[state=checked]:text-accent pointer-coarse:h-10"
        >
          {segment.icon ?? segment.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
