'use client'
import { Check, ChevronDown } from 'lucide-react'
import { Select as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Field } from './Field'

export interface SelectOption {
  readonly value: string
  readonly label: string
  readonly mark?: ReactNode
}

export interface SelectProps {
  readonly label: string
  readonly labelHidden?: boolean
  /** Empty when nothing, or nothing common, is chosen: `placeholder` shows then. */
  readonly value: string
  readonly placeholder?: string
  readonly options: readonly SelectOption[]
  readonly disabled?: boolean
  readonly onChange: (value: string) => void
}

/** One choice out of a list. */
export function Select({ label, labelHidden = false, value, placeholder, options, disabled, onChange }: SelectProps) {
  return (
    <Field label={label} labelHidden={labelHidden}>
      {(ids) => (
        <Radix.Root value={value} onValueChange={onChange} disabled={disabled ?? false}>
          <Radix.Trigger
            {...ids}
            aria-label={label}
            className="flex h-9 w-full items-center justify-between gap-2 rounded-button border border-node-border bg-panel px-3 text-start text-body text-ink disabled:opacity-60 data-[placeholder]:text-muted"
          >
            <span className="truncate">
              <Radix.Value placeholder={placeholder ?? ''} />
            </span>
            <ChevronDown size={16} className="shrink-0 text-muted" aria-hidden />
          </Radix.Trigger>
          <Radix.Portal>
            <Radix.Content
              position="popper"
              sideOffset={4}
              collisionPadding={8}
              className="z-60 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-hidden rounded-card border border-hairline bg-panel p-1 text-ink shadow-float"
            >
              <Radix.Viewport>
                {options.map((option) => (
                  <Radix.Item
                    key={option.value}
                    value={option.value}
                    className="flex min-h-8 cursor-default items-center gap-2 rounded-button px-2 py-1 text-body outline-none select-none data-[highlighted]:bg-hover pointer-coarse:min-h-11"
                  >
                    {option.mark}
                    <Radix.ItemText>{option.label}</Radix.ItemText>
                    <Radix.ItemIndicator className="ms-auto ps-3 text-accent">
                      <Check size={16} aria-hidden />
                    </Radix.ItemIndicator>
                  </Radix.Item>
                ))}
              </Radix.Viewport>
            </Radix.Content>
          </Radix.Portal>
        </Radix.Root>
      )}
    </Field>
  )
}
