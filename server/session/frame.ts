/**
 * Wraps a message as one binary websocket frame, unmasked as from a server. Done once per message
 * and written to every socket as it is, which is most of what makes a full room cheap.
 */
export function frameMessage(message: Uint8Array): Uint8Array {
  const length = message.length
  const headerLength = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = new Uint8Array(headerLength + length)
  frame[0] = 0x82
  if (headerLength === 2) {
    frame[1] = length
  } else {
    const view = new DataView(frame.buffer)
    if (headerLength === 4) {
      frame[1] = 126
      view.setUint16(2, length)
    } else {
      frame[1] = 127
      view.setBigUint64(2, BigInt(length))
    }
  }
  frame.set(message, headerLength)
  return frame
}

/** Frames one after the other in one piece of memory. */
export function joinFrames(frames: readonly Uint8Array[]): Uint8Array {
  const [only] = frames
  if (frames.length === 1 && only !== undefined) return only
  const joined = new Uint8Array(frames.reduce((sum, frame) => sum + frame.length, 0))
  let at = 0
  for (const frame of frames) {
    joined.set(frame, at)
    at += frame.length
  }
  return joined
}
