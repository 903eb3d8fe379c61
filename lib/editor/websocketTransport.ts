import * as decoding from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import * as z from 'zod/mini'
import { createByteCursor, readVarBytes } from '../protocol/byteCursor'
import { systemRandom, type Random } from '../base/random'
import { findCloseReason } from '../protocol/close'
import { roomEventSchema, type RoomEvent } from '../protocol/events'
import { writeSyncStep2, writeUpdate } from '../protocol/wire'
import { messageAuth, messageEvent, messageSaved, messageSync, syncStep2, syncUpdate } from '../protocol/messages'
import { splitUpdate } from '../document/splitUpdate'
import type { OpenTransport, SentMessage } from './transport'

export interface WebsocketTransportOptions {
  /** Without the map's id, such as `wss://host/sync`. */
  readonly socketUrl: string
  readonly participantId: string | undefined
  readonly random?: Random
  /** For tests on Node; the browser's own if absent. */
  readonly WebSocket?: typeof WebSocket
}

/** Sync step 2 that says nothing: what a reader answers, whatever its document holds. */
const emptyStep2 = Uint8Array.of(messageSync, syncStep2, 2, 0, 0)

/**
 * Bytes of one update message. Longer ones go out in parts: the server takes messages of bounded size,
 * and a part of this size holds up nobody else there.
 */
const partBytes = 128 * 1024

/** Longest wait between two tries, milliseconds. */
const longestWait = 5_000
/** After a restart or a full house everybody comes back; they come spread over this long. */
const crowdWait = 3_000

/**
 * The browser's transport: y-websocket over a socket that counts what goes out, so that "saved" can
 * be told apart from "sent". Waits between tries are random, since y-websocket's are the same for
 * all; a browser that is back online or looked at again tries at once.
 */
export function websocketTransport(options: WebsocketTransportOptions): OpenTransport {
  const random = options.random ?? systemRandom
  return (target, events) => {
    let mayWrite = target.mayWrite
    let failures = 0
    const provider = new WebsocketProvider(options.socketUrl, target.mapId, target.doc, {
      connect: false,
      disableBc: true,
      awareness: target.awareness,
      params: { events: '1', ...(options.participantId === undefined ? {} : { p: options.participantId }) },
      WebSocketPolyfill: createWatchedSocket(options.WebSocket ?? WebSocket, {
        filter: (message) => (mayWrite ? message : quieten(message)),
        sent: (message) => events.sent(message),
      }),
    })

    provider.messageHandlers[messageSaved] = (_encoder, decoder) => events.acknowledged(decoding.readVarUint(decoder))
    const readSync = provider.messageHandlers[messageSync]
    provider.messageHandlers[messageSync] = (encoder, decoder, ...rest) => {
      const update = peekUpdate(decoding.clone(decoder))
      readSync?.(encoder, decoder, ...rest)
      if (update !== undefined) events.merged(update)
    }
    // A refusal is told by the close that follows; y-websocket would only print it.
    provider.messageHandlers[messageAuth] = () => undefined
    provider.messageHandlers[messageEvent] = (_encoder, decoder) => {
      const event = parseEvent(decoding.readVarString(decoder))
      if (event !== undefined) events.event(event)
    }
    provider.on('status', ({ status }) => {
      // A state with the clock of the last connection would be taken for an old one.
      if (status === 'connecting') target.awareness.setLocalState(target.awareness.getLocalState())
      if (status === 'connected') events.opened()
    })
    provider.on('sync', (isSynced) => {
      if (!isSynced) return
      failures = 0
      events.synced()
    })
    provider.on('connection-close', (event) => {
      failures++
      // y-websocket waits min(2 ** its own count * 100, maxBackoffTime); with a high count the latter decides.
      provider.wsUnsuccessfulReconnects = 16
      const isCrowd = event !== null && [1012, 1013].includes(event.code)
      const wait = isCrowd ? crowdWait : Math.min(longestWait, 200 * 2 ** Math.min(failures, 10))
      provider.maxBackoffTime = wait / (isCrowd ? 10 : 2) + (share(random) * wait) / 2
      events.dropped()
    })
    provider.on('closed', ({ code }) => events.closed(findCloseReason(code) ?? 'failed'))

    const connectNow = (): void => {
      provider.disconnect()
      provider.connect()
    }
    const retryNow = (): void => {
      if (!provider.wsconnected) connectNow()
    }
    const comeBack = (): void => {
      if (provider.shouldConnect) retryNow()
    }
    const lookAgain = (): void => {
      if (document.visibilityState === 'visible' && provider.ws === null) comeBack()
    }
    // The socket of a network that is gone says nothing for half a minute; trying anew finds out at
    // once, and still works when the server is on this very machine.
    const doubt = (): void => {
      if (provider.shouldConnect && provider.wsconnected) connectNow()
    }
    const page = typeof window === 'undefined' ? undefined : window
    page?.addEventListener('online', comeBack)
    page?.addEventListener('offline', doubt)
    page?.document.addEventListener('visibilitychange', lookAgain)
    provider.connect()

    return {
      setMayWrite(may) {
        const isNewWriter = may && !mayWrite
        mayWrite = may
        // The server asks for what it lacks at the start of a connection.
        if (isNewWriter && provider.shouldConnect) connectNow()
      },
      reconnect: retryNow,
      close() {
        page?.removeEventListener('online', comeBack)
        page?.removeEventListener('offline', doubt)
        page?.document.removeEventListener('visibilitychange', lookAgain)
        provider.destroy()
      },
    }
  }
}

/** 0 to 1. */
function share(random: Random): number {
  return (random.bytes(1)[0] ?? 0) / 255
}

function parseEvent(text: string): RoomEvent | undefined {
  try {
    const parsed = z.safeParse(roomEventSchema, JSON.parse(text))
    // An event this page is too old for is no fault.
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** The update in a sync message whose type was read already, if it holds one. */
function peekUpdate(decoder: decoding.Decoder): Uint8Array | undefined {
  const kind = decoding.readVarUint(decoder)
  return kind === syncStep2 || kind === syncUpdate ? decoding.readVarUint8Array(decoder) : undefined
}

function findUpdateKind(message: Uint8Array): 'step2' | 'update' | undefined {
  if (message[0] !== messageSync) return undefined
  if (message[1] === syncStep2) return 'step2'
  return message[1] === syncUpdate ? 'update' : undefined
}

/** What a reader may say of a message: all but the document's content. */
function quieten(message: Uint8Array): Uint8Array | undefined {
  const kind = findUpdateKind(message)
  if (kind === undefined) return message
  return kind === 'step2' ? emptyStep2 : undefined
}

/** The update in a message as several messages, the last of them of the same kind. */
function splitMessage(message: Uint8Array, kind: 'step2' | 'update'): readonly Uint8Array[] {
  if (message.length <= partBytes) return [message]
  const parts = splitUpdate(readVarBytes(createByteCursor(message.subarray(2))), partBytes)
  return parts.map((part, index) =>
    kind === 'step2' && index === parts.length - 1 ? writeSyncStep2(part) : writeUpdate(part),
  )
}

interface SocketWatch {
  /** Undefined keeps the message from going out. */
  filter(message: Uint8Array): Uint8Array | undefined
  sent(message: SentMessage): void
}

/** A socket class that lets `watch` see, change and count what y-websocket sends. */
function createWatchedSocket(Base: typeof WebSocket, watch: SocketWatch): typeof WebSocket {
  return class extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (!(data instanceof Uint8Array)) {
        super.send(data)
        return
      }
      const message = watch.filter(data)
      if (message === undefined) return
      const kind = findUpdateKind(message)
      if (kind === undefined) {
        super.send(message as Uint8Array<ArrayBuffer>)
        return
      }
      const parts = splitMessage(message, kind)
      for (const [index, part] of parts.entries()) {
        super.send(part as Uint8Array<ArrayBuffer>)
        watch.sent(message === emptyStep2 ? 'withheld' : index < parts.length - 1 ? 'part' : kind)
      }
    }
  }
}
