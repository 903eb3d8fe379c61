// What looking after locks costs the room: CPU time per update that is judged and applied, without any lock, with locks that
// the update keeps clear of, and where it has to be put back. All in one run, in turns.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const [elements, updates, rounds] = [300, 2_000, 15]
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

async function bundle(tree, outfile) {
  const parts = [
    'server/room/intake',
    'server/room/liveDocument',
    'server/room/clientOwners',
    'server/room/roomProtection',
  ]
  const there = parts.filter((part) => fs.existsSync(path.join(tree, `${part}.ts`)))
  await build({
    stdin: {
      contents: `${there.map((part) => `export * from './${part}'`).join('\n')}\nexport * as Y from 'yjs'`,
      resolveDir: tree,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  })
  return import(pathToFileURL(outfile).href)
}

/** A room's document with variables, and moves of them by one contributor, each as one update. */
function prepare({ Y, buildDocument }, count, moved) {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (let index = 0; index < elements; index += 1) {
      const element = new Y.Map()
      element.set('kind', 'variable')
      element.set('label', `Variable ${index}`)
      element.set('description', new Y.Text())
      doc.getMap('elements').set(`e${index}`, element)
      doc.getMap('positions:board').set(`e${index}`, [index, 0])
    }
  })
  const snapshot = Y.encodeStateAsUpdate(doc)
  const { document } = buildDocument({ snapshot, snapshotSeq: 1, updates: [] })
  const client = new Y.Doc()
  Y.applyUpdate(client, snapshot)
  const made = []
  client.on('update', (update) => made.push(update))
  for (let index = 0; index < count; index += 1)
    client.getMap('positions:board').set(`e${moved(index)}`, [index, index])
  return { document, made }
}

function run(weft, { count, moved = (index) => index % elements, locked, judge }) {
  const { document, made } = prepare(weft, count, moved)
  const protection = judge === false ? { isActive: () => false, listNew: () => [] } : weft.createRoomProtection?.()
  if (locked !== undefined) {
    protection.set({ version: 1, protection: { elements: locked, links: [] } })
  }
  const member = {
    session: 's',
    identity: { role: 'contributor', link: 'l', participant: { id: 'cem' } },
    putBackAt: [],
  }
  const owners = weft.createClientOwners()
  let now = 0
  const start = process.cpuUsage()
  for (const update of made) {
    const from = { member, participant: 'cem', update, answer: false }
    const intake = weft.takeIn({ map: 'm', document, owners, protection, now: (now += 1_000) }, [from])
    document.apply(intake.accepted.flatMap((one) => one.update ?? []))
  }
  const { user, system } = process.cpuUsage(start)
  document.destroy()
  return (user + system) / made.length
}

/** Longest that a room's turn takes, milliseconds, on a map of 5,000 elements and 10,000 links. */
function runLarge({ Y, buildDocument, takeIn, createRoomProtection, createClientOwners }, deletions) {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (let index = 0; index < large.elements; index += 1) {
      const element = new Y.Map(Object.entries({ kind: 'variable', label: `Variable ${index}`, createdBy: 'Fay' }))
      element.set('description', new Y.Text(index % 5 === 0 ? 'What is known of it' : ''))
      doc.getMap('elements').set(`e${index}`, element)
      doc.getMap('positions:board').set(`e${index}`, [index, 0])
    }
    for (let index = 0; index < large.links; index += 1) {
      const [from, to] = [`e${index % large.elements}`, `e${(index * 7 + 1) % large.elements}`]
      const link = new Y.Map(Object.entries({ kind: 'causal', from, to, polarity: '+', createdBy: 'Fay' }))
      link.set('description', new Y.Text())
      doc.getMap('links').set(`l${index}`, link)
    }
  })
  const snapshot = Y.encodeStateAsUpdate(doc)
  const { document } = buildDocument({ snapshot, snapshotSeq: 1, updates: [] })
  const protection = createRoomProtection()
  const elements = Array.from({ length: large.elements }, (_, index) => `e${index}`)
  protection.set({ version: 1, protection: { elements, links: [] } })
  const owners = createClientOwners()
  const identity = { role: 'contributor', link: 'l', participant: { id: 'cem' } }
  let now = 0
  const turns = (change) => {
    const client = new Y.Doc()
    Y.applyUpdate(client, document.encodeSince(Uint8Array.of(0)))
    const queue = []
    const member = { session: `s${now}`, identity, putBackAt: [] }
    client.on('update', (update) => queue.push({ member, participant: 'cem', update, answer: false }))
    client.transact(() => change(client))
    let longest = 0
    while (queue.length > 0) {
      const start = performance.now()
      const intake = takeIn({ map: 'm', document, owners, protection, now: (now += 100_000) }, queue)
      document.apply(intake.accepted.flatMap((one) => one.update ?? []))
      longest = Math.max(longest, performance.now() - start)
    }
    return { longest, isWhole: document.view().elements.size === large.elements && member.expelled !== true }
  }
  const rename = (id) => (client) => client.getMap('elements').get(id).set('label', 'Forged')
  const first = turns(rename('e7'))
  const second = turns(rename('e8'))
  const many = turns((client) => {
    for (let index = 0; index < deletions; index += 1) {
      client.getMap('positions:board').delete(`e${index}`)
      client.getMap('elements').delete(`e${index}`)
    }
  })
  document.destroy()
  return { first, second, many }
}

const large = { elements: 5_000, links: 10_000 }

/**
 * @param say figure, with locks, without, ratio
 * @param before another tree of Weft, such as one from before a change, to be compared in the same run
 */
export async function measureProtection(say, before) {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'weft-bench-'))
  try {
    const weft = await bundle(root, path.join(scratch, 'weft.mjs'))
    const locked = Array.from({ length: 20 }, (_, index) => `e${index * 10}`)
    const free = (index) => (index % elements) + (index % 10 === 0 ? 1 : 0)
    const ways = {
      plain: () => run(weft, { count: updates, judge: false }),
      none: () => run(weft, { count: updates }),
      clear: () => run(weft, { count: updates, locked, moved: (index) => Math.min(free(index), elements - 1) }),
      forbidden: () => run(weft, { count: 60, locked, moved: (index) => (index % 20) * 10 }),
    }
    if (before !== undefined) {
      const old = await bundle(before, path.join(scratch, 'before.mjs'))
      ways.before = () => run(old, { count: updates })
    }
    const taken = Object.fromEntries(Object.keys(ways).map((name) => [name, []]))
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, way] of Object.entries(ways)) {
        const cost = way()
        // The first runs are those in which the code is made ready.
        if (round > 2) taken[name].push(cost)
      }
    }
    const cost = Object.fromEntries(Object.entries(taken).map(([name, all]) => [name, median(all)]))
    const tell = (words, one, other) =>
      say(
        words,
        `${cost[one].toFixed(1)} µs`,
        `${cost[other].toFixed(1)} µs`,
        `${(cost[one] / cost[other]).toFixed(2)} ×`,
      )
    tell('an update, nothing locked, against no judge at all', 'none', 'plain')
    tell('an update that keeps clear of 20 locks, against no locks', 'clear', 'none')
    tell(`an update that is put back, map of ${elements}, against no locks`, 'forbidden', 'none')
    if (before !== undefined) tell('an update, nothing locked, against the other tree', 'none', 'before')
    const trees = [weft, ...(before === undefined ? [] : [await bundle(before, path.join(scratch, 'large.mjs'))])]
    for (const [deletions, words] of [
      [500, '500 deletions put back'],
      [5_000, 'all 5,000 deleted and put back'],
    ]) {
      const found = trees.map((tree) => Array.from({ length: 5 }, () => runLarge(tree, deletions)))
      const figures = (part) =>
        found.map((all) => {
          const isDone = all.every((one) => one[part].isWhole)
          return { cost: median(all.map((one) => one[part].longest)), isDone }
        })
      const sayLarge = (figure, part) => {
        const [now, was] = figures(part)
        const written = (one) => (one === undefined ? '' : one.isDone ? `${one.cost.toFixed(1)} ms` : 'refused')
        const isCompared = was !== undefined && was.isDone && now.isDone
        say(figure, written(now), written(was), isCompared ? `${(now.cost / was.cost).toFixed(2)} ×` : '')
      }
      if (deletions === 500) {
        sayLarge('longest turn, 5,000 elements, first change put back', 'first')
        sayLarge('longest turn, 5,000 elements, a later one', 'second')
      }
      sayLarge(`longest turn, 5,000 elements, ${words}`, 'many')
    }
  } finally {
    fs.rmSync(scratch, { recursive: true })
  }
}
