/** A box of the window, in pixels. */
export interface WindowBox {
  readonly left: number
  readonly top: number
  readonly width: number
}

/** From the edge of the card to the text in it, as its classes have it. */
const inset = 13
/** Of what stands above the text. */
const head = 53
/** Between the card and the edges of the window. */
const air = 8
/** Below the head of the page. */
const highest = 64
const least = { width: 300, height: 220 }

/**
 * Where the card of a field that goes on stands: its text where the field had it, as far as the whole card is in
 * the window. All in pixels of the window.
 */
export function typingOnPlace(
  field: WindowBox,
  window: { readonly width: number; readonly height: number },
): WindowBox & { readonly maxHeight: number } {
  const width = Math.min(Math.max(field.width + inset * 2, least.width), window.width - air * 2)
  const left = Math.max(air, Math.min(field.left - inset, window.width - width - air))
  const top = Math.max(highest, Math.min(field.top - head, window.height - least.height - air))
  return { left, top, width, maxHeight: window.height - top - air }
}
