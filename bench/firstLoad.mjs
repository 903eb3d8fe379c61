// JavaScript that a browser loads before the map page works, gzipped.
import { gzipSync } from 'node:zlib'

/** Bytes of the scripts that the served page names, each gzipped by itself. */
export async function measureFirstLoad(weft) {
  const map = await weft.makeMap('causal-loop')
  const page = await (await fetch(`${weft.url}/m/${map.id}`)).text()
  const addresses = new Set()
  for (const [, address] of page.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+\.js)"/g)) addresses.add(address)
  return sumGzipped([...addresses].map((address) => weft.url + address))
}

/** Bytes of every script that Chromium fetches until the map is drawn: lazily loaded ones included. */
export async function measureLoadedScripts(weft, browser) {
  const map = await weft.makeMap('causal-loop')
  const page = await browser.newPage()
  const addresses = new Set()
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') addresses.add(response.url())
  })
  await enterMap(page, map.links.contribute.url, 'Ana')
  await page.close()
  return sumGzipped([...addresses])
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
