// A small y-websocket client: no reconnecting, no awareness, so that the load is what is measured.
import { createDecoder, readVarUint } from 'lib0/decoding'
import { createEncoder, length, toUint8Array, writeVarUint } from 'lib0/encoding'
import { WebSocket } from 'ws'
import { messageYjsSyncStep2, readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'

/** Connects a fresh document to a room and resolves when it is in sync. */
export async function connect(address) {
  const doc = new Y.Doc()
  const socket = new WebSocket(address)
  socket.binaryType = 'arraybuffer'
  const client = { doc, socket, bytes: 0, close: () => socket.terminate() }
  const remote = {}
  const synced = new Promise((resolve, reject) => {
    socket.on('message', (data) => {
      const decoder = createDecoder(new Uint8Array(data))
      if (readVarUint(decoder) !== 0) return
      const encoder = createEncoder()
      writeVarUint(encoder, 0)
      const kind = readSyncMessage(decoder, encoder, doc, remote)
      if (length(encoder) > 1) socket.send(toUint8Array(encoder))
      if (kind === messageYjsSyncStep2) {
        client.bytes = data.byteLength
        resolve()
      }
    })
    socket.once('close', (code) => reject(new Error(`The socket was closed with ${code}.`)))
    socket.once('error', reject)
  })
  doc.on('update', (update, origin) => {
    if (origin === remote) return
    const encoder = createEncoder()
    writeVarUint(encoder, 0)
    writeUpdate(encoder, update)
    socket.send(toUint8Array(encoder))
  })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const encoder = createEncoder()
  writeVarUint(encoder, 0)
  writeSyncStep1(encoder, doc)
  socket.send(toUint8Array(encoder))
  await synced
  return client
}

/** Resolves when the condition holds. */
export async function until(condition, ms = 60_000) {
  const patience = Date.now() + ms
  while (!(await condition())) {
    if (Date.now() > patience) throw new Error(`Not so within ${ms / 1000} s: ${condition}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** The middle of some numbers. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
