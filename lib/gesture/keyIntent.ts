import type { Direction } from '../geometry/neighbours'
import type { PlaceableKind } from './gestureEffect'

export type AlignEdge = 'left' | 'right' | 'top' | 'bottom' | 'centre' | 'middle'

/** What a key on the canvas means. The shell carries it out on what is selected, else on what has the focus. */
export type KeyIntent =
  | { readonly kind: 'tool'; readonly tool: 'select' | 'hand' }
  | { readonly kind: 'add'; readonly element: PlaceableKind }
  | { readonly kind: 'link' }
  | { readonly kind: 'add-linked'; readonly direction: Direction }
  | { readonly kind: 'rename' }
  | { readonly kind: 'delete' }
  /** Writes about what is selected, else about what has the focus, else about a place. Changes nothing on the map. */
  | { readonly kind: 'comment' }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'select-all' }
  | { readonly kind: 'toggle-selected'; readonly extend: boolean }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** Nudges the selection by `distance`; with nothing selected it moves the focus. */
  | { readonly kind: 'arrow'; readonly direction: Direction; readonly distance: number }
  | { readonly kind: 'focus-end'; readonly end: 'first' | 'last' }
  /** Walks the links of what has the focus; with something selected it nudges that by 1. */
  | { readonly kind: 'walk'; readonly along: 'out' | 'in' | 'next' | 'previous'; readonly direction: Direction }
  | { readonly kind: 'sign'; readonly polarity: '+' | '-' | '?' }
  | { readonly kind: 'delay' }
  | { readonly kind: 'read' }
  /** Asks what follows from a rise, or a fall, of the variable. Changes nothing on the map. */
  | { readonly kind: 'push'; readonly direction: 1 | -1 }
  | { readonly kind: 'menu' }
  | { readonly kind: 'reorder'; readonly to: 'front' | 'back' | 'forward' | 'backward' }
  | { readonly kind: 'align'; readonly edge: AlignEdge }
  | { readonly kind: 'lock' }
  | { readonly kind: 'fit' }
  | { readonly kind: 'fit-selection' }
  | { readonly kind: 'zoom'; readonly to: 'in' | 'out' | 'actual' }
  /** Begins or ends pointing with a laser, which changes nothing on the map. */
  | { readonly kind: 'laser' }
  | { readonly kind: 'find' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'escape' }

const readers: readonly KeyIntent['kind'][] = [
  'tool',
  'select-all',
  'toggle-selected',
  'focus-end',
  'walk',
  'read',
  'comment',
  'push',
  'menu',
  'fit',
  'fit-selection',
  'zoom',
  'laser',
  'find',
  'palette',
  'shortcuts',
  'escape',
]

/** True if someone who may only look may do this. Arrows may, as long as they move the focus. */
export function isForReaders(intent: KeyIntent): boolean {
  return readers.includes(intent.kind) || intent.kind === 'arrow'
}
