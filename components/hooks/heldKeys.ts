import { findIntent } from '../../lib/gesture/findIntent'
import { typeInto } from './typeInto'

/** A part of the page that was asked for, takes what is typed, and may not be there yet. */
export interface AwaitedPart {
  /** Selects what takes the keys once it is there: a field, a menu. */
  readonly into: string
  /** Esc says that it is not wanted any more. */
  readonly giveUp: () => void
  /** It has not come for so long that keys are not kept for it any more. */
  readonly onLate: () => void
  /** And so does a press elsewhere, unless the part stays open then. */
  readonly staysOnPress?: boolean | undefined
}

type Held =
  | { readonly text: string }
  | { readonly press: Pick<KeyboardEventInit, 'key' | 'code' | 'shiftKey' | 'altKey'> & { readonly key: string } }

/** Milliseconds for which keys are kept, from the first of them on. */
const patience = 10_000

/** Keys that neither the map nor a field knows what to do with: the browser's, and those that only shift others. */
const foreign = /^(?:Tab|Shift|Control|Alt|AltGraph|Meta|CapsLock|F[13-9]|F1[12])$/

/**
 * Keeps what is typed until the part that it is meant for has the focus, then types it there in order, one
 * key a task, as hands do. Meanwhile no key acts on the map. Whoever goes elsewhere by Tab or F6 has their
 * keys there. Returns a function that ends the waiting: what is held is dropped, unless it is being handed
 * over already.
 */
export function holdKeys({ into, giveUp, onLate, staysOnPress = false }: AwaitedPart): () => void {
  if (document.activeElement?.matches(into) === true) return () => {}
  const abort = new AbortController()
  const options = { capture: true, signal: abort.signal }
  const held: Held[] = []
  let isGiving = false
  let isLeaving = false
  let late: ReturnType<typeof setTimeout> | undefined
  const end = (): void => {
    clearTimeout(late)
    abort.abort()
  }
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
    clearTimeout(late)
    // The part is only just being put on the page.
    if (isGiving) setTimeout(giveNext)
    else end()
  }

  const keep = (event: Event, what?: Held): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
    late ??= setTimeout(() => call(onLate), patience)
    if (what !== undefined) held.push(what)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    // What is handed over passes here too.
    if (!event.isTrusted || event.isComposing) return
    isLeaving = event.key === 'Tab' || event.key === 'F6'
    if (isLeaving || foreign.test(event.key)) return
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
    (event) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      // A file is nothing to type: it goes where files go.
      if (text !== '') keep(event, { text })
    },
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
      else if (takesText(target) || (isLeaving && target.closest('[data-region="canvas"]') === null)) end()
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
  if (!isDone && takesText(at)) write(at, held)
  if (!isDone && at instanceof HTMLButtonElement && ['Enter', ' '].includes(press.key)) at.click()
  if (isKey) at.dispatchEvent(new KeyboardEvent('keyup', init))
}

type TextField = HTMLInputElement | HTMLTextAreaElement

/** True for what has a caret: not for choices, as `isTyping` is. */
function takesText(element: Element): element is TextField {
  return (
    element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.selectionStart !== null)
  )
}

function write(field: TextField, held: Held): void {
  const { value, maxLength } = field
  const start = field.selectionStart ?? value.length
  const end = field.selectionEnd ?? value.length
  const hasLines = field instanceof HTMLTextAreaElement
  const edit = typeInto({ value, start, end, maxLength, hasLines }, 'press' in held ? held.press : held)
  if (edit === undefined) return
  field.setRangeText(edit.text, edit.start, edit.end, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
