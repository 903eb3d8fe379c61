import { readVarUint } from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { addVariable } from './sampleMap'

/** Somebody who draws with a stock client, and knows which of their elements the server has called saved. */
export interface Drawer {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** Elements that were called saved, over all connections. */
  readonly saved: ReadonlySet<string>
  draw(id: string): void
  /** All that is on their map, in one order. */
  elements(): readonly string[]
  leave(): void
}

/** @param url of the server, `http://…` */
export function openDrawer(url: string, map: string, params: Readonly<Record<string, string>>): Drawer {
  const doc = new Y.Doc()
  const saved = new Set<string>()
  /** Own elements that were not called saved yet, and the message of this connection that brought them, if one did. */
  const unsaved = new Map<string, number | undefined>()
  let latest: string | undefined
  let connections = 0

  class Counted extends WebSocket {
    private sent = 0
    private readonly number = (connections += 1)
    private hasBegun = false
    override send(data: Uint8Array): void {
      if (!this.hasBegun) {
        this.hasBegun = true
        for (const id of unsaved.keys()) unsaved.set(id, undefined)
      }
      const bytes = new Uint8Array(data)
      // Sync messages: 1 answers what the server asked for with all that it lacks, 2 is what was drawn just now.
      if (bytes[0] === 0 && (bytes[1] === 1 || bytes[1] === 2)) {
        this.sent += 1
        if (bytes[1] === 1) for (const id of unsaved.keys()) unsaved.set(id, unsaved.get(id) ?? this.sent)
        else if (latest !== undefined && this.number === connections) unsaved.set(latest, this.sent)
      }
      super.send(data)
    }
  }

  const provider = new WebsocketProvider(url.replace(/^http/u, 'ws') + '/sync', map, doc, {
    params: { ...params, events: '1' },
    WebSocketPolyfill: Counted as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 300,
  })
  provider.messageHandlers[100] = (_encoder, decoder) => {
    const count = readVarUint(decoder)
    for (const [id, number] of [...unsaved]) {
      if (number === undefined || number > count) continue
      unsaved.delete(id)
      saved.add(id)
    }
  }
  return {
    doc,
    provider,
    saved,
    draw(id) {
      unsaved.set(id, undefined)
      latest = id
      addVariable(doc, id)
      latest = undefined
    },
    elements: () => [...doc.getMap('elements').keys()].sort(),
    leave() {
      provider.destroy()
      doc.destroy()
    },
  }
}
