import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Response } from '@playwright/test'
import { MapScreen } from './mapScreen'
import { expect, phone, test, type ComeOptions } from './weftTest'

/** Bytes, gzipped: bench/firstLoad.mjs prints how far the pages are from them. */
const ceilings: { readonly named: number; readonly drawn: number } = JSON.parse(
  readFileSync(new URL('../../bench/pageSize.json', import.meta.url), 'utf8'),
)

interface Script {
  readonly file: string
  readonly bytes: number
}

const total = (scripts: readonly Script[]): number => scripts.reduce((sum, { bytes }) => sum + bytes, 0)

/** What to look at when a page has become too heavy. */
function describeScripts(scripts: readonly Script[]): string {
  const rows = scripts.toSorted((a, b) => b.bytes - a.bytes).map(({ file, bytes }) => `${bytes} ${file}`)
  return ['bytes gzipped, by script (next experimental-analyze tells what is in them):', ...rows].join('\n')
}

for (const [screen, options] of [
  ['a wide screen', {}],
  ['a phone', phone],
] as const satisfies readonly (readonly [string, ComeOptions])[]) {
  test(`PAGE-13: on ${screen}, the scripts of a map page stay under their size until the map is drawn`, async ({
    server,
    makeMap,
    browserOf,
  }) => {
    const map = await makeMap({ template: 'causal-loop' })
    const context = await browserOf({ ...options, serviceWorkers: 'block' })
    // What is fetched in an idle moment is not needed to see and edit the map: here there is none.
    await context.addInitScript(() => {
      window.requestIdleCallback = () => 0
    })
    await context.request.post(`${server.url}/api/maps/${map.id}/join`, {
      data: { key: map.links.owner.key, name: 'Ana' },
      headers: { origin: server.url },
    })
    const page = await context.newPage()
    const responses: Response[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') responses.push(response)
    })
    const document = await page.goto(`${server.url}/m/${map.id}`)
    await new MapScreen(page).isOpen()
    await expect(new MapScreen(page).elements.first()).toBeVisible()

    const html = (await document?.text()) ?? ''
    const loaded = await Promise.all(
      responses.map(async (response) => ({
        file: new URL(response.url()).pathname,
        bytes: gzipSync(await response.body(), { level: 9 }).length,
      })),
    )
    const named = loaded.filter(({ file }) => html.includes(`src="${file}"`))
    expect(named.length).toBeGreaterThan(0)
    expect(total(named), describeScripts(named)).toBeLessThan(ceilings.named)
    expect(total(loaded), describeScripts(loaded)).toBeLessThan(ceilings.drawn)
  })
}
