/**
 * Keeps the keyboard in a list whose row is about to go: once it is gone, what stands in its place has it, or the row
 * before; where none is left, the part of the panel that is open. Call it before the row goes.
 * @param control of a row, the last that it has of these
 */
export function keepKeyboard(pressed: Element, control: string): void {
  const row = pressed.closest('li')
  const list = row?.parentElement ?? undefined
  const panel = pressed.closest('[data-coalition]')
  const at = row === null || list === undefined ? 0 : [...list.children].indexOf(row)
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body && document.activeElement !== null) return
    const near = list?.isConnected === true ? list.children[Math.min(at, list.children.length - 1)] : undefined
    const controls = [...(near?.querySelectorAll<HTMLElement>(control) ?? [])]
    const rest = panel?.querySelector<HTMLElement>('[role="radio"][data-state="checked"]')
    ;(controls.at(-1) ?? rest)?.focus()
  })
}
