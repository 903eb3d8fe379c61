'use client'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { classes } from './classes'

const macCaps: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↵', Backspace: '⌫' }
const caps: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Arrows: '← ↑ ↓ →',
}

const never = () => () => {}
const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform)

/** True on Apple's keyboards, where Cmd is what Ctrl is elsewhere. */
export function useMacKeys(): boolean {
  return useSyncExternalStore(never, isMac, () => false)
}

export interface KbdProps {
  /** Caps to press together. `Mod` is Cmd on a Mac and Ctrl elsewhere. */
  readonly keys: readonly string[]
  /** Drawn on the dark ground of a tooltip. */
  readonly onDark?: boolean | undefined
}

/** A key combination. */
export function Kbd({ keys, onDark = false }: KbdProps) {
  const mac = useMacKeys()
  const t = useTranslations('common.keys')
  const name = (key: string): string => {
    const cap = (mac ? macCaps[key] : undefined) ?? caps[key]
    if (cap !== undefined) return cap
    return t.has(key) ? t(key) : key
  }
  return (
    <span className="inline-flex gap-0.5">
      {keys.map((key) => (
        <kbd
          key={key}
          className={classes(
            'inline-flex h-5 min-w-5 items-center justify-center rounded px-1 font-sans text-tag',
            onDark ? 'bg-canvas/20 text-canvas' : 'border border-hairline bg-canvas text-muted',
          )}
        >
          {name(key)}
        </kbd>
      ))}
    </span>
  )
}
