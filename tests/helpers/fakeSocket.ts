import type { SocketPort } from '../../server/session/socketPort'

/** A socket without a network: hands whole messages to the other end, as fast as the test allows. */
export interface FakeSocket extends SocketPort {
  readonly closeCode: number | undefined
  readonly terminated: boolean
  readonly paused: boolean
  readonly pings: number
  /** From now on nothing is taken. */
  stall(): void
  /** The network takes so many bytes of what is waiting. */
  take(bytes: number): void
  /** Everything waiting is taken, and all that comes. */
  flow(): void
}

export function createFakeSocket(
  deliver: (message: Uint8Array) => void,
  onClose: (code: number) => void = () => undefined,
): FakeSocket {
  let stalled = false
  let waiting = new Uint8Array()
  let taken = 0
  const state = {
    closeCode: undefined as number | undefined,
    terminated: false,
    paused: false,
    pings: 0,
  }

  const deliverWhole = (): void => {
    for (;;) {
      const frame = readFrame(waiting)
      if (frame === undefined || (stalled && frame.length > taken)) return
      waiting = waiting.subarray(frame.length)
      taken = Math.max(0, taken - frame.length)
      if (state.closeCode === undefined || frame.length > 0) deliver(frame.message)
    }
  }

  return {
    get closeCode() {
      return state.closeCode
    },
    get terminated() {
      return state.terminated
    },
    get paused() {
      return state.paused
    },
    get pings() {
      return state.pings
    },
    write(frames) {
      const size = frames.reduce((sum, frame) => sum + frame.length, 0)
      const joined = new Uint8Array(waiting.length + size)
      joined.set(waiting)
      let at = waiting.length
      for (const frame of frames) {
        joined.set(frame, at)
        at += frame.length
      }
      waiting = joined
      deliverWhole()
    },
    bufferedBytes: () => (stalled ? waiting.length - taken : 0),
    pause: () => void (state.paused = true),
    resume: () => void (state.paused = false),
    ping: () => void (state.pings += 1),
    close: async (code) => {
      state.closeCode ??= code
      onClose(code)
    },
    terminate: () => {
      state.terminated = true
      onClose(1006)
    },
    stall: () => void (stalled = true),
    take(bytes) {
      taken = Math.min(waiting.length, taken + bytes)
      deliverWhole()
    },
    flow() {
      stalled = false
      taken = 0
      deliverWhole()
    },
  }
}

/** The first whole unmasked frame, as servers write them. */
function readFrame(bytes: Uint8Array): { message: Uint8Array; length: number } | undefined {
  if (bytes.length < 2) return undefined
  if (bytes[0] !== 0x82) throw new Error(`A frame begins with ${bytes[0]}.`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const short = bytes[1] ?? 0
  const header = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < header) return undefined
  const size = header === 2 ? short : header === 4 ? view.getUint16(2) : Number(view.getBigUint64(2))
  if (bytes.length < header + size) return undefined
  return { message: bytes.slice(header, header + size), length: header + size }
}
