'use client'
import { Check, Minus } from 'lucide-react'
import { Checkbox as RadixCheckbox } from 'radix-ui'
import { useId, type ReactNode } from 'react'

export interface CheckboxProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** `mixed`: some of what it stands for are, some are not. */
  readonly checked: boolean | 'mixed'
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
}

/** Yes or no, as part of a form. */
export function Checkbox({ label, hint, checked, onChange, disabled = false }: CheckboxProps) {
  const id = useId()
  return (
    <div className="flex items-center gap-2 pointer-coarse:min-h-11">
      <RadixCheckbox.Root
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        checked={checked === 'mixed' ? 'indeterminate' : checked}
        onCheckedChange={(next) => onChange(next === true)}
        disabled={disabled}
        className="inline-flex size-5 shrink-0 items-center justify-center rounded border border-node-border bg-panel text-on-accent disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent"
      >
        <RadixCheckbox.Indicator>
          {checked === 'mixed' ? <Minus size={14} aria-hidden /> : <Check size={14} aria-hidden />}
        </RadixCheckbox.Indicator>
      </RadixCheckbox.Root>
      <div className="min-w-0">
        <label htmlFor={id} className="text-body">
          {label}
        </label>
        {hint === undefined ? null : (
          <p id={`${id}-hint`} className="text-meta text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}
