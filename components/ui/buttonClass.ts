import { classes } from './classes'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

export interface ButtonLook {
  readonly variant?: ButtonVariant | undefined
  readonly size?: ButtonSize | undefined
  /** Fills the line. */
  readonly wide?: boolean | undefined
}

const variants: Readonly<Record<ButtonVariant, string>> = {
  primary: 'bg-accent text-on-accent hover:brightness-110 active:brightness-95 border border-transparent',
  secondary: 'bg-panel text-ink border border-node-border hover:bg-hover active:bg-pressed',
  quiet: 'bg-transparent text-ink border border-transparent hover:bg-hover active:bg-pressed',
  danger: 'bg-danger text-on-accent hover:brightness-110 active:brightness-95 border border-transparent',
}

// A finger needs 44 px where a mouse is content with 36.
const sizes: Readonly<Record<ButtonSize, string>> = {
  small: 'h-8 px-2.5 text-second pointer-coarse:h-11 pointer-coarse:px-3.5',
  medium: 'h-9 px-3.5 text-body pointer-coarse:h-11',
  large: 'h-11 px-4 text-body',
}

/** The look of a button, for buttons and for links that look like one. */
export function buttonClass({ variant = 'secondary', size = 'medium', wide = false }: ButtonLook = {}): string {
  return classes(
    'inline-flex shrink-0 items-center justify-center gap-2 rounded-button font-medium whitespace-nowrap no-underline',
    'transition-[background-color,filter,opacity] select-none disabled:opacity-50 aria-disabled:opacity-50',
    variants[variant],
    sizes[size],
    wide && 'w-full',
  )
}
