/** Inputs that take no text: keys are not theirs. */
const quiet = ['checkbox', 'radio', 'button', 'submit', 'reset', 'image', 'range', 'color', 'file']

/** True while keys belong to what is being typed. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLInputElement) return !quiet.includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
