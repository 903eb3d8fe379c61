'use client'
import { Check, ChevronDown } from 'lucide-react'
import { Select as RadixSelect } from 'radix-ui'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { menuClass, menuLabelClass, menuRowClass } from './menuClass'
import { inputClass } from './TextInput'

export interface SelectOption<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: ReactNode
  /** Options that follow each other with the same group stand under its name. */
  readonly group?: string
}

export interface SelectProps<Value extends string> {
  /** From Field. */
  readonly id?: string
  /** Read aloud where there is no Field. */
  readonly label?: string
  /** Undefined: nothing chosen, or several different ones. */
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
  readonly options: readonly SelectOption<Value>[]
  /** Shown while nothing is chosen, such as "Mixed". */
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly className?: string
}

/** One of several words. For three or fewer, SegmentedControl shows them all. Values must not be empty. */
export function Select<Value extends string>({
  id,
  label,
  value,
  onChange,
  options,
  placeholder,
  disabled = false,
  className,
}: SelectProps<Value>) {
  return (
    <RadixSelect.Root value={value ?? ''} onValueChange={(next) => onChange(next as Value)} disabled={disabled}>
      <RadixSelect.Trigger
        id={id}
        aria-label={label}
        className={classes(
          inputClass,
          'flex h-9 items-center gap-2 text-start data-[placeholder]:text-muted pointer-coarse:h-11',
          className,
        )}
      >
        <span dir="auto" className="min-w-0 flex-1 truncate">
          <RadixSelect.Value placeholder={placeholder} />
        </span>
        <RadixSelect.Icon>
          <ChevronDown size={16} aria-hidden className="text-muted" />
        </RadixSelect.Icon>
      </RadixSelect.Trigger>
      <RadixSelect.Portal>
        <RadixSelect.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={classes(menuClass, 'min-w-[var(--radix-select-trigger-width)]')}
        >
          <RadixSelect.Viewport>
            {groupOptions(options).map(({ name, members }) =>
              name === undefined ? (
                members.map((option) => <OptionRow key={option.value} option={option} />)
              ) : (
                <RadixSelect.Group key={name}>
                  <RadixSelect.Label className={menuLabelClass}>{name}</RadixSelect.Label>
                  {members.map((option) => (
                    <OptionRow key={option.value} option={option} />
                  ))}
                </RadixSelect.Group>
              ),
            )}
          </RadixSelect.Viewport>
        </RadixSelect.Content>
      </RadixSelect.Portal>
    </RadixSelect.Root>
  )
}

function OptionRow<Value extends string>({ option }: { readonly option: SelectOption<Value> }) {
  return (
    <RadixSelect.Item value={option.value} className={menuRowClass}>
      {option.icon}
      <span className="flex-1">
        <RadixSelect.ItemText>{option.label}</RadixSelect.ItemText>
      </span>
      <RadixSelect.ItemIndicator>
        <Check size={16} aria-hidden />
      </RadixSelect.ItemIndicator>
    </RadixSelect.Item>
  )
}

function groupOptions<Value extends string>(options: readonly SelectOption<Value>[]) {
  const groups: { readonly name: string | undefined; readonly members: SelectOption<Value>[] }[] = []
  for (const option of options) {
    const last = groups.at(-1)
    if (last !== undefined && last.name === option.group) last.members.push(option)
    else groups.push({ name: option.group, members: [option] })
  }
  return groups
}
