// From a key press in one browser to the painted change in another: Weft's pages on Weft against a
// page with nothing on it but Yjs, y-websocket and a line of text, on the plain server.
import path from 'node:path'
import { build } from 'esbuild'
import { median } from './client.mjs'
import { enterMap } from './firstLoad.mjs'
import { root } from './servers.mjs'

const presses = 30

/** Medians in milliseconds. Two contexts, since tabs of one would talk past the server. */
export async function measurePaint(weft, plain, browser) {
  return { weft: await onWeft(weft, browser), plain: await onPlain(plain, browser) }
}

async function onWeft(weft, browser) {
  const map = await weft.makeMap('causal-loop')
  const [mover, watcher] = await openTwo(browser)
  await enterMap(mover, map.links.contribute.url, 'Ana')
  await enterMap(watcher, map.links.view.url, 'Ben')
  const node = '.react-flow__node[data-id="riders"]'
  await watcher.evaluate(noteChanges, node)
  await mover.locator(node).click()
  const times = await pressAndWait(mover, watcher, 'ArrowRight')
  await Promise.all([mover, watcher].map((page) => page.context().close()))
  return times
}

async function onPlain(plain, browser) {
  const bundle = await build({
    stdin: {
      resolveDir: root,
      contents: `
        import * as Y from 'yjs'
        import { WebsocketProvider } from 'y-websocket'
        window.join = (server, room) => {
          const doc = new Y.Doc()
          new WebsocketProvider(server, room, doc, { disableBc: true })
          const values = doc.getMap('values')
          values.observe(() => { document.querySelector('#value').style.transform = 'translate(' + values.get('x') + 'px)' })
          addEventListener('keydown', () => values.set('x', (values.get('x') ?? 0) + 1))
        }`,
    },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    absWorkingDir: path.resolve(root),
  })
  const room = new URL(await plain.makeRoom())
  const pages = await openTwo(browser)
  for (const page of pages) {
    await page.goto(plain.url)
    await page.setContent('<p id="value" style="transform: translate(0)">x</p>')
    await page.addScriptTag({ content: bundle.outputFiles[0].text })
    await page.evaluate(([server, name]) => window.join(server, name), [room.origin, room.pathname.slice(1)])
  }
  const [mover, watcher] = pages
  await watcher.evaluate(noteChanges, '#value')
  const times = await pressAndWait(mover, watcher, 'ArrowRight')
  await Promise.all(pages.map((page) => page.context().close()))
  return times
}

async function openTwo(browser) {
  const contexts = await Promise.all([browser.newContext(), browser.newContext()])
  return Promise.all(contexts.map((context) => context.newPage()))
}

/** In the page: when was the last frame in which this thing had moved? */
function noteChanges(selector) {
  window.painted = []
  const target = document.querySelector(selector)
  new MutationObserver(() => {
    requestAnimationFrame(() => window.painted.push(performance.timeOrigin + performance.now()))
  }).observe(target, { attributes: true, attributeFilter: ['style'] })
}

async function pressAndWait(mover, watcher, key) {
  await mover.evaluate(() => {
    window.pressed = []
    addEventListener('keydown', () => window.pressed.push(performance.timeOrigin + performance.now()), true)
  })
  const times = []
  // The first press finds everything cold.
  for (let press = 0; press <= presses; press += 1) {
    const before = await watcher.evaluate(() => window.painted.length)
    await mover.keyboard.press(key)
    await watcher.waitForFunction((count) => window.painted.length > count, before, { timeout: 10_000 })
    const [pressed, painted] = await Promise.all([
      mover.evaluate(() => window.pressed.at(-1)),
      watcher.evaluate((count) => window.painted[count], before),
    ])
    if (press > 0) times.push(painted - pressed)
    // So that presses are not merged into one step.
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  return median(times)
}
