import type { ElementId } from '../../lib/base/ids'
import type { MapElement } from '../../lib/model/element'
import type { ToldTaken } from '../hooks/editor'
import type { TypedText } from '../hooks/typedTexts'

/** What a message under `losses` needs to tell what somebody else's deletion took. */
export interface LossWords {
  readonly [key: string]: string | number
  readonly count: number
  /** Of the only one. */
  readonly name: string
  readonly typed: string
  readonly who: 'other' | 'unsure'
  readonly had: 'typed' | 'changed' | 'selected'
}

const longest = 120

/** A text in one line that a toast has room for. */
export function shorten(text: string): string {
  const letters = Array.from(text.replace(/\s+/g, ' ').trim())
  if (letters.length <= longest) return letters.join('')
  const short = letters.slice(0, longest - 1).join('')
  return `${short.trimEnd()}…`
}

/**
 * Says what was taken by the strongest that is true: it was being typed in, had just been changed,
 * was only selected. What was only selected is not counted among what was changed.
 * @param typed texts that were being typed in what was taken
 * @param nameless what an element without a name is called
 */
export function describeLoss(taken: ToldTaken, typed: readonly TypedText[], nameless: string): LossWords {
  const [text] = typed
  const all = [...taken.elements.values()]
  const changed = all.filter(({ id }) => taken.changed.has(id))
  const had = text !== undefined ? 'typed' : changed.length > 0 ? 'changed' : 'selected'
  const meant = had === 'changed' ? changed : all
  const name = shorten((all.find(({ id }) => id === text?.of) ?? meant[0])?.label ?? '')
  return {
    count: meant.length,
    name: name === '' ? nameless : name,
    typed: shorten(text?.text ?? ''),
    who: taken.perhapsOwn ? 'unsure' : 'other',
    had,
  }
}

/** What was taken, with the texts that were being typed in it where they were to go. */
export function withTyped(taken: ToldTaken, typed: readonly TypedText[]): ToldTaken {
  const elements = new Map<ElementId, MapElement>(taken.elements)
  for (const { of, as, text } of typed) {
    const element = of === undefined ? undefined : elements.get(of as ElementId)
    if (element === undefined || as === undefined) continue
    elements.set(element.id, { ...element, [as]: as === 'label' ? text.trim() : text })
  }
  return { ...taken, elements }
}
