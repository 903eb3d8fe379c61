// JavaScript that a browser loads before the map page works, gzipped.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** Bytes that each figure stays under: tests/e2e/pageSize.spec.ts holds the pages to them. */
export const ceilings = JSON.parse(readFileSync(new URL('./pageSize.json', import.meta.url), 'utf8'))

/**
 * Bytes of the scripts that the served page names, each gzipped by itself. Without those for browsers
 * that know no modules: no other fetches them, and Weft runs in none of those.
 */
export async function measureFirstLoad(weft) {
  const map = await weft.makeMap('causal-loop')
  const page = await (await fetch(`${weft.url}/m/${map.id}`)).text()
  const addresses = new Set()
  for (const [tag] of page.matchAll(/<(?:script|link)\b[^>]*>/g)) {
    const address = /(?:src|href)="(\/_next\/static\/[^"]+\.js)"/.exec(tag)?.[1]
    if (address !== undefined && !/\bnomodule\b/i.test(tag)) addresses.add(address)
  }
  return sumGzipped([...addresses].map((address) => weft.url + address))
}

/** Bytes of every script that Chromium has asked for when the map is drawn: lazily loaded ones included. */
export async function measureLoadedScripts(weft, browser) {
  const map = await weft.makeMap('causal-loop')
  const page = await browser.newPage()
  // The page itself knows when it has drawn the map; from outside that is seen later, on a busy machine much later.
  await page.addInitScript(() => {
    requestAnimationFrame(function look() {
      const node = document.querySelector('.react-flow__node')
      if (node !== null && getComputedStyle(node).visibility !== 'hidden') performance.mark('drawn')
      else requestAnimationFrame(look)
    })
  })
  await enterMap(page, map.links.contribute.url, 'Ana')
  await page.waitForFunction(() => performance.getEntriesByName('drawn').length > 0)
  const addresses = await page.evaluate(() => {
    const [drawn] = performance.getEntriesByName('drawn')
    const asked = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= drawn.startTime)
    return asked.map(({ name }) => name).filter((name) => new URL(name).pathname.endsWith('.js'))
  })
  await page.close()
  return sumGzipped([...new Set(addresses)])
}

/** Opens a map by its link, as a newcomer does: name, then the canvas. */
export async function enterMap(page, address, name) {
  await page.goto(address)
  const field = page.getByRole('textbox').first()
  const node = page.locator('.react-flow__node').first()
  await field.or(node).first().waitFor()
  if (!(await node.isVisible())) {
    await field.fill(name)
    await field.press('Enter')
  }
  await node.waitFor()
}

async function sumGzipped(addresses) {
  let bytes = 0
  for (const address of addresses) {
    const script = Buffer.from(await (await fetch(address)).arrayBuffer())
    bytes += gzipSync(script, { level: 9 }).length
  }
  return { scripts: addresses.length, bytes }
}
