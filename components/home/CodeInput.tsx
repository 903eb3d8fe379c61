'use client'
import type { ClipboardEvent, ComponentProps } from 'react'
import { classes } from '../ui/classes'
import type { FieldControl } from '../ui/Field'
import { tidyCode } from './roomAddress'

export interface CodeInputProps extends FieldControl, Pick<ComponentProps<'input'>, 'ref'> {
  readonly value: string
  readonly onChange: (code: string) => void
  /** Something longer than a code was pasted, such as a link. Say true if it was taken. */
  readonly onPaste: (text: string) => boolean
}

/** Six boxes over one ordinary input: typed, pasted and read aloud as one word. */
export function CodeInput({ value, onChange, onPaste, ...control }: CodeInputProps) {
  const active = Math.min(value.length, 5)
  const invalid = control['aria-invalid'] === true
  return (
    <span className="group relative block">
      <input
        {...control}
        type="text"
        name="code"
        dir="ltr"
        value={value}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        onChange={(event) => onChange(tidyCode(event.target.value))}
        onPaste={(event: ClipboardEvent) => {
          if (onPaste(event.clipboardData.getData('text'))) event.preventDefault()
        }}
        // Seen through, but there: the boxes below show what it holds and where the caret is.
        className="absolute inset-0 z-10 size-full cursor-text rounded-button bg-transparent text-[16px] text-transparent caret-transparent outline-none selection:bg-transparent"
      />
      <span aria-hidden dir="ltr" className="flex gap-2">
        {Array.from({ length: 6 }, (_, index) => (
          <span
            key={index}
            className={classes(
              'flex h-12 min-w-0 flex-1 items-center justify-center rounded-button border bg-panel text-heading font-semibold',
              invalid ? 'border-danger' : 'border-node-border',
              index === 3 && 'ms-2.5',
              index === active &&
                'group-focus-within:border-accent group-focus-within:outline-2 group-focus-within:-outline-offset-1 group-focus-within:outline-accent',
            )}
          >
            {value[index]}
          </span>
        ))}
      </span>
    </span>
  )
}
