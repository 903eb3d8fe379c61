import type { KeyIntent } from './keyIntent'
import { allBindings, type Binding } from './shortcuts'

/** A key press, as a keyboard event tells it. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly shift: boolean
  readonly alt: boolean
  /** Cmd on a Mac, Ctrl elsewhere. */
  readonly command: boolean
}

/**
 * What a key press on the canvas means, or undefined if it is not ours. The caller has made sure
 * that no text is being typed.
 * @param onLink a link has the focus or is all that is selected
 */
export function findIntent(press: KeyPress, onLink: boolean): KeyIntent | undefined {
  const key = latinKey(press)
  return allBindings.find((binding) => matches(binding, press, key) && (binding.onLink !== true || onLink))?.intent
}

function matches(binding: Binding, press: KeyPress, key: string): boolean {
  const { shift = false, alt = false, command = false } = binding
  return (
    (binding.key === key || (binding.code !== undefined && binding.code === press.code)) &&
    (shift === 'any' || shift === press.shift) &&
    alt === press.alt &&
    command === press.command
  )
}

/**
 * The key by its letter where that is Latin, so that AZERTY and Dvorak do what is printed on them;
 * else by its place, so that a Cyrillic or Greek keyboard still has the letters of the sheet.
 */
function latinKey({ key, code }: KeyPress): string {
  if (key.length !== 1) return key
  const letter = key.toLowerCase()
  const place = /^Key([A-Z])$/.exec(code)?.[1]
  return place !== undefined && !/^[a-z]$/.test(letter) && /^\p{L}$/u.test(letter) ? place.toLowerCase() : letter
}
