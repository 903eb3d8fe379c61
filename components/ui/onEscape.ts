interface EscapeEvent {
  readonly key: string
  readonly defaultPrevented: boolean
  preventDefault(): void
}

/**
 * For `onKeyDown` of what Radix opens: Radix listens for Esc a moment after it is on the page. Whoever is quick
 * presses it in that moment, so until then this closes it. What is open inside of it takes Esc first.
 */
export function onEscape(close: () => void): (event: EscapeEvent) => void {
  return (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    close()
  }
}
