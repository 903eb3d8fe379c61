import { describe, expect, it } from 'vitest'
import { createSeededRandom, systemRandom } from '../../../lib/base/random'
import type { MapId } from '../../../lib/base/ids'
import { createPasscodeGate, type PasscodeGate } from '../../../server/access/passcodeGate'
import { hashPasscode, isPasscode } from '../../../server/access/passcodes'
import type { AccessLink } from '../../../server/store/mapStore'
import { createManualClock } from '../../helpers/manualClock'

describe('the hash of a passcode', () => {
  it('LINK-2: is scrypt with a salt of its own, and tells the passcode from all others', async () => {
    const first = await hashPasscode('sun flower', systemRandom)
    const second = await hashPasscode('sun flower', systemRandom)
    expect(first).toMatch(/^scrypt:16384:8:1:[\w-]{22}:[\w-]{43}$/)
    expect(second).not.toBe(first)
    expect(first).not.toContain('sun')
    expect(await isPasscode('sun flower', first)).toBe(true)
    expect(await isPasscode('sun flower', second)).toBe(true)
    for (const wrong of ['sunflower', 'Sun flower', 'sun flower!', ''])
      expect(await isPasscode(wrong, first)).toBe(false)
  })

  it('LINK-1: is of one passcode however accents are written, and whatever blanks stand around it', async () => {
    const stored = await hashPasscode('Caf\u00e9 noir', systemRandom)
    expect(await isPasscode('  Cafe\u0301 noir ', stored)).toBe(true)
  })

  it('LINK-2: of another cost is read by the cost that is written with it; what is no hash is no silent refusal', async () => {
    const { scryptSync } = await import('node:crypto')
    const salt = Buffer.from('salt')
    const hash = scryptSync('old one', salt, 32, { N: 1024, r: 8, p: 1 })
    const stored = `scrypt:1024:8:1:${salt.toString('base64url')}:${hash.toString('base64url')}`
    expect(await isPasscode('old one', stored)).toBe(true)
    await expect(isPasscode('old one', 'plain')).rejects.toThrow('no hash')
  })
})

describe('the gate', () => {
  const linkOf = async (id: string): Promise<AccessLink> => ({
    id,
    map: 'garden' as MapId,
    grant: 'view',
    keyHash: id,
    createdAt: 0,
    passcodeHash: await hashPasscode('right', createSeededRandom(3)),
    lastUsedAt: undefined,
    revokedAt: undefined,
    renewedAt: undefined,
  })
  const told = async (gate: PasscodeGate, link: AccessLink, typed: string | undefined, address: string) => {
    const passed = await gate.pass(link, typed, address)
    return passed.ok ? 'in' : passed.reason.kind
  }

  it('LINK-5: after ten wrong ones an address waits, even with the right one; after half a minute it has one try', async () => {
    const clock = createManualClock()
    const gate = createPasscodeGate(clock)
    const link = await linkOf('l1')
    expect(await told(gate, link, undefined, 'a')).toBe('passcode-needed')
    expect(await told(gate, link, '  ', 'a')).toBe('passcode-needed')
    for (let right = 0; right < 12; right += 1) expect(await told(gate, link, 'right', 'a')).toBe('in')
    for (let wrong = 0; wrong < 10; wrong += 1) expect(await told(gate, link, 'wrong', 'a')).toBe('passcode-wrong')
    expect(await gate.pass(link, 'right', 'a')).toEqual({
      ok: false,
      reason: { kind: 'too-many-passcodes', waitSeconds: 30 },
    })
    expect(await told(gate, await linkOf('l2'), 'right', 'a')).toBe('too-many-passcodes')
    expect(await told(gate, link, 'right', 'b')).toBe('in')
    clock.advance(30_000)
    expect(await told(gate, link, 'right', 'a')).toBe('in')
    expect(await told(gate, link, 'wrong', 'a')).toBe('passcode-wrong')
    expect(await told(gate, link, 'right', 'a')).toBe('too-many-passcodes')
  })

  it('LINK-5: guesses side by side count one by one', async () => {
    const gate = createPasscodeGate(createManualClock())
    const link = await linkOf('l1')
    const answers = await Promise.all(Array.from({ length: 30 }, () => told(gate, link, 'wrong', 'a')))
    expect(answers.filter((answer) => answer === 'passcode-wrong')).toHaveLength(10)
    expect(answers.filter((answer) => answer === 'too-many-passcodes')).toHaveLength(20)
  })

  it('LINK-5: a link takes forty wrong ones from however many addresses, and others are not held up by it', async () => {
    const gate = createPasscodeGate(createManualClock())
    const link = await linkOf('l1')
    const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => told(gate, link, 'wrong', `a${index}`)))
    expect(answers.filter((answer) => answer === 'passcode-wrong')).toHaveLength(40)
    expect(await told(gate, link, 'right', 'fresh')).toBe('too-many-passcodes')
    expect(await told(gate, await linkOf('l2'), 'right', 'fresh')).toBe('in')
  })
})
