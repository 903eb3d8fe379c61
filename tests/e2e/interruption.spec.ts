import { readFile } from 'node:fs/promises'
import type { BrowserContext, WebSocketRoute } from '@playwright/test'
import { startAppServer, type AppServer } from '../helpers/appServer'
import { weftMapSchema, type WeftMap } from '../../lib/model/weftMap'
import { listLinksAnswerSchema } from '../../lib/protocol/links'
import { MapScreen } from './mapScreen'
import { expect, test as base, type NewMap } from './weftTest'

/** Servers that are killed belong to their test alone. */
const test = base.extend<{ readonly mortal: AppServer }>({
  mortal: async ({}, use) => {
    const server = await startAppServer()
    await use(server)
    await server.remove()
  },
})

/** What the server has, by the API. */
async function stored(server: AppServer, map: NewMap): Promise<WeftMap> {
  const answer = await fetch(`${server.url}/api/maps/${map.id}/export?format=json`, {
    headers: { authorization: `Bearer ${map.links.view.key}` },
  })
  return weftMapSchema.parse(await answer.json())
}

const labels = (map: WeftMap): string[] =>
  Object.values(map.elements)
    .map(({ label }) => label)
    .sort()

test.describe('without a network', () => {
  test('SYNC-2, SYNC-3, OFF-1: editing goes on, survives a reload, and both sides come together', async ({
    server,
    map,
    come,
  }) => {
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await ana.add('Before', { x: 420, y: 300 })
    await ana.isSaved()
    await ana.isKept()

    await ana.page.context().setOffline(true)
    await expect(ana.chip).toHaveAccessibleName(/^Offline, kept on this device/)
    await ana.add('Written offline', { x: 420, y: 500 })
    await expect(ana.chip).toHaveAccessibleName(/^Offline, kept on this device/)
    await ben.add('Written meanwhile', { x: 800, y: 500 })
    await ben.isSaved()
    expect(labels(await stored(server, map))).toEqual(['Before', 'Written meanwhile'])

    await ana.page.reload()
    await expect(ana.element('Written offline')).toBeVisible({ timeout: 20_000 })
    await expect(ana.element('Before')).toBeVisible()
    await expect(ana.chip).toHaveAccessibleName(/^Offline, kept on this device/)
    await ana.add('After the reload', { x: 420, y: 650 })

    await ana.page.context().setOffline(false)
    await ana.isSaved()
    for (const person of [ana, ben]) {
      for (const name of ['Before', 'Written offline', 'After the reload', 'Written meanwhile']) {
        await expect(person.element(name)).toBeVisible()
      }
    }
    expect(labels(await stored(server, map))).toEqual([
      'After the reload',
      'Before',
      'Written meanwhile',
      'Written offline',
    ])
  })

  test('OFF-1: a tab that was closed offline still has its edits when it is opened again', async ({
    server,
    map,
    come,
  }) => {
    const ana = await come('Ana', map)
    await ana.add('Before', { x: 420, y: 300 })
    await ana.isSaved()
    await ana.isKept()
    const context: BrowserContext = ana.page.context()
    await context.setOffline(true)
    await ana.add('Written offline', { x: 420, y: 500 })
    await expect(ana.chip).toHaveAccessibleName(/^Offline/)
    await ana.page.close({ runBeforeUnload: false })

    const page = await context.newPage()
    await page.goto(`${server.url}/m/${map.id}`)
    const again = new MapScreen(page)
    await expect(again.element('Written offline')).toBeVisible({ timeout: 20_000 })
    await context.setOffline(false)
    await again.isSaved()
    expect(labels(await stored(server, map))).toEqual(['Before', 'Written offline'])
  })

  test('OFF-2, PAGE-9: dialogs that were never opened before open offline', async ({ map, come }) => {
    const ana = await come('Ana', map)
    await ana.isKept()
    await ana.page.context().setOffline(true)
    await ana.page.reload()
    await ana.isOpen()
    for (const [item, title] of [
      ['Export…', 'Export'],
      ['Keyboard shortcuts', 'Keyboard shortcuts'],
      ['Paste a list…', 'Paste a list'],
    ] as const) {
      await ana.page.getByRole('button', { name: 'Menu' }).click()
      await ana.page.getByRole('menuitem', { name: item }).click()
      await expect(ana.page.getByRole('dialog', { name: title })).toBeVisible()
      await ana.press('Escape')
      await expect(ana.page.getByRole('dialog', { name: title })).toBeHidden()
    }
  })

  test('OFF-3: the start page opens offline, lists the maps of this device and opens them', async ({
    server,
    map,
    come,
  }) => {
    const ana = await come('Ana', map)
    await ana.add('Before', { x: 600, y: 400 })
    await ana.isSaved()
    await ana.isKept()
    await ana.page.goto(server.url)
    await expect(ana.page.getByRole('region', { name: 'Recent' }).getByRole('link')).toHaveCount(1)
    await expect(ana.page.locator('html')).toHaveAttribute('data-kept', '/', { timeout: 20_000 })
    await ana.page.context().setOffline(true)
    await ana.page.reload()
    await expect(ana.page.getByText('The server cannot be reached.')).toBeVisible()
    await ana.page.getByRole('region', { name: 'Recent' }).getByRole('link').click()
    await ana.isOpen()
    await expect(ana.element('Before')).toBeVisible()
  })

  test('OFF-4, PAGE-10: nothing of the API is kept by the service worker', async ({ server, map, come }) => {
    const ana = await come('Ana', map)
    await ana.isKept()
    const kept = await ana.page.evaluate(async () => {
      const found: string[] = []
      for (const name of await caches.keys()) {
        for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname)
      }
      return found
    })
    expect(kept).toContain(`/m/${map.id}`)
    expect(kept.filter((path) => !/^\/_next\/static\/|^\/m\/|^\/(?:join|help|icon\.svg)?$/.test(path))).toEqual([])
    expect((await fetch(`${server.url}/sw.js`)).headers.get('cache-control')).toMatch(/no-cache|max-age=0/)
  })
})

test.describe('pages old and new', () => {
  test('OFF-6, PAGE-10: a kept page is seen only while the server cannot be reached', async ({ map, come }) => {
    const ana = await come('Ana', map)
    await ana.isKept()
    // What was kept is an old page: it says so.
    await ana.page.evaluate(async (path) => {
      const [name = ''] = await caches.keys()
      const old = new Response('<h1>An old page</h1>', { headers: { 'content-type': 'text/html' } })
      await (await caches.open(name)).put(new URL(path, location.origin), old)
    }, new URL(ana.page.url()).pathname)
    const old = ana.page.getByRole('heading', { name: 'An old page' })

    await ana.page.context().setOffline(true)
    await ana.page.reload()
    await expect(old).toBeVisible()
    await ana.page.context().setOffline(false)
    await ana.page.reload()
    await ana.isOpen()
    await expect(old).toBeHidden()
    await ana.isKept()
    await ana.page.context().setOffline(true)
    await ana.page.reload()
    await ana.isOpen()
  })

  test('OFF-5: a part that cannot be loaded is tried again; meanwhile everything else goes on', async ({
    map,
    come,
  }) => {
    // Without the worker, which would have kept the part already.
    const ana = await come('Ana', map, { serviceWorkers: 'block' })
    await ana.page.getByRole('button', { name: 'Menu' }).click()
    const item = ana.page.getByRole('menuitem', { name: 'Export…' })
    await expect(item).toBeVisible()
    let refused = 0
    await ana.page.route('**/_next/static/chunks/**', (route) => {
      refused += 1
      return route.abort()
    })
    await item.click()
    await expect.poll(() => refused).toBeGreaterThan(0)
    await ana.add('Meanwhile', { x: 500, y: 400 })
    await ana.isSaved()
    await ana.page.unroute('**/_next/static/chunks/**')
    await expect(ana.page.getByRole('dialog', { name: 'Export' })).toBeVisible()
    await ana.press('Escape')
    await expect(ana.element('Meanwhile')).toBeVisible()
  })
})

test.describe('the chip tells the truth', () => {
  test('SYNC-1: never "Saved" before the server has said so', async ({ server, map, browserOf }) => {
    const context = await browserOf()
    await context.request.post(`${server.url}/api/maps/${map.id}/join`, {
      data: { key: map.links.owner.key, name: 'Ana' },
    })
    const page = await context.newPage()
    // Between page and server: what the server says is held back while `holding`.
    let holding = false
    const held: (() => void)[] = []
    await page.routeWebSocket(/\/sync\//, (client) => {
      const upstream = client.connectToServer()
      client.onMessage((message) => upstream.send(message))
      upstream.onMessage((message) => {
        if (holding) held.push(() => client.send(message))
        else client.send(message)
      })
    })
    await page.goto(`${server.url}/m/${map.id}`)
    const ana = new MapScreen(page)
    await ana.isOpen()
    await ana.isSaved()
    holding = true
    await ana.add('Not confirmed', { x: 600, y: 400 })
    await expect(ana.chip).toHaveAccessibleName(/^Saving…/)
    await expect.poll(async () => labels(await stored(server, map))).toEqual(['Not confirmed'])
    await expect(ana.chip).toHaveAccessibleName(/^Saving…/)
    holding = false
    for (const release of held) release()
    await ana.isSaved()
  })
})

test.describe('the server goes away and comes back', () => {
  test('ROOM-3, OFF-5: killed in the middle of work, nothing acknowledged is lost; everybody comes back by themselves', async ({
    mortal,
    browserOf,
  }) => {
    const answer = await fetch(`${mortal.url}/api/maps`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    const map = (await answer.json()) as NewMap
    const enter = async (name: string): Promise<MapScreen> => {
      const context = await browserOf()
      await context.request.post(`${mortal.url}/api/maps/${map.id}/join`, {
        data: { key: map.links.contribute.key, name },
      })
      const page = await context.newPage()
      await page.goto(`${mortal.url}/m/${map.id}`)
      const screen = new MapScreen(page)
      await screen.isOpen()
      return screen
    }
    const ana = await enter('Ana')
    const ben = await enter('Ben')
    for (const [index, name] of ['One', 'Two', 'Three'].entries()) {
      await ana.add(name, { x: 420, y: 250 + index * 100 })
    }
    await ana.isSaved()
    await mortal.kill()
    await expect(ana.chip).toHaveAccessibleName(/^Offline, kept on this device/)
    await ana.add('While it was down', { x: 420, y: 600 })
    await ben.add('Ben’s, while it was down', { x: 800, y: 600 })
    await expect(ana.chip).toHaveAccessibleName(/^Offline, kept on this device/)
    await expect(ana.page.getByText('No connection. Go on working').first()).toBeVisible()

    await mortal.start()
    await expect(ana.chip).toHaveAccessibleName(/^Saved/, { timeout: 20_000 })
    await expect(ben.chip).toHaveAccessibleName(/^Saved/, { timeout: 20_000 })
    // Neither to be seen nor to be read by a screen reader.
    await expect(ana.page.getByText('No connection')).toHaveCount(0)
    for (const person of [ana, ben]) await expect(person.elements).toHaveCount(5)
    expect(labels(await stored(mortal, map))).toEqual([
      'Ben’s, while it was down',
      'One',
      'Three',
      'Two',
      'While it was down',
    ])
    await expect(ana.page.getByRole('button', { name: '2 people are here' })).toBeVisible()
  })

  test('SYNC-1: what the chip called Saved is there after a kill at that very moment', async ({
    mortal,
    browserOf,
  }) => {
    const made = await fetch(`${mortal.url}/api/maps`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    const map = (await made.json()) as NewMap
    const context = await browserOf()
    await context.request.post(`${mortal.url}/api/maps/${map.id}/join`, {
      data: { key: map.links.owner.key, name: 'Ana' },
    })
    const page = await context.newPage()
    await page.goto(`${mortal.url}/m/${map.id}`)
    const ana = new MapScreen(page)
    await ana.isOpen()
    await ana.add('Durable', { x: 600, y: 400 })
    await ana.isSaved()
    await mortal.kill()
    await mortal.start()
    expect(labels(await stored(mortal, map))).toEqual(['Durable'])
  })
})

test.describe('a link that is switched off', () => {
  /** Switches the contributors' link off, as the facilitator's share dialog does. */
  async function switchOff(server: AppServer, map: NewMap): Promise<void> {
    const headers = { authorization: `Bearer ${map.links.owner.key}` }
    const answer = await fetch(`${server.url}/api/maps/${map.id}/links`, { headers })
    const { links } = listLinksAnswerSchema.parse(await answer.json())
    const link = links.find(({ grant }) => grant === 'contribute')
    const gone = await fetch(`${server.url}/api/maps/${map.id}/links/${link?.id}`, { method: 'DELETE', headers })
    expect(gone.status).toBe(204)
  }

  /** What a person saves with a press of a button, as a map. */
  async function saved(screen: MapScreen): Promise<WeftMap> {
    const file = screen.page.waitForEvent('download')
    await screen.page.getByRole('button', { name: 'Download a copy' }).click()
    return weftMapSchema.parse(JSON.parse(await readFile(await (await file).path(), 'utf8')))
  }

  test('LOSS-2, PAGE-19: whoever was typing a name on the map is told, keeps their words and may take a copy', async ({
    server,
    map,
    come,
  }) => {
    const ben = await come('Ben', map, { grant: 'contribute', permissions: ['clipboard-read', 'clipboard-write'] })
    await ben.add('Rain', { x: 500, y: 400 })
    await ben.isSaved()
    await ben.element('Rain').focus()
    await ben.press('Enter')
    await expect(ben.nameField).toBeFocused()
    await ben.press('ControlOrMeta+a')
    await ben.page.keyboard.type('Heavy rain in spring')
    await switchOff(server, map)

    const heading = ben.page.getByRole('heading', { name: 'This link has been switched off' })
    await expect(heading).toBeVisible()
    await expect(heading).toBeFocused()
    const typed = ben.page.getByRole('region', { name: 'What you had typed' })
    await expect(typed.getByRole('group', { name: 'Name of the Variable' })).toHaveText('Heavy rain in spring')
    await typed.getByRole('button', { name: 'Copy: Name of the Variable' }).click()
    await expect.poll(() => ben.page.evaluate(() => navigator.clipboard.readText())).toBe('Heavy rain in spring')
    await expect(ben.page.getByText(/has not confirmed/)).toHaveCount(0)
    expect(labels(await saved(ben))).toEqual(['Rain'])

    // Trying again in vain takes nothing away.
    await ben.page.getByRole('button', { name: 'Try again' }).click()
    await expect(ben.page.getByRole('button', { name: 'Download a copy' })).toBeVisible()
    await expect(typed).toContainText('Heavy rain in spring')
  })

  test('LOSS-2: so is whoever was typing in the inspector', async ({ server, map, come }) => {
    const ben = await come('Ben', map, { grant: 'contribute' })
    await ben.add('Rain', { x: 500, y: 400 })
    await ben.isSaved()
    await ben.select('Rain')
    await ben.inspector.getByRole('textbox', { name: 'Name' }).fill('Heavy rain')
    await switchOff(server, map)
    await expect(ben.page.getByRole('heading', { name: 'This link has been switched off' })).toBeVisible()
    await expect(ben.page.getByRole('region', { name: 'What you had typed' })).toContainText('Heavy rain')
  })

  test('LOSS-2: what the server never got is counted, is in the copy, and is offered again after a reload', async ({
    server,
    map,
    come,
  }) => {
    const ben = await come('Ben', map, { grant: 'contribute' })
    await ben.add('Before', { x: 420, y: 300 })
    await ben.isSaved()
    await ben.isKept()
    await ben.page.context().setOffline(true)
    await expect(ben.chip).toHaveAccessibleName(/^Offline/)
    await ben.add('One', { x: 420, y: 450 })
    await ben.add('Two', { x: 420, y: 600 })
    await switchOff(server, map)
    await ben.page.context().setOffline(false)

    const words = 'The server has not confirmed your last 2 changes. They are in the copy.'
    await expect(ben.page.getByText(words)).toBeVisible()
    expect(labels(await saved(ben))).toEqual(['Before', 'One', 'Two'])
    expect(labels(await stored(server, map))).toEqual(['Before'])

    await ben.page.reload()
    await expect(ben.page.getByText(words)).toBeVisible({ timeout: 20_000 })
    expect(labels(await saved(ben))).toEqual(['Before', 'One', 'Two'])
  })

  test('LOSS-2: a map that was never there on this page is not offered', async ({ server, map, browserOf }) => {
    await switchOff(server, map)
    const page = await (await browserOf()).newPage()
    await page.goto(`${server.url}/m/${map.id}#k=${map.links.contribute.key}`)
    await expect(page.getByRole('heading', { name: 'This link has been switched off' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Download a copy' })).toHaveCount(0)
  })
})

test.describe('a map that the server closes and that stays', () => {
  test('LOSS-1, LOSS-4: it says so, offers a copy, and what is typed into it is not lost', async ({
    server,
    map,
    browserOf,
  }) => {
    const context = await browserOf()
    await context.request.post(`${server.url}/api/maps/${map.id}/join`, {
      data: { key: map.links.owner.key, name: 'Ana' },
    })
    const page = await context.newPage()
    const open: WebSocketRoute[] = []
    await page.routeWebSocket(/\/sync\//, (client) => {
      open.push(client)
      client.connectToServer()
    })
    await page.goto(`${server.url}/m/${map.id}`)
    const ana = new MapScreen(page)
    await ana.isOpen()
    await ana.add('Rain', { x: 500, y: 400 })
    await ana.isSaved()
    await ana.element('Rain').focus()
    await ana.press('Enter')
    await expect(ana.nameField).toBeFocused()
    await ana.press('ControlOrMeta+a')
    await ana.page.keyboard.type('Heavy rain')
    for (const client of open) await client.close({ code: 4403 })
    await expect(ana.chip).toHaveAccessibleName(/^Disconnected/)
    await ana.press('Enter')
    await expect(
      ana.toast('You can no longer change this map. What you typed was not kept: “Heavy rain”.'),
    ).toBeVisible()
    await expect(page.getByText('You may look at this map, but not change it.').first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Download a copy' })).toBeVisible()
  })
})
