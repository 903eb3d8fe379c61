import type { CloseReason } from '../../lib/protocol/close'
import { writeEvent, writePermissionDenied } from '../../lib/protocol/wire'
import { frameMessage } from './frame'

/** What the other end is told before its socket is closed. A restart is no news. */
export function describeEnd(reason: CloseReason, message: string, hearsEvents: boolean): readonly Uint8Array[] {
  return [
    ...(reason === 'role' ? [writePermissionDenied(message)] : []),
    ...(hearsEvents && reason !== 'restart' ? [writeEvent({ kind: 'refused', code: reason, message })] : []),
  ].map(frameMessage)
}
