// Keeps Weft's pages on the device, so that a map that was opened once opens without a network.
// Maps themselves are not its business: their content is in IndexedDB, and nothing of /api or /sync
// is ever kept here.
//
// One cache per build (`?v=` of this script's address). Files under /_next/static carry a hash in their
// name and never change, so they come from the cache first; pages come from the network first, so an old
// page can only be seen while the server cannot be reached. The cache of the build before stays one build
// longer, for tabs that still run it.

const version = new URL(self.location.href).searchParams.get('v') ?? 'none'
const prefix = 'weft-pages-'
const cacheName = prefix + version
const cachesKept = 2
const pagesKept = 40
/** A network that neither answers nor fails is taken for none after so many milliseconds. */
const patience = 5000

const isAsset = (url) => url.pathname.startsWith('/_next/static/') || url.pathname === '/icon.svg'
const isPage = (url) => /^\/(?:$|m\/[\w-]+$|join$|help$)/.test(url.pathname)

self.addEventListener('install', (event) => {
  event.waitUntil(keepPage('/').then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  const tidy = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName)
    await Promise.all(names.slice(0, Math.max(0, names.length - (cachesKept - 1))).map((name) => caches.delete(name)))
    await self.clients.claim()
  }
  event.waitUntil(tidy())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (isAsset(url)) event.respondWith(assetFirst(request))
  else if (request.mode === 'navigate' && isPage(url)) event.respondWith(pageFirst(request, url))
})

// A page tells where it is and what it has loaded: much of that came before this worker was there.
self.addEventListener('message', (event) => {
  const { keep, loaded } = event.data ?? {}
  if (typeof keep !== 'string' || !Array.isArray(loaded)) return
  const source = event.source
  event.waitUntil(
    keepPage(keep)
      .then(() => keepAssets(loaded))
      .then(() => source?.postMessage({ kept: keep }))
      .catch(() => undefined),
  )
})

async function assetFirst(request) {
  const kept = await caches.match(request)
  if (kept) return asAsked(request, kept)
  const answer = await fetch(request)
  if (answer.ok) await put(request.url, answer.clone())
  return asAsked(request, answer)
}

/**
 * A worker is told what to do behind the # of its address. An answer with an address of its own would
 * take that away; one that was made here has none, and leaves the worker the address it was asked for.
 */
function asAsked(request, answer) {
  if (request.destination !== 'worker') return answer
  return new Response(answer.body, { status: answer.status, headers: answer.headers })
}

async function pageFirst(request, url) {
  try {
    const answer = await Promise.race([fetch(request), giveUp()])
    if (answer.ok && !answer.redirected) await put(url.origin + url.pathname, answer.clone())
    return answer
  } catch {
    const kept = await caches.match(url.origin + url.pathname)
    if (kept) return kept
    // Nothing of that page is here. The start page says that there is no network, and what there is.
    return url.pathname !== '/' && (await caches.match(`${url.origin}/`)) ? Response.redirect('/') : Response.error()
  }
}

function giveUp() {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('The network does not answer.')), patience))
}

async function keepPage(path) {
  const url = new URL(path, self.location.origin)
  if (url.origin !== self.location.origin || !isPage(url)) return
  const answer = await fetch(url.origin + url.pathname, { credentials: 'same-origin' })
  if (!answer.ok || answer.redirected) return
  const html = await answer.clone().text()
  await put(url.origin + url.pathname, answer)
  await keepAssets([...html.matchAll(/\/_next\/static\/[\w./~-]+/g)].map(([found]) => found))
  await tidyPages()
}

/** Keeps files and, by the names in them, the parts that are loaded later: dialogs must open offline too. */
async function keepAssets(addresses) {
  const cache = await caches.open(cacheName)
  const seen = new Set()
  const queue = addresses.map((address) => new URL(address, self.location.origin)).filter((url) => isAsset(url))
  while (queue.length > 0) {
    const url = queue.pop()
    if (url.origin !== self.location.origin || seen.has(url.href)) continue
    seen.add(url.href)
    let answer = await cache.match(url.href)
    if (!answer) {
      answer = await fetch(url.href).catch(() => undefined)
      if (!answer?.ok) continue
      await put(url.href, answer.clone())
    }
    if (!/\.(?:js|css)$/.test(url.pathname)) continue
    const text = await answer.text()
    for (const [found] of text.matchAll(/static\/(?:chunks|media)\/[\w./~-]+\.(?:js|css|woff2)/g)) {
      queue.push(new URL(`/_next/${found}`, self.location.origin))
    }
    for (const [, found] of text.matchAll(/url\(["']?(\.\.\/media\/[\w./~-]+\.woff2)/g)) queue.push(new URL(found, url))
  }
}

async function put(address, answer) {
  const cache = await caches.open(cacheName)
  // A full disk must not keep anybody from a page that the network has just brought.
  await cache.put(address, answer).catch(() => undefined)
}

async function tidyPages() {
  const cache = await caches.open(cacheName)
  const maps = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith('/m/'))
  await Promise.all(maps.slice(0, Math.max(0, maps.length - pagesKept)).map((request) => cache.delete(request)))
}
