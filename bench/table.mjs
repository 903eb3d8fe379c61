// The table of elements with 5,000 rows: what opening it, scrolling it from end to end, sorting and writing in it cost
// the page's main thread, beside an empty page and a plain table of the same words in the same browser.
import { enterMap } from './firstLoad.mjs'

const rows = 5_000
const frames = 300

/**
 * For each act the longest task of the page's main thread and the tasks over 50 ms, in CPU time; the longest frame on the
 * clock; and all of the main thread's CPU time.
 */
export async function measureTable(weft, browser) {
  const sample = largeMap()
  const form = new FormData()
  form.append('file', new Blob([JSON.stringify(sample)], { type: 'application/json' }), 'large.weft.json')
  const answer = await fetch(`${weft.url}/api/maps/import?format=auto`, { method: 'POST', body: form })
  if (!answer.ok) throw new Error(`import answered ${answer.status}`)
  const map = await answer.json()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const bare = await openMeasured(context)
  await bare.page.goto('about:blank')
  const empty = await bare.during(() => bare.page.evaluate(scrollOn, { selector: undefined, frames }))
  await bare.page.setContent(plainTable(sample.elements))
  const plain = await bare.during(() => bare.page.evaluate(scrollOn, { selector: '#box', frames }))
  await bare.page.close()

  const { page, during } = await openMeasured(context)
  await enterMap(page, map.links.contribute.url, 'Ana')
  const grid = '[role="grid"]'
  // Looked for before, so that the search through the map's 20,000 boxes does not count.
  const choice = await page.getByRole('radio', { name: 'Table' }).elementHandle()
  const opened = await during(async () => {
    await choice.click()
    await page.locator(`${grid} [data-row]`).first().waitFor()
  })
  const scrolled = await during(() => page.evaluate(scrollOn, { selector: grid, frames }))
  await page.locator(`${grid} [data-head="0"]`).click()
  const sort = page.getByRole('radio', { name: 'Sort down' })
  await sort.waitFor()
  const sorted = await during(() => sort.click())
  await page.keyboard.press('Escape')
  await page.evaluate((selector) => document.querySelector(selector).scrollTo(0, 0), grid)
  await page.locator(`${grid} [data-row="0"] [data-column="0"]`).click()
  const written = await during(async () => {
    await page.keyboard.type('AB')
    await page.keyboard.press('Enter')
  })
  await context.close()
  return { rows, frames, empty, plain, opened, scrolled, sorted, written }
}

/** A page, and how to measure what is done in it and a little after. Times are milliseconds. */
async function openMeasured(context) {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  // The time that the thread worked: others who use the machine do not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1_000]))
  }
  const during = async (act) => {
    await page.evaluate(noteFrames)
    const takeTasks = await noteTasks(session)
    const before = await read()
    await act()
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
    const after = await read()
    const times = await page.evaluate(() => window.takeFrameTimes())
    const tasks = await takeTasks()
    const spent = (name) => after[name] - before[name]
    return {
      longest: Math.max(0, ...times),
      task: Math.max(0, ...tasks),
      tasksOver: tasks.filter((time) => time > 50).length,
      cpu: spent('TaskDuration'),
      script: spent('ScriptDuration'),
      layout: spent('LayoutDuration') + spent('RecalcStyleDuration'),
    }
  }
  return { page, during }
}

/** The CPU milliseconds of each task of the page's main thread, from now until they are taken. */
async function noteTasks(session) {
  const events = []
  const take = ({ value }) => events.push(...value)
  session.on('Tracing.dataCollected', take)
  const traceConfig = { includedCategories: ['devtools.timeline', 'toplevel'] }
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig })
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
    await session.send('Tracing.end')
    await complete
    session.off('Tracing.dataCollected', take)
    // The page's main thread is the one that runs its functions.
    const threadOf = ({ pid, tid }) => `${pid} ${tid}`
    const calls = new Map()
    for (const event of events) {
      if (event.name === 'FunctionCall') calls.set(threadOf(event), (calls.get(threadOf(event)) ?? 0) + 1)
    }
    const [main] = [...calls].toSorted((one, other) => other[1] - one[1])
    return events
      .filter((event) => event.name.endsWith('RunTask') && threadOf(event) === main?.[0])
      .map(({ tdur = 0 }) => tdur / 1_000)
  }
}

/** In the page: the milliseconds between any two frames, until they are taken. */
function noteFrames() {
  const times = []
  let last = performance.now()
  let isOver = false
  const note = (now) => {
    times.push(now - last)
    last = now
    if (!isOver) requestAnimationFrame(note)
  }
  requestAnimationFrame(note)
  window.takeFrameTimes = () => {
    isOver = true
    return times
  }
}

/** In the page: so many frames, each 33 rows further, to the end and back again. */
function scrollOn({ selector, frames: count }) {
  const box = selector === undefined ? document.documentElement : document.querySelector(selector)
  return new Promise((resolve) => {
    let at = 0
    let step = 33 * 36
    const next = () => {
      const end = box.scrollHeight - box.clientHeight
      if (box.scrollTop + step < 0 || box.scrollTop + step > end) step = -step
      box.scrollTop += step
      at += 1
      if (at <= count) requestAnimationFrame(next)
      else resolve()
    }
    next()
  })
}

/** A fifth of the rows, all of them there: a table of words and nothing else, the least that a browser has to scroll. */
function plainTable(elements) {
  const cells = Object.values(elements)
    .slice(0, rows / 5)
    .map((element) => {
      const { label, sector, stance, power, interest, description, tags } = element
      const words = [label, sector, '', '', stance, power, interest, '', '', '', '', description, tags.join(', ')]
      return `<tr>${[...words, element['field:budget']].map((word) => `<td>${word}</td>`).join('')}</tr>`
    })
  const style = `#box { height: 700px; overflow: auto } table { table-layout: fixed; width: 1900px; border-collapse: collapse }
    td { height: 35px; padding: 0 8px; border: 1px solid #ddd; font: 13px sans-serif; white-space: nowrap; overflow: hidden }`
  return `<style>${style}</style><div id="box"><table>${cells.join('')}</table></div>`
}

function largeMap() {
  const sectors = ['government', 'health', 'community', 'business', 'research']
  const stances = ['supports', 'neutral', 'opposes', 'mixed']
  const elements = {}
  const board = {}
  for (let at = 0; at < rows; at += 1) {
    elements[`e${at}`] = {
      kind: 'stakeholder',
      label: `Stakeholder ${(at * 7919) % rows}`,
      description: `What number ${at} does.`,
      sector: sectors[at % 5],
      stance: stances[at % 4],
      power: (at % 100) / 100,
      interest: ((at * 31) % 100) / 100,
      tags: ['north', `group ${at % 12}`],
      'field:budget': (at * 137) % 9_000,
    }
    board[`e${at}`] = [(at % 70) * 220, Math.floor(at / 70) * 120]
  }
  const meta = { schemaVersion: 1, title: 'Large', description: '', 'field:budget': { name: 'Budget', type: 'number' } }
  return { weft: 1, meta, elements, links: {}, positions: { board } }
}
