import { latePart } from './latePart'
import { prepareToasts } from './toast'

// What floats over a page comes with the first of its kind, or as soon as the page has time for it.
export const HintBubble = latePart(async () => (await import('./HintBubble')).HintBubble)
export const MenuPopup = latePart(async () => (await import('./MenuPopup')).MenuPopup)
export const PopoverPopup = latePart(async () => (await import('./PopoverPopup')).PopoverPopup)

/** Everything that floats, before it is asked for: hints, menus, popovers and toasts. */
export const floatingParts = [HintBubble, MenuPopup, PopoverPopup, { preload: prepareToasts }] as const
