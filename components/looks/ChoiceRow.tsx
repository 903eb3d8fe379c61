import type { ReactNode } from 'react'
import { classes } from '../ui/classes'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly icon?: ReactNode
}

/** Values of one condition, of which any number can be chosen. */
export function ChoiceRow({
  label,
  choices,
  chosen,
  onToggle,
}: {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[] | undefined
  readonly onToggle: (value: string) => void
}) {
  if (choices.length === 0) return null
  return (
    <div role="group" aria-label={label} className="flex flex-col gap-1.5">
      <span aria-hidden className="text-second font-medium">
        {label}
      </span>
      <div className="flex flex-wrap gap-1.5">
        {choices.map(({ value, label: name, icon }) => {
          const isChosen = chosen?.includes(value) === true
          return (
            <button
              key={value}
              type="button"
              aria-pressed={isChosen}
              onClick={() => onToggle(value)}
              className={classes(
                'inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-button border px-2 text-second transition-colors pointer-coarse:min-h-11',
                isChosen
                  ? 'border-accent bg-accent-tint font-medium text-accent'
                  : 'border-node-border bg-panel hover:bg-hover',
              )}
            >
              {icon}
              <span dir="auto" className="truncate">
                {name}
              </span>
            </button>
          )
        })}
      </div>
    </div>
  )
}
