import type { ElementId } from '../../lib/base/ids'
import type { MapElement } from '../../lib/model/element'
import type { MapView } from '../../lib/model/mapView'
import type { ToldStale, ToldTaken, ToldTook } from '../hooks/editor'
import { shortName } from '../hooks/shortName'
import { isLocked, type TypedText } from '../hooks/typedTexts'

/** What a message under `losses` needs to tell what somebody else's deletion took. */
export interface LossWords {
  readonly [key: string]: string | number
  readonly count: number
  /** Of the only one. */
  readonly name: string
  readonly typed: string
  readonly who: 'named' | 'other' | 'unsure'
  /** Name of whoever deleted it, if they are known. */
  readonly by: string
  readonly had: 'typed' | 'changed' | 'selected'
}

const longest = 120

/** A text in one line that a toast has room for. */
export function shorten(text: string): string {
  return shortName(text, longest)
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
    who: taken.by !== undefined ? 'named' : taken.perhapsOwn ? 'unsure' : 'other',
    by: taken.by ?? '',
    had,
  }
}

/** What a message under `losses` needs to tell what one's own deletion took from somebody else. */
export interface TookWords {
  readonly [key: string]: string | number
  readonly count: number
  /** Of the only one: as it was deleted, and as the other called it. */
  readonly before: string
  readonly name: string
  readonly renamed: 'yes' | 'no'
  readonly by: string
  readonly known: 'yes' | 'no'
}

/** Says what somebody else had changed of what one deleted. */
export function describeTook(took: Omit<ToldTook, 'newest'>, nameless: string): TookWords {
  const [element] = took.elements.values()
  const [was] = took.before.values()
  const named = (label: string | undefined): string => shorten(label ?? '') || nameless
  return {
    count: took.elements.size,
    before: named(was?.label),
    name: named(element?.label),
    renamed: was?.label === element?.label ? 'no' : 'yes',
    by: took.by ?? '',
    known: took.by === undefined ? 'no' : 'yes',
  }
}

/** What a message under `losses` needs to tell what somebody else had changed of links that one deleted. */
export interface TookLinkWords {
  readonly [key: string]: string | number
  readonly count: number
  /** What the only one joins. */
  readonly from: string
  readonly to: string
  readonly by: string
  readonly known: 'yes' | 'no'
}

/** Says what somebody else had changed of links that one deleted, by themselves or with an end. */
export function describeTookLinks(
  took: Pick<ToldTook, 'elements' | 'links' | 'by'>,
  elements: ReadonlyMap<ElementId, MapElement>,
  nameless: string,
): TookLinkWords {
  const [link] = took.links.values()
  const named = (id: ElementId | undefined): string => {
    const end = id === undefined ? undefined : (elements.get(id) ?? took.elements.get(id))
    return shorten(end?.label ?? '') || nameless
  }
  return {
    count: took.links.size,
    from: named(link?.from),
    to: named(link?.to),
    by: took.by ?? '',
    known: took.by === undefined ? 'no' : 'yes',
  }
}

/** What a message under `losses` needs to tell whose words are missing in what was deleted and put back. */
export interface StaleWords {
  readonly [key: string]: string | number
  readonly count: number
  /** Of the only one, with those words. */
  readonly name: string
  readonly whose: ToldStale['whose']
  readonly by: string
  readonly known: 'yes' | 'no'
}

/** Says whose words are missing. */
export function describeStale({ elements, whose, by }: Omit<ToldStale, 'missing'>, nameless: string): StaleWords {
  const [element] = elements.values()
  const name = shorten(element?.label ?? '') || nameless
  return { count: elements.size, name, whose, by: by ?? '', known: by === undefined ? 'no' : 'yes' }
}

/**
 * What elements that came back lack of the texts that were typed in them, so that it can be brought in; undefined if
 * they have it all.
 * @param texts those whose typing is over
 */
export function findMissingTexts(
  taken: ToldTaken,
  texts: readonly TypedText[],
  now: ReadonlyMap<ElementId, MapElement>,
): ToldStale | undefined {
  const wanted = withTyped(taken, texts).elements
  const missing = new Map<ElementId, Map<string, { readonly words: string; readonly stood: string }>>()
  for (const { of, as } of texts) {
    const [here, want] = [now.get(of as ElementId), wanted.get(of as ElementId)]
    if (as === undefined || here === undefined || want === undefined || here[as] === want[as]) continue
    const fields = missing.get(here.id) ?? new Map<string, { readonly words: string; readonly stood: string }>()
    missing.set(here.id, fields.set(as, { words: want[as], stood: here[as] }))
  }
  if (missing.size === 0) return undefined
  const elements = new Map([...wanted].filter(([id]) => missing.has(id)))
  return { elements, missing, whose: 'own', by: taken.by }
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

/** True of a text that is told as one that a lock keeps off the map. */
export function isToldLocked(view: MapView, { of, wasPutBack }: TypedText): boolean {
  return wasPutBack === true || isLocked(view, of)
}
