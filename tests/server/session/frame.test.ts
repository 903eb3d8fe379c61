import { expect, it } from 'vitest'
import * as ws from 'ws'
import { frameMessage, joinFrames } from '../../../server/session/frame'

it.each([0, 1, 125, 126, 127, 65_535, 65_536, 100_000])('WIRE-2: frames %d bytes as the ws library does', (length) => {
  const message = new Uint8Array(length).fill(7)
  const { Sender } = ws as unknown as { Sender: { frame(data: Buffer, options: object): Buffer[] } }
  const expected = Buffer.concat(
    Sender.frame(Buffer.from(message), { fin: true, rsv1: false, opcode: 2, mask: false, readOnly: true }),
  )
  expect(Buffer.compare(frameMessage(message), expected)).toBe(0)
})

it('WIRE-2: frames are joined in order, and one alone is not copied', () => {
  const [a, b] = [frameMessage(Uint8Array.of(1)), frameMessage(Uint8Array.of(2, 3))]
  expect([...joinFrames([a, b])]).toEqual([...a, ...b])
  expect(joinFrames([a])).toBe(a)
  expect(joinFrames([])).toHaveLength(0)
})
