import type { KeyPress } from './findIntent'

/** What a key means while a label is being typed; undefined leaves it to the text field. */
export type NamingIntent = 'commit' | 'cancel' | 'next-linked' | 'next-unlinked' | 'commit-back'

/** Reads a key of the name field. Keys of an input method that is composing belong to it. */
export function findNamingIntent(press: KeyPress, composing: boolean): NamingIntent | undefined {
  if (composing) return undefined
  switch (press.key) {
    case 'Escape':
      return 'cancel'
    case 'Tab':
      return press.shift ? 'commit-back' : 'next-linked'
    case 'Enter':
      if (press.command) return 'next-unlinked'
      return press.shift ? undefined : 'commit'
    default:
      return undefined
  }
}
