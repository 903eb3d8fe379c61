import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import type { HintSide } from './hint'
import { Tooltip } from './Tooltip'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title'> {
  /** Read aloud, and shown as the tooltip. */
  readonly label: string
  /** Key caps to press together, such as `['Mod', 'Z']`. */
  readonly shortcut?: readonly string[] | undefined
  /** For buttons that stay down, such as tools: makes it a toggle. */
  readonly active?: boolean | undefined
  /** 36 px, or 32 in bars. Always 44 under a finger. */
  readonly size?: 'small' | 'medium' | undefined
  /** Why it does nothing now: it looks like that, the tooltip says it, and a click is not passed on. */
  readonly refused?: string | undefined
  readonly tooltipSide?: HintSide | undefined
  /** A lucide icon of 20 px. */
  readonly children: ReactNode
}

/** A button that is only an icon. Passes refs and attributes on, so it can be a trigger. */
export function IconButton({
  label,
  shortcut,
  active,
  refused,
  size = 'medium',
  tooltipSide,
  className,
  children,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={refused ?? label} shortcut={refused === undefined ? shortcut : undefined} side={tooltipSide}>
      <button
        type="button"
        aria-pressed={active}
        {...rest}
        {...(refused !== undefined && { 'aria-disabled': true, onClick: undefined })}
        aria-label={label}
        className={classes(
          'inline-flex shrink-0 items-center justify-center rounded-button transition-colors select-none disabled:opacity-40 aria-disabled:opacity-40',
          'pointer-coarse:size-11',
          size === 'small' ? 'size-8' : 'size-9',
          active
            ? 'bg-accent-tint text-accent'
            : 'text-ink enabled:hover:bg-hover enabled:active:bg-pressed data-[state=open]:bg-hover',
          className,
        )}
      >
        {children}
      </button>
    </Tooltip>
  )
}
