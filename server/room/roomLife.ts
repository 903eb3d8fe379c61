import type { Clock } from '../../lib/base/clock'
import type { MapView } from '../../lib/model/mapView'
import type { CloseReason } from '../../lib/protocol/close'
import type { LiveDocument } from './liveDocument'

/** What a room is doing. Fuzzed with a clock moved by hand; see tests/fuzz. */
type LifeState =
  /** Reading the document from the store. Updates wait; nobody is answered. */
  | { readonly kind: 'loading' }
  | { readonly kind: 'live'; readonly document: LiveDocument }
  /** Nobody is here: gives the document back soon, unless someone comes. */
  | { readonly kind: 'idle'; readonly document: LiveDocument; readonly cancel: () => void }
  /** The store could not give or keep the document. For good: whoever comes next gets a new room. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'closed' }

export interface RoomLifeParts {
  readonly clock: Clock
  /** Milliseconds that the document is kept when nobody is here. */
  readonly grace: number
  readonly isEmpty: () => boolean
  /** Updates have come in that nobody has looked at. */
  readonly hasWaiting: () => boolean
  /** Something that had to end first has ended: what waits may go on. */
  readonly onRelease: () => void
  /** Everybody has been gone for the grace; it has ended. */
  readonly onRest: () => void
  /** It has ended: whoever is still here has to be told. */
  readonly onEnd: (reason: CloseReason, message: string) => void
}

/**
 * The life of a room: it loads, lives, rests when everybody has gone, and ends, never with something under way. Holds
 * the document, and knows when it is whole.
 */
export class RoomLife {
  private state: LifeState = { kind: 'loading' }
  /** What must end before the room may: commits, reloads, titles on their way to the store. */
  private pending = 0
  /** A large change is being applied, turn by turn: what comes in waits. */
  private isChanging = false
  /** Who reads the map, while it is loaded or in the middle of a large change. */
  private readonly waitingForLife: ((view: MapView | undefined) => void)[] = []
  private waitingForRest: (() => void)[] = []

  constructor(private readonly parts: RoomLifeParts) {}

  get kind(): LifeState['kind'] {
    return this.state.kind
  }

  isOver(): boolean {
    return this.state.kind === 'failed' || this.state.kind === 'closed'
  }

  document(): LiveDocument | undefined {
    return this.state.kind === 'live' || this.state.kind === 'idle' ? this.state.document : undefined
  }

  /** Undefined in the middle of a large change, too. */
  wholeDocument(): LiveDocument | undefined {
    return this.isChanging ? undefined : this.document()
  }

  /** The map as it is stored; undefined if there is no such map. Rejects if it cannot be loaded. */
  read(): Promise<MapView | undefined> {
    const document = this.wholeDocument()
    if (document !== undefined) return Promise.resolve(document.view())
    if (this.state.kind === 'closed') return Promise.resolve(undefined)
    if (this.state.kind === 'failed') return Promise.reject(new Error('The map could not be loaded.'))
    // Being loaded, or in the middle of a large change, of which nobody is told a half.
    return new Promise((resolve, reject) => {
      this.waitingForLife.push((view) => {
        if (view === undefined && this.state.kind === 'failed') reject(new Error('The map could not be loaded.'))
        else resolve(view)
      })
    })
  }

  /** The map, and a copy of its document; as `Room.readCopy` has it. */
  async readCopy(): Promise<{ readonly view: MapView; readonly copy: ReturnType<LiveDocument['copy']> } | undefined> {
    for (;;) {
      const view = await this.read()
      if (view === undefined) return undefined
      const document = this.wholeDocument()
      if (document !== undefined) return { view: document.view(), copy: document.copy() }
      // Just now it was loaded anew, or a large change began: the next reading waits for that.
    }
  }

  /** The document is there. */
  begin(document: LiveDocument): void {
    this.state = { kind: 'live', document }
  }

  /** The document is of no use any more, and is read from the store again. */
  beginAgain(): void {
    this.document()?.destroy()
    this.state = { kind: 'loading' }
  }

  /** From now on the document is in the middle of a change, and the room does not end. */
  beginChange(): void {
    this.isChanging = true
    this.hold()
  }

  /** The change is in the document, or has nothing to do there. */
  beWhole(): void {
    this.isChanging = false
  }

  endChange(): void {
    this.beWhole()
    this.tellReaders()
    this.release()
  }

  /** Tells those who wanted to read the map, once it is whole. */
  tellReaders(): void {
    const document = this.document()
    if (document === undefined) return
    for (const tell of this.waitingForLife.splice(0)) tell(document.view())
  }

  /** Something is under way that must end before the room may: `release` once for each. */
  hold(): void {
    this.pending += 1
  }

  release(): void {
    this.letGo()
    this.parts.onRelease()
    this.considerRest()
  }

  /** A release by somebody who goes on with what waits. */
  letGo(): void {
    this.pending -= 1
  }

  /** Resolves when all that was taken in is durable and the document has been given back. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.waitingForRest.push(resolve)
      this.considerRest()
    })
  }

  considerRest(): void {
    if (this.waitingForRest.length > 0 && !this.parts.hasWaiting() && this.pending === 0) {
      this.end('closed', 'restart', 'The server restarts.')
      return
    }
    if (this.state.kind !== 'live' || !this.mayRest()) return
    const { document } = this.state
    const cancel = this.parts.clock.after(this.parts.grace, () => {
      if (this.state.kind !== 'idle' || !this.mayRest()) return
      this.end('closed', 'restart', 'The map was put away.')
      this.parts.onRest()
    })
    this.state = { kind: 'idle', document, cancel }
  }

  wakeUp(): void {
    if (this.state.kind !== 'idle') return
    this.state.cancel()
    this.state = { kind: 'live', document: this.state.document }
  }

  /** Over. The document is given back, and everyone still here is sent away. */
  end(kind: 'failed' | 'closed', reason: CloseReason, message: string): void {
    const rested = this.waitingForRest
    this.waitingForRest = []
    for (const tell of rested) tell()
    if (this.isOver()) return
    if (this.state.kind === 'idle') this.state.cancel()
    this.document()?.destroy()
    // A map that does not exist is an answer; everything else that ends in failure is a fault.
    this.state = { kind: kind === 'failed' && reason === 'no-such-map' ? 'closed' : kind }
    this.parts.onEnd(reason, message)
    for (const tell of this.waitingForLife.splice(0)) tell(undefined)
  }

  private mayRest(): boolean {
    return this.parts.isEmpty() && !this.parts.hasWaiting() && this.pending === 0
  }
}
