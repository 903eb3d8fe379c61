import { describe, expect, it } from 'vitest'
import {
  keepAliveMessage,
  readClientMessage,
  writeAwareness,
  writeEvent,
  writePermissionDenied,
  writeSaved,
  writeSyncStep1,
  writeSyncStep2,
  writeUpdate,
} from '../../../lib/protocol/wire'

const payload = Uint8Array.of(1, 2, 3)

describe('the wire', () => {
  it('WIRE-1: what is written is read again', () => {
    expect(readClientMessage(writeSyncStep1(payload))).toEqual({ ok: true, value: { kind: 'step-1', vector: payload } })
    expect(readClientMessage(writeSyncStep2(payload))).toEqual({
      ok: true,
      value: { kind: 'update', update: payload, answer: true },
    })
    expect(readClientMessage(writeUpdate(payload))).toEqual({
      ok: true,
      value: { kind: 'update', update: payload, answer: false },
    })
    expect(readClientMessage(writeAwareness(payload))).toEqual({
      ok: true,
      value: { kind: 'awareness', update: payload },
    })
    expect(readClientMessage(Uint8Array.of(3))).toEqual({ ok: true, value: { kind: 'query-awareness' } })
  })

  it('WIRE-1: other types are unknown, not malformed', () => {
    expect(readClientMessage(writeSaved(300))).toEqual({ ok: true, value: { kind: 'unknown', type: 100 } })
    expect(readClientMessage(writePermissionDenied('no'))).toEqual({ ok: true, value: { kind: 'unknown', type: 2 } })
    const event = writeEvent({ kind: 'refused', code: 'role', message: 'No.' })
    expect(readClientMessage(event)).toEqual({ ok: true, value: { kind: 'unknown', type: 101 } })
  })

  it('WIRE-1: whatever ends early or is no kind of sync is malformed', () => {
    const whole = writeUpdate(payload)
    for (let length = 0; length < whole.length; length += 1) {
      expect(readClientMessage(whole.subarray(0, length))).toEqual({ ok: false, reason: 'malformed' })
    }
    expect(readClientMessage(Uint8Array.of(0, 3, 0))).toEqual({ ok: false, reason: 'malformed' })
    expect(readClientMessage(Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 255, 255))).toEqual({
      ok: false,
      reason: 'malformed',
    })
  })

  it('WIRE-1: the keep-alive is an awareness message about nobody', () => {
    expect(readClientMessage(keepAliveMessage)).toEqual({
      ok: true,
      value: { kind: 'awareness', update: Uint8Array.of(0) },
    })
  })
})
