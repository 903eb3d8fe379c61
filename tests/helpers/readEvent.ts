import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import { messageEvent } from '../../lib/protocol/messages'

/** What a frame from the server tells as events (message type 101); nothing for other messages. */
export function readEvent(frame: Uint8Array): Record<string, unknown>[] {
  const decoder = createDecoder(frame)
  const type = readVarUint(decoder)
  return type === messageEvent ? [JSON.parse(readVarString(decoder)) as Record<string, unknown>] : []
}
