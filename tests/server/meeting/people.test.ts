import { beforeEach, describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import { grantedRole, type LinkGrant } from '../../../lib/protocol/role'
import { createAccess, type Access } from '../../../server/access/access'
import type { Identity } from '../../../server/access/identity'
import { createPeople, type People } from '../../../server/meeting/people'
import type { MapStore, Participant, ParticipantChanges } from '../../../server/store/mapStore'
import { createMemoryStore } from '../../../server/store/memory'
import { createManualClock } from '../../helpers/manualClock'
import { addSampleMap } from '../../helpers/sampleMap'

describe('changing people', () => {
  let store: MapStore
  let access: Access
  let people: People
  let map: MapId
  let isFull: boolean

  beforeEach(async () => {
    const clock = createManualClock()
    isFull = false
    const memory = createMemoryStore()
    store = {
      ...memory,
      changeParticipants: (...given) =>
        isFull ? Promise.reject(new Error('disk full')) : memory.changeParticipants(...given),
    }
    map = await addSampleMap(store)
    access = createAccess({ store, clock, random: createSeededRandom(3) })
    const nothing = (): void => undefined
    const rooms = { identities: () => [], tell: nothing, updateParticipant: nothing, closeParticipant: nothing }
    people = createPeople({ store, access, clock, rooms })
  })

  async function join(
    grant: LinkGrant,
    name: string,
  ): Promise<{ readonly person: Participant; readonly by: Identity }> {
    const { link } = await access.createLink(map, grant)
    const admission = await access.admit({ map, link: link.id, device: name, name })
    if (!admission.ok) throw new Error(admission.reason)
    const { id, colour } = admission.value
    const participant = { id, name, colour }
    return { person: admission.value, by: { map, role: grantedRole(grant), link: link.id, participant } }
  }
  /** Does `meanwhile` while somebody else's turn lasts, and then what waits for it. */
  async function during<Value>(meanwhile: ParticipantChanges & { readonly id: string }, waits: () => Promise<Value>) {
    let asked: Promise<Value> | undefined
    await access.inTurn(map, async () => {
      asked = waits()
      await new Promise((resolve) => setImmediate(resolve))
      await store.changeParticipants(map, [meanwhile])
    })
    return asked
  }

  it('PEOPLE-11: of several changes all are made, or none', async () => {
    const { by } = await join('facilitate', 'Fay')
    const { person: cem } = await join('contribute', 'Cem')
    isFull = true
    const changes = { name: 'Kim', role: 'viewer', muted: true } as const
    await expect(people.change(map, cem.id, changes, by)).rejects.toThrow('disk full')
    isFull = false
    expect(await store.findParticipant(cem.id)).toEqual(cem)
    expect(await people.change(map, cem.id, { ...changes, name: '\u200b' }, by)).toMatchObject({ reason: 'name-empty' })
    expect(await store.findParticipant(cem.id)).toEqual(cem)
    expect(await people.change(map, cem.id, changes, by)).toMatchObject({ ok: true, value: changes })
  })

  it('PEOPLE-11: who may change whom is judged by what they are when it is done', async () => {
    const [fay, flo] = [await join('facilitate', 'Fay'), await join('facilitate', 'Flo')]
    const { person: cem } = await join('contribute', 'Cem')
    const mute = (by: Identity) => () => people.change(map, cem.id, { muted: true }, by)
    expect(await during({ id: cem.id, role: 'facilitator' }, mute(fay.by))).toMatchObject({ reason: 'not-theirs' })
    expect(await during({ id: cem.id, role: undefined }, mute(fay.by))).toMatchObject({ ok: true })
    expect(await during({ id: flo.person.id, role: 'viewer' }, mute(flo.by))).toMatchObject({ reason: 'not-theirs' })
    expect(await during({ id: fay.person.id, removedAt: 5 }, mute(fay.by))).toMatchObject({ reason: 'not-theirs' })
  })

  it('PEOPLE-12: of what links of a kind left behind, the strictest goes on to the next one', async () => {
    const admit = async (device: string): Promise<Participant> => {
      const { link } = await access.createLink(map, 'contribute')
      const admission = await access.admit({ map, link: link.id, device, name: 'Cem' })
      if (!admission.ok) throw new Error(admission.reason)
      return admission.value
    }
    const [first, second, third] = [await admit('tablet'), await admit('tablet'), await admit('tablet')]
    await store.changeParticipants(map, [
      { id: first.id, role: 'viewer' },
      { id: second.id, mutedAt: 7 },
      { id: third.id, role: 'commenter' },
    ])
    expect(await admit('tablet')).toMatchObject({ role: 'viewer', mutedAt: 7 })
    const other = await admit('phone')
    expect([other.role, other.mutedAt]).toEqual([undefined, undefined])
  })
})
