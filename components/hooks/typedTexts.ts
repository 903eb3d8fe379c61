import type { ElementId, LinkId } from '../../lib/base/ids'
import { createNews } from '../../lib/base/listeners'
import { createObservable, type Observable } from '../../lib/base/observable'
import type { MapView } from '../../lib/model/mapView'

/** A text that somebody typed and that is not on the map. */
export interface TypedText {
  /** What it is for, in the person's language: "Name of the variable". */
  readonly field: string
  readonly text: string
  /** The record it belongs to, if it is one, and which of its texts it is. */
  readonly of?: ElementId | LinkId | undefined
  readonly as?: 'label' | 'description' | undefined
  /** It was on the map, and went when a facilitator's lock put the change back. */
  readonly wasPutBack?: boolean
  /** That was since the facilitator had hidden it. */
  readonly wasHidden?: boolean
  /** It is of the meeting and goes to no map, such as an answer. */
  readonly isApart?: boolean
}

/** A field that goes away under the hands of whoever is typing in it, and what stands in it. */
export interface LostField extends TypedText {
  /** The text that is, or was, on the map. */
  readonly stored: string
  /** What the element that it is of was called when the typing began; empty if it has no name, or is no element. */
  readonly name: string
  /** What of the text is marked; the caret, if nothing is. */
  readonly start: number
  readonly end: number
  /** Characters that fit; -1 without a bound. */
  readonly maxLength: number
  /** Takes more than one line. */
  readonly hasLines: boolean
  /** Where it stood, in pixels of the window. */
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
  /** Takes the whole text once the typing is over. */
  readonly onDone: (text: string) => void
}

/** What is being typed in this tab, or was and could not be kept, so that it can be offered and is not lost. */
export interface TypedTexts {
  /** Asks `read` for what is typed in a field whenever it is wanted, until the function it returns is called. */
  follow(read: () => TypedText | undefined): () => void
  /** A text can no longer go to the map: it is kept here, and whoever subscribes is told, also afterwards. */
  keep(typed: TypedText): void
  /** It has been dealt with. */
  drop(typed: TypedText): void
  /** All of it: what was kept here, then what is being typed; blank ones left out, each text once. */
  list(): readonly TypedText[]
  subscribe(listener: (typed: TypedText) => void): () => void
  /** Another field is to take the place of one that is lost, so that no key acts on the map. Done at once if nobody `hosts` it. */
  goOn(field: LostField): void
  /** The lost field that is being typed in. */
  readonly lost: Observable<LostField | undefined>
  /** What stands in it now. */
  typeOn(text: string): void
  /** The typing in it is over. */
  endLost(): void
  /** Whoever calls this shows lost fields, until the function it returns is called. */
  hostLost(): () => void
}

/** More of them are nobody's hasty words. */
const mostKept = 20

export function createTypedTexts(): TypedTexts {
  const fields = new Set<() => TypedText | undefined>()
  const news = createNews<TypedText>()
  let kept: readonly TypedText[] = []
  const lost = createObservable<LostField | undefined>(undefined)
  let hosts = 0
  const endLost = (): void => {
    const field = lost.get()
    lost.set(undefined)
    field?.onDone(field.text)
  }
  return {
    lost,
    endLost,
    goOn(field) {
      endLost()
      if (hosts === 0) field.onDone(field.text)
      else lost.set(field)
    },
    typeOn(text) {
      const field = lost.get()
      if (field !== undefined) lost.set({ ...field, text })
    },
    hostLost() {
      hosts += 1
      return () => {
        hosts -= 1
        if (hosts === 0) endLost()
      }
    },
    follow(read) {
      fields.add(read)
      return () => fields.delete(read)
    },
    keep(typed) {
      if (typed.text.trim() === '') return
      kept = [...kept, typed].slice(-mostKept)
      news.tell(typed)
    },
    drop(typed) {
      kept = kept.filter((one) => one !== typed)
    },
    list() {
      const field = lost.get()
      const now = field !== undefined && field.text !== field.stored ? [field] : []
      const all = [...kept, ...now, ...Array.from(fields, (read) => read())].filter((typed) => typed !== undefined)
      const texts = new Set<string>()
      return all.filter(({ text }) => {
        if (text.trim() === '' || texts.has(text)) return false
        texts.add(text)
        return true
      })
    },
    subscribe: news.on,
  }
}

/** True if a text is of an element that is locked: it cannot go to the map as long as that is so. */
export function isLocked(view: MapView, of: ElementId | LinkId | undefined): boolean {
  return of !== undefined && view.elements.get(of as ElementId)?.locked === true
}

/** True if what a text belongs to is there, or it belongs to nothing in particular. */
export function isThere(view: MapView, of: ElementId | LinkId | undefined): boolean {
  return of === undefined || view.elements.has(of as ElementId) || view.links.has(of as LinkId)
}
