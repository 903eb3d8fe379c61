import { test as base, expect, type BrowserContext, type BrowserContextOptions } from '@playwright/test'
import {
  createMapAnswerSchema,
  importMapAnswerSchema,
  type CreateMapAnswer,
  type TemplateName,
} from '../../lib/protocol/api'
import type { LinkGrant } from '../../lib/protocol/role'
import { startAppServer, type AppServer } from '../helpers/appServer'
import { MapScreen } from './mapScreen'

export type NewMap = CreateMapAnswer

export interface FileToImport {
  readonly name: string
  readonly type: string
  readonly content: string | Uint8Array
}

export interface ComeOptions extends BrowserContextOptions {
  /** By which link. Owner if left out. */
  readonly grant?: LinkGrant
  /** What their browser is told before it opens a page. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>
}

export const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
} as const

interface WeftFixtures {
  /** A map of this test alone. */
  readonly map: NewMap
  readonly makeMap: (options?: { readonly template?: TemplateName; readonly title?: string }) => Promise<NewMap>
  readonly importMap: (...files: readonly FileToImport[]) => Promise<NewMap>
  /** A browser of one person, with nothing remembered. Watched: no request to elsewhere, no error on the page. */
  readonly browserOf: (options?: BrowserContextOptions) => Promise<BrowserContext>
  /** Someone comes into a map by a link, in a browser of their own. */
  readonly come: (name: string, map: NewMap, options?: ComeOptions) => Promise<MapScreen>
}

interface WeftWorkerFixtures {
  readonly server: AppServer
}

/** Playwright's `test`, with a running Weft, maps and people. */
export const test = base.extend<WeftFixtures, WeftWorkerFixtures>({
  server: [
    async ({}, use) => {
      const server = await startAppServer()
      await use(server)
      await server.remove()
    },
    { scope: 'worker' },
  ],

  makeMap: async ({ server }, use) => {
    await use(async (options = {}) => {
      const answer = await fetch(`${server.url}/api/maps`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(options),
      })
      return createMapAnswerSchema.parse(await answer.json())
    })
  },

  importMap: async ({ server }, use) => {
    await use(async (...files) => {
      const form = new FormData()
      for (const { name, type, content } of files) form.append('file', new Blob([content as BlobPart], { type }), name)
      const answer = await fetch(`${server.url}/api/maps/import?format=auto`, { method: 'POST', body: form })
      return importMapAnswerSchema.parse(await answer.json())
    })
  },

  map: async ({ makeMap }, use) => {
    await use(await makeMap())
  },

  browserOf: async ({ browser, server }, use) => {
    const opened: BrowserContext[] = []
    const elsewhere: string[] = []
    const errors: string[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext(options)
      opened.push(context)
      context.on('request', (request) => {
        const url = new URL(request.url())
        if (
          ['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) &&
          url.hostname !== new URL(server.url).hostname
        ) {
          elsewhere.push(request.url())
        }
      })
      context.on('weberror', (error) => errors.push(String(error.error())))
      context.on('console', (message) => {
        if (message.type() === 'error' && !isNetworkNews(message.text())) errors.push(message.text())
      })
      return context
    })
    for (const context of opened) await context.close()
    expect(elsewhere, 'requests to other hosts').toEqual([])
    expect(errors, 'errors on the pages').toEqual([])
  },

  come: async ({ browserOf, server }, use) => {
    await use(async (name, map, { grant = 'owner', prepare, ...options } = {}) => {
      const context = await browserOf(options)
      await prepare?.(context)
      // The join itself has tests of its own; here it is only the way in.
      const answer = await context.request.post(`${server.url}/api/maps/${map.id}/join`, {
        data: { key: map.links[grant].key, name },
        headers: { origin: server.url },
      })
      expect(answer.ok(), await answer.text()).toBe(true)
      const page = await context.newPage()
      await page.goto(`${server.url}/m/${map.id}`)
      const screen = new MapScreen(page)
      await screen.isOpen()
      return screen
    })
  },
})

export { expect }

/** A browser tells every failed request as an error; tests that break the network expect them. */
function isNetworkNews(text: string): boolean {
  return /Failed to (?:load|fetch)|Refused to (?:execute script|apply style)|WebSocket connection to|net::ERR_/.test(
    text,
  )
}
