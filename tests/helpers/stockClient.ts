import { readVarString, readVarUint } from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/** A stock y-websocket client in Node, with everything a test may want to wait for. */
export interface StockClient {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** Numbers of message type 100, as they came. */
  readonly saved: number[]
  /** Parsed messages of type 101, as they came. */
  readonly events: Record<string, unknown>[]
  readonly closeCodes: number[]
  /** Resolves when `test` is true; looks again after whatever happens to this client. */
  until(what: string, test: () => boolean): Promise<void>
  synced(): Promise<void>
  elements(): Y.Map<unknown>
  close(): void
}

export interface StockClientOptions {
  readonly doc?: Y.Doc
  readonly params?: Record<string, string>
  /** As a browser sends it. */
  readonly cookie?: string
}

export function openStockClient(url: string, map: string, options: StockClientOptions = {}): StockClient {
  const doc = options.doc ?? new Y.Doc()
  const provider = new WebsocketProvider(url, map, doc, {
    params: options.params ?? {},
    WebSocketPolyfill: findSocketClass(options.cookie) as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 100,
  })
  const saved: number[] = []
  const events: Record<string, unknown>[] = []
  const closeCodes: number[] = []
  const waiting = new Set<() => void>()
  const look = (): void => {
    for (const check of [...waiting]) check()
  }
  provider.messageHandlers[100] = (_encoder, decoder) => {
    saved.push(readVarUint(decoder))
    queueMicrotask(look)
  }
  provider.messageHandlers[101] = (_encoder, decoder) => {
    events.push(JSON.parse(readVarString(decoder)) as Record<string, unknown>)
    queueMicrotask(look)
  }
  provider.on('sync', look)
  provider.on('status', look)
  provider.on('connection-close', (event) => {
    if (event !== null) closeCodes.push(event.code)
    look()
  })
  provider.on('closed', look)
  provider.awareness.on('update', look)
  doc.on('update', look)

  const until = (what: string, test: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(check)
        reject(new Error(`Waited in vain until ${what}. Close codes: ${closeCodes.join(' ') || 'none'}.`))
      }, 15_000)
      const check = (): void => {
        if (!test()) return
        waiting.delete(check)
        clearTimeout(timer)
        resolve()
      }
      waiting.add(check)
      check()
    })

  return {
    doc,
    provider,
    saved,
    events,
    closeCodes,
    until,
    synced: () => until('synced', () => provider.synced),
    elements: () => doc.getMap('elements'),
    close() {
      provider.destroy()
      doc.destroy()
    },
  }
}

function findSocketClass(cookie: string | undefined): unknown {
  if (cookie === undefined) return WebSocket
  return class extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie, origin: new URL(address).origin.replace(/^ws/u, 'http') } })
    }
  }
}
