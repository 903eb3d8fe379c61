import { findIntent } from '../../lib/gesture/findIntent'

/** A part of the page that was asked for, takes what is typed, and may not be there yet. */
export interface AwaitedPart {
  /** Selects what takes the keys once it is there: a field, a menu. */
  readonly into: string
  /** Esc says that it is not wanted any more. */
  readonly giveUp: () => void
  /** And so does a press elsewhere, unless the part stays open then. */
  readonly staysOnPress?: boolean | undefined
}

type Held =
  | { readonly text: string }
  | { readonly press: Pick<KeyboardEventInit, 'key' | 'code' | 'shiftKey' | 'altKey'> & { readonly key: string } }

/** Keys that neither the map nor a field knows what to do with: the browser's, and those that only shift others. */
const foreign = /^(?:Tab|Shift|Control|Alt|AltGraph|Meta|CapsLock|F[13-9]|F1[12])$/

/**
 * Keeps what is typed until the part that it is meant for has the focus, then types it there in order, one
 * key a task, as hands do. Meanwhile no key acts on the map. Returns a function that ends the waiting: what
 * is held is dropped, unless it is being handed over already.
 */
export function holdKeys({ into, giveUp, staysOnPress = false }: AwaitedPart): () => void {
  if (document.activeElement?.matches(into) === true) return () => {}
  const abort = new AbortController()
  const options = { capture: true, signal: abort.signal }
  const held: Held[] = []
  let isGiving = false
  const end = (): void => abort.abort()
  const call = (off: () => void): void => {
    end()
    off()
  }

  const giveNext = (): void => {
    const next = held.shift()
    if (next !== undefined) {
      type(next)
      setTimeout(giveNext)
    } else end()
  }
  const give = (): void => {
    isGiving = held.length > 0
    // The part is only just being put on the page.
    if (isGiving) setTimeout(giveNext)
    else end()
  }

  const keep = (event: Event, what?: Held): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
    if (what !== undefined) held.push(what)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    // What is handed over passes here too.
    if (!event.isTrusted || event.isComposing || foreign.test(event.key)) return
    const { key, code, shiftKey, altKey, repeat } = event
    const command = (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph')
    if (command) {
      const intent = findIntent({ key, code, shift: shiftKey, alt: altKey, command }, false)?.kind
      if (intent !== undefined && intent !== 'find' && intent !== 'palette') keep(event)
      return
    }
    if (!isGiving && key === 'Escape') {
      keep(event)
      call(giveUp)
      return
    }
    if (repeat) keep(event)
    else keep(event, key.length === 1 ? { text: key } : { press: { key, code, shiftKey, altKey } })
    // It may have come without taking the focus.
    if (!isGiving) document.querySelector<HTMLElement>(into)?.focus()
  }

  window.addEventListener('keydown', onKeyDown, options)
  window.addEventListener(
    'paste',
    (event) => keep(event, { text: event.clipboardData?.getData('text/plain') ?? '' }),
    options,
  )
  window.addEventListener('cut', (event) => keep(event), options)
  window.addEventListener(
    'pointerdown',
    () => {
      if (!isGiving) call(staysOnPress ? () => {} : giveUp)
    },
    options,
  )
  window.addEventListener(
    'focusin',
    ({ target }) => {
      if (isGiving || !(target instanceof Element)) return
      if (target.matches(into)) give()
      else if (isField(target)) end()
    },
    options,
  )
  return () => {
    if (!isGiving) end()
  }
}

/** Types one key, or a whole text, where the focus is. */
function type(held: Held): void {
  const at = document.activeElement ?? document.body
  const press = 'press' in held ? held.press : { key: held.text }
  const isKey = 'press' in held || held.text.length === 1
  const init = { ...press, bubbles: true, cancelable: true, composed: true }
  const isDone = isKey && !at.dispatchEvent(new KeyboardEvent('keydown', init))
  if (!isDone && isField(at)) write(at, held)
  if (!isDone && at instanceof HTMLButtonElement && ['Enter', ' '].includes(press.key)) at.click()
  if (isKey) at.dispatchEvent(new KeyboardEvent('keyup', init))
}

type TextField = HTMLInputElement | HTMLTextAreaElement

function isField(element: Element): element is TextField {
  return (
    element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.selectionStart !== null)
  )
}

/** What the browser does by itself with a key that a hand has pressed. */
function write(field: TextField, held: Held): void {
  const { selectionStart, selectionEnd, value } = field
  const start = selectionStart ?? value.length
  const end = selectionEnd ?? value.length
  const key = 'press' in held ? held.press.key : undefined
  if ('text' in held) field.setRangeText(held.text, start, end, 'end')
  else if (key === 'Enter' && field instanceof HTMLTextAreaElement) field.setRangeText('\n', start, end, 'end')
  else if (key === 'Backspace') field.setRangeText('', start === end ? Math.max(0, start - 1) : start, end, 'end')
  else if (key === 'Delete') field.setRangeText('', start, start === end ? end + 1 : end, 'end')
  else return
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
