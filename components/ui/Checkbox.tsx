'use client'
import { Check, Minus } from 'lucide-react'
import { Checkbox as Radix } from 'radix-ui'
import { useId, type ReactNode } from 'react'

export interface CheckboxProps {
  readonly label: ReactNode
  readonly checked: boolean | 'indeterminate'
  readonly disabled?: boolean
  readonly onChange: (checked: boolean) => void
}

/** A box to tick, with its label. */
export function Checkbox({ label, checked, disabled, onChange }: CheckboxProps) {
  const id = useId()
  return (
    <div className="flex min-h-8 items-center gap-2.5 pointer-coarse:min-h-11">
      <Radix.Root
        id={id}
        checked={checked}
        disabled={disabled ?? false}
        onCheckedChange={(next) => onChange(next === true)}
        className="flex size-5 shrink-0 items-center justify-center rounded border border-node-border bg-panel text-on-accent disabled:opacity-45 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent"
      >
        <Radix.Indicator>
          {checked === 'indeterminate' ? <Minus size={14} aria-hidden /> : <Check size={14} aria-hidden />}
        </Radix.Indicator>
      </Radix.Root>
      <label htmlFor={id} className="text-body">
        {label}
      </label>
    </div>
  )
}
