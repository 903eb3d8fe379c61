let wasKey = false

if (typeof window !== 'undefined') {
  window.addEventListener('keydown', () => (wasKey = true), { capture: true, passive: true })
  window.addEventListener('pointerdown', () => (wasKey = false), { capture: true, passive: true })
}

/**
 * Whether the last thing that somebody did was a key press. Where a menu that was used by hand gives the focus back,
 * browsers call it visible all the same.
 */
export function isLastInputKey(): boolean {
  return wasKey
}
