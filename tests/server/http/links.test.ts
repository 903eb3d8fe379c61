import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { systemClock } from '../../../lib/base/clock'
import { systemRandom } from '../../../lib/base/random'
import { createAccess } from '../../../server/access/access'
import { createLocalBus } from '../../../server/bus/localBus'
import { linkRoutes } from '../../../server/http/links'
import { silentLog } from '../../../server/room/log'
import { createRooms } from '../../../server/live/rooms'
import type { MapStore } from '../../../server/store/mapStore'
import { createMemoryStore } from '../../../server/store/memory'
import { addSampleMap } from '../../helpers/sampleMap'

it('ACC-4: of the last two links that own a map, switched off at once, one stays', async () => {
  const memory = createMemoryStore()
  const map = await addSampleMap(memory)
  // A store that takes its time to write, so that both requests have read before either has written.
  const store: MapStore = {
    ...memory,
    async revokeLink(...revoked) {
      await new Promise<void>((resolve) => setImmediate(resolve))
      await memory.revokeLink(...revoked)
    },
  }
  const shared = { store, clock: systemClock, random: systemRandom }
  const access = createAccess(shared)
  const owners = [await access.createLink(map, 'owner'), await access.createLink(map, 'owner')]
  const rooms = createRooms({ ...shared, bus: createLocalBus(() => undefined), log: silentLog })
  const hono = new Hono<{ Bindings: HttpBindings }>()
  for (const route of linkRoutes({ access, store, rooms, clock: systemClock })) {
    hono.on(route.method.toUpperCase(), route.path, (context) =>
      route.run({
        context,
        credentials: {
          participant: undefined,
          device: undefined,
          bearer: context.req.header('authorization'),
          keyParameter: undefined,
        },
        address: '',
        isOwnMachine: true,
        ownUrl: '',
      }),
    )
  }
  const removals = owners.map(async ({ link, key }) =>
    hono.request(`/api/maps/${map}/links/${link.id}`, { method: 'DELETE', headers: { authorization: key } }),
  )
  const statuses = (await Promise.all(removals)).map(({ status }) => status)
  expect(statuses.toSorted((one, other) => one - other)).toEqual([204, 409])
})
