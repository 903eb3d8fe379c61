/** True for what floats over the map or is typed into: events there are not gestures. */
export function isInterface(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-canvas-interface]') !== null
}

/** True for dialogs and menus, which have keys of their own. The question for a sign lets the canvas's keys through. */
export function isModal(target: EventTarget | null): boolean {
  if (target instanceof Element && target.closest('[data-passes-keys]') !== null) return false
  return (
    target instanceof Element &&
    target.closest('[role="dialog"],[role="alertdialog"],[role="menu"],[role="listbox"]') !== null
  )
}
