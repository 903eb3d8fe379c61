import { WebSocket } from 'ws'
import { readClientMessage, type ClientMessage } from '../../lib/protocol/wire'

/** A bare socket that sends whatever a test likes. */
export interface RawClient {
  readonly socket: WebSocket
  /** Everything received; messages 0 to 3 taken apart. */
  readonly received: Uint8Array[]
  /** The close code once the socket is gone. */
  readonly closed: Promise<number>
  send(bytes: Uint8Array): void
  parsed(): ClientMessage[]
  until(what: string, test: () => boolean): Promise<void>
  close(): void
}

export async function openRawClient(url: string, map: string, query = '', cookie?: string): Promise<RawClient> {
  const headers = cookie === undefined ? {} : { cookie }
  const socket = new WebSocket(`${url}/${map}${query}`, { perMessageDeflate: false, headers })
  socket.binaryType = 'nodebuffer'
  const received: Uint8Array[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data: Buffer) => {
    received.push(new Uint8Array(data))
    for (const check of [...waiting]) check()
  })
  const closed = new Promise<number>((resolve) => {
    socket.on('close', (code) => {
      resolve(code)
      for (const check of [...waiting]) check()
    })
  })
  // A server that hangs up in the middle of a message is what some tests want.
  socket.on('error', () => undefined)
  await new Promise((resolve) => socket.once('open', resolve))
  return {
    socket,
    received,
    closed,
    send: (bytes) => socket.send(bytes),
    parsed: () =>
      received.flatMap((message) => {
        const read = readClientMessage(message)
        return read.ok ? [read.value] : []
      }),
    until: (what, test) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(check)
          reject(new Error(`Waited in vain until ${what}; received ${received.length} messages.`))
        }, 15_000)
        const check = (): void => {
          if (!test()) return
          waiting.delete(check)
          clearTimeout(timer)
          resolve()
        }
        waiting.add(check)
        check()
      }),
    close: () => socket.terminate(),
  }
}
