import type { ElementId, LinkId } from '../../lib/base/ids'
import type { MapView } from '../../lib/model/mapView'

/** A text that somebody typed and that is not on the map. */
export interface TypedText {
  /** What it is for, in the person's language: "Name of the variable". */
  readonly field: string
  readonly text: string
  /** The record it belongs to, if it is one, and which of its texts it is. */
  readonly of?: ElementId | LinkId | undefined
  readonly as?: 'label' | 'description' | undefined
}

/** What is being typed in this tab, or was and could not be kept, so that it can be offered and is not lost. */
export interface TypedTexts {
  /** Asks `read` for what is typed in a field whenever it is wanted, until the function it returns is called. */
  follow(read: () => TypedText | undefined): () => void
  /** A text can no longer go to the map: it is kept here, and `subscribe`d listeners are told. */
  keep(typed: TypedText): void
  /** It has been dealt with. */
  drop(typed: TypedText): void
  /** All of it: what was kept here, then what is being typed; blank ones left out, each text once. */
  list(): readonly TypedText[]
  subscribe(listener: (typed: TypedText) => void): () => void
}

/** More of them are nobody's hasty words. */
const mostKept = 20

export function createTypedTexts(): TypedTexts {
  const fields = new Set<() => TypedText | undefined>()
  const listeners = new Set<(typed: TypedText) => void>()
  let kept: readonly TypedText[] = []
  return {
    follow(read) {
      fields.add(read)
      return () => fields.delete(read)
    },
    keep(typed) {
      if (typed.text.trim() === '') return
      kept = [...kept, typed].slice(-mostKept)
      for (const listener of [...listeners]) listener(typed)
    },
    drop(typed) {
      kept = kept.filter((one) => one !== typed)
    },
    list() {
      const all = [...kept, ...Array.from(fields, (read) => read())].filter((typed) => typed !== undefined)
      const texts = new Set<string>()
      return all.filter(({ text }) => {
        if (text.trim() === '' || texts.has(text)) return false
        texts.add(text)
        return true
      })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** True if what a text belongs to is there, or it belongs to nothing in particular. */
export function isThere(view: MapView, of: ElementId | LinkId | undefined): boolean {
  return of === undefined || view.elements.has(of as ElementId) || view.links.has(of as LinkId)
}
