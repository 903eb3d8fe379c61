import { beforeEach, describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import { linkGrants, type LinkGrant } from '../../../lib/protocol/role'
import { createAccess, type Access } from '../../../server/access/access'
import type { GrantedLink } from '../../../server/access/linkKeeper'
import type { Credentials } from '../../../server/access/credentials'
import { createMemoryStore } from '../../../server/store/memory'
import type { MapStore } from '../../../server/store/mapStore'
import { createManualClock, type ManualClock } from '../../helpers/manualClock'

const garden = 'garden' as MapId
const school = 'school' as MapId

let store: MapStore
let clock: ManualClock
let access: Access

beforeEach(async () => {
  store = createMemoryStore()
  clock = createManualClock()
  access = createAccess({ store, clock, random: createSeededRandom(7) })
  for (const id of [garden, school]) {
    await store.createMap({ id, title: id, createdAt: clock.now(), document: new Uint8Array([0, 0]) })
  }
})

function bring(parts: Partial<Credentials>): Credentials {
  return { participant: undefined, device: undefined, bearer: undefined, keyParameter: undefined, ...parts }
}

async function join(link: GrantedLink, device: string, name: string): Promise<string> {
  const admission = await access.admit({ map: link.link.map, link: link.link.id, device, name })
  if (!admission.ok) throw new Error(admission.reason)
  return admission.value.id
}

async function nameOf(id: string): Promise<string | undefined> {
  return (await store.findParticipant(id))?.name
}

describe('identifying', () => {
  const roleByGrant: Record<LinkGrant, string> = {
    owner: 'owner',
    facilitate: 'facilitator',
    contribute: 'contributor',
    comment: 'commenter',
    view: 'viewer',
  }

  it.each(linkGrants)('ACC-1: a key of a link to %s gives its role, by bearer and by parameter', async (grant) => {
    const { key, link } = await access.createLink(garden, grant)
    for (const credentials of [bring({ bearer: key }), bring({ keyParameter: key })]) {
      expect(await access.identify(credentials, garden)).toEqual({
        ok: true,
        value: { map: garden, role: roleByGrant[grant], link: link.id, participant: undefined },
      })
    }
  })

  it('ACC-2: refuses nobody, a wrong key, a key of another map, and an unknown map, each by name', async () => {
    const { key } = await access.createLink(school, 'owner')
    const reason = async (credentials: Credentials, map: MapId): Promise<unknown> => {
      const entry = await access.identify(credentials, map)
      return entry.ok ? 'let in' : entry.reason.kind
    }
    expect(await reason(bring({}), garden)).toBe('no-key')
    expect(await reason(bring({ bearer: 'x'.repeat(24) }), garden)).toBe('key-unknown')
    expect(await reason(bring({ bearer: key }), garden)).toBe('key-unknown')
    expect(await reason(bring({ device: 'stranger' }), garden)).toBe('no-key')
    expect(await reason(bring({ bearer: key }), 'nowhere' as MapId)).toBe('no-such-map')
  })

  it('ACC-3: a key is at least 128 bits, and only its hash is stored', async () => {
    const { key, link } = await access.createLink(garden, 'owner')
    expect(Buffer.from(key, 'base64url').length * 8).toBeGreaterThanOrEqual(128)
    expect(key).toMatch(/^[A-Za-z0-9_-]+$/)
    expect(JSON.stringify(await store.listLinks(garden))).not.toContain(key)
    expect(link.keyHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('ACC-4: a revoked link shuts out its key, its participants and its codes, and no others', async () => {
    const dead = await access.createLink(garden, 'contribute')
    const alive = await access.createLink(garden, 'view')
    await join(dead, 'tablet', 'Ana')
    await join(alive, 'phone', 'Ben')
    const { code } = await access.createCode(garden, 'contribute')
    await access.revokeLink(dead.link.id)
    expect(await access.identify(bring({ bearer: dead.key }), garden)).toEqual({
      ok: false,
      reason: { kind: 'key-revoked' },
    })
    expect(await access.identify(bring({ device: 'tablet' }), garden)).toEqual({
      ok: false,
      reason: { kind: 'key-revoked' },
    })
    expect(await access.resolveCode(code, '10.0.0.1')).toEqual({ ok: false, reason: { kind: 'code-unknown' } })
    expect((await access.identify(bring({ device: 'phone' }), garden)).ok).toBe(true)
  })

  it('ACC-5: the participant a tab names comes before keys, and counts only in its own browser', async () => {
    const contribute = await access.createLink(garden, 'contribute')
    const owner = await access.createLink(garden, 'owner')
    const ana = await join(contribute, 'tablet', 'Ana')
    const entry = await access.identify(bring({ participant: ana, device: 'tablet', bearer: owner.key }), garden)
    expect(entry).toMatchObject({ ok: true, value: { role: 'contributor', participant: { name: 'Ana' } } })
    expect(await access.identify(bring({ participant: ana, device: 'thief' }), garden)).toEqual({
      ok: false,
      reason: { kind: 'key-unknown' },
    })
    expect(await access.identify(bring({ participant: ana }), garden)).toEqual({
      ok: false,
      reason: { kind: 'key-unknown' },
    })
  })

  it('ACC-5: without a name, a browser is its latest participant on the map that may still come in', async () => {
    const owner = await access.createLink(garden, 'owner')
    const view = await access.createLink(garden, 'view')
    await join(owner, 'laptop', 'Ana')
    clock.advance(1000)
    await join(view, 'laptop', 'Ana')
    expect(await access.identify(bring({ device: 'laptop' }), garden)).toMatchObject({ value: { role: 'viewer' } })
    await access.revokeLink(view.link.id)
    expect(await access.identify(bring({ device: 'laptop' }), garden)).toMatchObject({ value: { role: 'owner' } })
    expect(await access.identify(bring({ device: 'laptop' }), school)).toMatchObject({ reason: { kind: 'no-key' } })
  })

  it('ACC-6: a browser that comes again with its key is known by name', async () => {
    const link = await access.createLink(garden, 'contribute')
    await join(link, 'tablet', 'Ana')
    expect(await access.identify(bring({ device: 'tablet', bearer: link.key }), garden)).toMatchObject({
      value: { participant: { name: 'Ana', colour: 0 } },
    })
  })

  it('ACC-7: visits are noted, at most once a minute', async () => {
    const link = await access.createLink(garden, 'contribute')
    const ana = await join(link, 'tablet', 'Ana')
    const joined = clock.now()
    clock.advance(30_000)
    await access.identify(bring({ device: 'tablet' }), garden)
    expect((await store.findParticipant(ana))?.seenAt).toBe(joined)
    clock.advance(40_000)
    await access.identify(bring({ device: 'tablet' }), garden)
    expect((await store.findParticipant(ana))?.seenAt).toBe(clock.now())
    expect((await store.findLink(link.link.id))?.lastUsedAt).toBe(clock.now())
  })

  it('ACC-7: a visit that cannot be noted shuts nobody out', async () => {
    const link = await access.createLink(garden, 'view')
    const full = { ...store, touchLink: () => Promise.reject(new Error('disk full')) }
    const other = createAccess({ store: full, clock, random: createSeededRandom(8) })
    expect((await other.identify(bring({ bearer: link.key }), garden)).ok).toBe(true)
  })
})

describe('joining', () => {
  it('ACC-8: two Annas on one map are told apart, whatever their spelling, and even if they come at once', async () => {
    const link = await access.createLink(garden, 'contribute')
    const ids = await Promise.all(['a', 'b', 'c'].map((device) => join(link, device, device === 'b' ? 'ANNA' : 'Anna')))
    const names = await Promise.all(ids.map(nameOf))
    expect(names).toEqual(['Anna', 'ANNA 2', 'Anna 3'])
    const elsewhere = await access.createLink(school, 'contribute')
    expect(await nameOf(await join(elsewhere, 'd', 'Anna'))).toBe('Anna')
  })

  it('ACC-8: the same browser and link is one participant, who may change their name and keeps their colour', async () => {
    const link = await access.createLink(garden, 'contribute')
    await join(link, 'other', 'Ben')
    const first = await join(link, 'tablet', 'Anna')
    const colour = (await store.findParticipant(first))?.colour
    clock.advance(5000)
    const again = await join(link, 'tablet', 'Anne')
    expect(again).toBe(first)
    expect(await store.findParticipant(again)).toMatchObject({ name: 'Anne', colour, joinedAt: clock.now() - 5000 })
    expect(await store.listParticipants(garden)).toHaveLength(2)
  })

  it('ACC-8: another link in the same browser is the same person in another role, under the same name', async () => {
    const owner = await access.createLink(garden, 'owner')
    const view = await access.createLink(garden, 'view')
    const mine = await join(owner, 'laptop', 'Anna')
    const alsoMine = await join(view, 'laptop', 'Anna')
    expect(alsoMine).not.toBe(mine)
    expect(await nameOf(alsoMine)).toBe('Anna')
    expect((await access.findParticipant('laptop', view.link.id))?.id).toBe(alsoMine)
    expect(await access.findParticipant('phone', view.link.id)).toBeUndefined()
  })

  it('ACC-9: everyone gets the colour that fewest have', async () => {
    const link = await access.createLink(garden, 'contribute')
    const colours: (number | undefined)[] = []
    for (let index = 0; index < 14; index += 1) {
      colours.push((await store.findParticipant(await join(link, `device ${index}`, 'Someone')))?.colour)
    }
    expect(colours).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 1])
  })

  it('ACC-8: a name of nothing but blanks is refused', async () => {
    const { link } = await access.createLink(garden, 'contribute')
    expect(await access.admit({ map: garden, link: link.id, device: 'a', name: ' \u200b\u202e ' })).toEqual({
      ok: false,
      reason: 'name-empty',
    })
  })
})

describe('codes', () => {
  it('ACC-10: a code leads to a link of its grant however it is typed, and dies after twelve hours', async () => {
    const { link } = await access.createLink(garden, 'contribute')
    const { code, expiresAt } = await access.createCode(garden, 'contribute')
    expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}$/)
    expect(expiresAt - clock.now()).toBe(12 * 60 * 60 * 1000)
    for (const typed of [code, code.toLowerCase(), ` ${code.slice(0, 3)}-${code.slice(3)} `]) {
      expect(await access.resolveCode(typed, '10.0.0.1')).toMatchObject({ ok: true, value: { id: link.id } })
    }
    clock.advance(12 * 60 * 60 * 1000)
    expect(await access.resolveCode(code, '10.0.0.1')).toMatchObject({ ok: false })
    clock.advance(1)
    await access.createCode(garden, 'contribute')
    expect(await store.findCode(code)).toBeUndefined()
  })

  it('ACC-10: a code never revives a revoked link: it gets a new one', async () => {
    const old = await access.createLink(garden, 'comment')
    await access.revokeLink(old.link.id)
    const { link } = await access.createCode(garden, 'comment')
    expect(link).not.toBe(old.link.id)
    expect(await store.findLink(link)).toMatchObject({ grant: 'comment', revokedAt: undefined })
  })

  it('ACC-11: guessing is cut off per address, even side by side, and comes back with time', async () => {
    const guess = (address: string): Promise<string> =>
      access.resolveCode('222222', address).then((answer) => (answer.ok ? 'found' : answer.reason.kind))
    const answers = await Promise.all(Array.from({ length: 30 }, () => guess('10.0.0.1')))
    expect(answers.filter((answer) => answer === 'code-unknown')).toHaveLength(20)
    expect(answers.filter((answer) => answer === 'too-many-guesses')).toHaveLength(10)
    expect(await guess('10.0.0.2')).toBe('code-unknown')
    clock.advance(10_000)
    expect(await guess('10.0.0.1')).toBe('code-unknown')
    expect(await access.resolveCode('222222', '10.0.0.1')).toEqual({
      ok: false,
      reason: { kind: 'too-many-guesses', waitSeconds: 10 },
    })
  })

  it('ACC-11: while many addresses guess, each has a few tries, and a right code still opens', async () => {
    const { code } = await access.createCode(garden, 'contribute')
    for (let index = 0; index < 300; index += 1) {
      await access.resolveCode('222222', `10.0.${index >> 8}.${index & 255}`)
    }
    const kinds: string[] = []
    for (let index = 0; index < 10; index += 1) {
      const answer = await access.resolveCode('222222', '10.9.0.1')
      kinds.push(answer.ok ? 'found' : answer.reason.kind)
    }
    expect(kinds.lastIndexOf('code-unknown')).toBe(2)
    expect(await access.resolveCode(code, '10.9.0.1')).toMatchObject({ reason: { kind: 'too-many-guesses' } })
    expect(await access.resolveCode(code, '10.9.0.2')).toMatchObject({ ok: true })
  })

  it('ACC-11: right codes cost nothing: a whole hall behind one address comes in at once', async () => {
    const { code } = await access.createCode(garden, 'contribute')
    const answers = await Promise.all(Array.from({ length: 200 }, () => access.resolveCode(code, '10.0.0.1')))
    expect(answers.every((answer) => answer.ok)).toBe(true)
  })

  it('ACC-11: who has used up their guesses does not learn that a code is right', async () => {
    const { code } = await access.createCode(garden, 'contribute')
    await Promise.all(Array.from({ length: 20 }, () => access.resolveCode('222222', '10.0.0.1')))
    expect(await access.resolveCode(code, '10.0.0.1')).toMatchObject({ reason: { kind: 'too-many-guesses' } })
  })
})
