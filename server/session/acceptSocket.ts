import type { Duplex } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import { closeReasons, type CloseReason } from '../../lib/protocol/close'
import type { Identity } from '../access/identity'
import type { Lobby, Seated } from './lobby'
import type { SocketPort } from './socketPort'

export interface AcceptedSocket {
  /** From a server made by `createSocketServer`. */
  readonly socket: WebSocket
  readonly identity: Identity
  readonly rooms: Pick<Lobby, 'attach'>
  /** The client asked for Weft's own messages (`events=1`). */
  readonly events: boolean
  /** They wait for the meeting, and hear nothing of the map. */
  readonly waits?: boolean
}

/** Milliseconds a closed socket may take to say goodbye. */
const farewell = 2_000

/**
 * Hands a websocket that has been let in to the room of its map. From here on the socket looks
 * after itself: nothing it sends or does ends the process.
 * @returns a way to part from it
 */
export function acceptSocket({ socket, identity, rooms, events, waits = false }: AcceptedSocket): Pick<Seated, 'end'> {
  const session = rooms.attach({ identity, events, waits, socket: openPort(socket) })
  socket.on('message', (data, isBinary) => {
    if (isBinary) session.received(toBytes(data))
    else session.malformed()
  })
  socket.on('pong', () => session.ponged())
  socket.on('close', () => session.closed())
  findTransport(socket)?.on('drain', () => session.drained())
  return session
}

/**
 * Says why after the handshake: a browser sees no difference between refused handshakes, but it
 * does see close codes, and y-websocket stays away after some of them.
 */
export function refuseSocket(socket: WebSocket, reason: CloseReason): void {
  void openPort(socket).close(closeReasons[reason], reason)
}

function openPort(socket: WebSocket): SocketPort {
  // Also before the session exists: an 'error' event that nobody hears ends the process.
  socket.on('error', () => undefined)
  translateCloseCodes(socket)
  const transport = findTransport(socket)
  return {
    write(frames) {
      if (socket.readyState !== socket.OPEN) return
      if (transport === undefined) return
      if (frames.length > 1) transport.cork()
      for (const frame of frames) transport.write(frame)
      if (frames.length > 1) transport.uncork()
    },
    bufferedBytes: () => socket.bufferedAmount,
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    ping: () => {
      if (socket.readyState === socket.OPEN) socket.ping()
    },
    close: (code, reason) =>
      new Promise((resolve) => {
        if (socket.readyState === socket.CLOSED) {
          resolve()
          return
        }
        // A paused socket would never read the other end's goodbye.
        if (socket.isPaused) socket.resume()
        const timer = setTimeout(() => socket.terminate(), farewell)
        timer.unref()
        socket.once('close', () => {
          clearTimeout(timer)
          resolve()
        })
        socket.close(code, reason)
      }),
    terminate: () => socket.terminate(),
  }
}

/**
 * `ws` closes a socket itself when a message is too long (1009) or a frame is broken (1002, 1007),
 * and y-websocket comes back from those for ever, with the same message. Weft's codes for the same
 * causes keep it away.
 */
function translateCloseCodes(socket: WebSocket): void {
  const close = socket.close.bind(socket)
  socket.close = (code, reason) => {
    if (code === 1009) close(closeReasons['too-large'], 'too-large')
    else if (code === 1002 || code === 1007) close(closeReasons.hostile, 'hostile')
    else close(code, reason)
  }
}

/**
 * The stream under a websocket. `ws` keeps it private, but writing frames made once straight to it
 * costs a seventh of `send` in a room of 200. Sound because compression is off and `ws` writes its
 * own frames whole.
 */
function findTransport(socket: WebSocket): Duplex | undefined {
  const { _socket: transport } = socket as unknown as { readonly _socket?: Duplex }
  return transport
}

function toBytes(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}
