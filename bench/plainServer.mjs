// The baseline: the plain shape of a y-websocket server that everybody starts from. One Y.Doc per
// room in memory, every update applied and sent on to everyone at once, one write per receiver;
// no store, no roles, no checks, no batching. Written here on y-protocols, after the published
// behaviour of @y/websocket-server, which itself no longer installs beside Yjs 13.
import http from 'node:http'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, length, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { WebSocketServer } from 'ws'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'

const rooms = new Map()

function openRoom(name) {
  const known = rooms.get(name)
  if (known) return known
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  const room = { doc, awareness, sockets: new Map() }
  const sendAll = (bytes) => {
    for (const socket of room.sockets.keys()) if (socket.readyState === socket.OPEN) socket.send(bytes)
  }
  doc.on('update', (update) => {
    const encoder = createEncoder()
    writeVarUint(encoder, 0)
    writeUpdate(encoder, update)
    sendAll(toUint8Array(encoder))
  })
  awareness.on('update', ({ added, updated, removed }, origin) => {
    const clients = room.sockets.get(origin)
    if (clients) {
      for (const client of added) clients.add(client)
      for (const client of removed) clients.delete(client)
    }
    const encoder = createEncoder()
    writeVarUint(encoder, 1)
    writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [...added, ...updated, ...removed]))
    sendAll(toUint8Array(encoder))
  })
  rooms.set(name, room)
  return room
}

const sockets = new WebSocketServer({ noServer: true })
sockets.on('connection', (socket, request) => {
  socket.binaryType = 'arraybuffer'
  const room = openRoom((request.url ?? '').slice(1).split('?')[0])
  room.sockets.set(socket, new Set())
  socket.on('message', (data) => {
    const decoder = createDecoder(new Uint8Array(data))
    const type = readVarUint(decoder)
    if (type === 0) {
      const encoder = createEncoder()
      writeVarUint(encoder, 0)
      readSyncMessage(decoder, encoder, room.doc, socket)
      if (length(encoder) > 1) socket.send(toUint8Array(encoder))
    } else if (type === 1) {
      applyAwarenessUpdate(room.awareness, readVarUint8Array(decoder), socket)
    }
  })
  socket.on('close', () => {
    const clients = room.sockets.get(socket) ?? new Set()
    room.sockets.delete(socket)
    removeAwarenessStates(room.awareness, [...clients], null)
  })
  const encoder = createEncoder()
  writeVarUint(encoder, 0)
  writeSyncStep1(encoder, room.doc)
  socket.send(toUint8Array(encoder))
})

const server = http.createServer((request, response) => {
  // Same name and unit as Weft's /metrics, so that one reader reads both.
  const { user, system } = process.cpuUsage()
  response.end(`process_cpu_user_seconds_total ${user / 1e6}\nprocess_cpu_system_seconds_total ${system / 1e6}\n`)
})
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request))
})
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  process.stdout.write(`ready http://127.0.0.1:${server.address().port}\n`)
})
