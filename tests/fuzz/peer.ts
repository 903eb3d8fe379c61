import * as Y from 'yjs'
import { readClientMessage, writeSyncStep1, writeSyncStep2, writeUpdate } from '../../lib/protocol/wire'
import { introduce } from '../helpers/roomPeer'

/** Where every edit leaves a mark of its own that nobody ever takes away. */
export const markRoot = 'views'

/**
 * One person's device: a document that speaks the words of y-websocket, and knows which of its
 * edits it was told are saved.
 */
export interface Peer {
  readonly name: string
  readonly doc: Y.Doc
  readonly acknowledged: ReadonlySet<string>
  /** Sends through this until `disconnect`. */
  connect(send: (message: Uint8Array) => void): void
  disconnect(): void
  isConnected(): boolean
  receive(message: Uint8Array): void
  /** Runs an edit in one transaction, marked. */
  edit(mark: string, change: (doc: Y.Doc) => void): void
  /** The page is loaded anew: with nothing, or with what was kept on the device. */
  reload(kept: boolean): void
}

export function createPeer(name: string): Peer {
  let doc = new Y.Doc()
  let send: ((message: Uint8Array) => void) | undefined
  /** Marks that each counted message of this connection makes durable. */
  let covered: string[][] = []
  const acknowledged = new Set<string>()

  const marks = (): string[] => [...doc.getMap(markRoot).keys()]
  const listen = (): void => {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'remote' || send === undefined) return
      covered.push(typeof origin === 'string' ? [origin] : [])
      send(writeUpdate(update))
    })
  }
  listen()

  return {
    name,
    get doc() {
      return doc
    },
    acknowledged,
    connect(sender) {
      send = sender
      covered = []
      send(writeSyncStep1(Y.encodeStateVector(doc)))
      send(introduce(doc.clientID))
    },
    disconnect() {
      send = undefined
    },
    isConnected: () => send !== undefined,
    receive(message) {
      if (message[0] === 100) {
        const count = message[1] ?? 0
        const saved = count < 128 ? count : (count & 127) + (message[2] ?? 0) * 128
        for (const group of covered.slice(0, saved)) for (const mark of group) acknowledged.add(mark)
        return
      }
      const read = readClientMessage(message)
      if (!read.ok) throw new Error(`${name} cannot read ${message.join(' ')}`)
      if (read.value.kind === 'step-1') {
        covered.push(marks())
        send?.(writeSyncStep2(Y.encodeStateAsUpdate(doc, read.value.vector)))
      } else if (read.value.kind === 'update') {
        Y.applyUpdate(doc, read.value.update, 'remote')
      }
    },
    edit(mark, change) {
      doc.transact(() => {
        change(doc)
        doc.getMap(markRoot).set(mark, { name: mark })
      }, mark)
    },
    reload(kept) {
      const state = Y.encodeStateAsUpdate(doc)
      doc.destroy()
      doc = new Y.Doc()
      if (kept) Y.applyUpdate(doc, state, 'remote')
      listen()
    },
  }
}
