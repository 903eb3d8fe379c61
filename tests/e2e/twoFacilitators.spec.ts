import type { Page } from '@playwright/test'
import { expect, test, type NewMap } from './weftTest'

const meeting = (page: Page) => page.getByRole('region', { name: 'Meeting' })

async function send(url: string, map: NewMap, path: string, method: string, json: object): Promise<Response> {
  const answer = await fetch(`${url}/api/maps/${map.id}${path}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${map.links.facilitate.key}` },
    body: JSON.stringify(json),
  })
  expect(answer.ok, await answer.clone().text()).toBe(true)
  return answer
}

test.describe('two who run the meeting', () => {
  test('AGENDA-85: an agenda that a colleague has just made is replaced only after a question, however it came', async ({
    makeMap,
    come,
    server,
  }) => {
    const map = await makeMap({ template: 'causal-loop' })
    const { page } = await come('Fay', map, { grant: 'facilitate' })
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Agenda and timer' }).click()
    const panel = page.getByRole('region', { name: 'Agenda and timer' })
    // The colleague is quicker by a moment.
    const own = { title: 'By a colleague', steps: [{ id: 'a', title: 'Their first step' }] }
    let isMade = false
    await page.route('**/agenda*', async (route) => {
      if (route.request().method() === 'PUT' && !isMade) {
        isMade = true
        await send(server.url, map, '/agenda', 'PUT', { version: 0, agenda: own })
      }
      await route.continue()
    })
    await panel.getByRole('button', { name: /First causal map in 75 minutes/ }).click()
    const question = page.getByRole('alertdialog', { name: 'Replace the agenda?' })
    await expect(question).toContainText('Somebody else has changed the agenda meanwhile')
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(panel).toContainText('By a colleague')
    await panel.getByRole('button', { name: 'Keep this agenda' }).click()
    await expect(panel).toContainText('Their first step')

    await panel.getByRole('button', { name: 'Choose another agenda' }).click()
    await panel.getByRole('button', { name: /First causal map in 75 minutes/ }).click()
    await question.getByRole('button', { name: 'Replace' }).click()
    await expect(panel).toContainText('Warm up')
    await expect(panel).not.toContainText('Their first step')
  })

  test('ROUND-34: the round of a step is opened once; then it is gone to, and asked again only after its reveal', async ({
    makeMap,
    come,
    server,
  }) => {
    const map = await makeMap({ template: 'causal-loop' })
    const round = { about: 'none', setup: { kind: 'text', question: 'What surprised you?' } }
    const agenda = { title: '', steps: [{ id: 'a', title: 'Close', round }] }
    await send(server.url, map, '/agenda', 'PUT', { version: 0, agenda })
    await send(server.url, map, '/agenda/step', 'POST', { to: 'a' })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const gil = await come('Gil', map, { grant: 'facilitate' })
    const pages = [fay.page, gil.page]
    // Both press before either has heard of the other.
    let letThrough: () => void = () => undefined
    const both = new Promise<void>((resolve) => {
      letThrough = resolve
    })
    let pressed = 0
    for (const page of pages) {
      await page.route('**/rounds*', async (route) => {
        if (route.request().method() === 'POST') {
          pressed += 1
          if (pressed === 2) letThrough()
          await both
        }
        await route.continue()
      })
    }
    await Promise.all(pages.map(async (page) => meeting(page).getByRole('button', { name: 'Ask the group' }).click()))
    for (const page of pages) await expect(page.getByRole('dialog', { name: 'What surprised you?' })).toBeVisible()
    for (const page of pages) await page.keyboard.press('Escape')
    for (const page of pages) {
      await expect(page.getByRole('status').filter({ hasText: 'What surprised you?' })).toHaveCount(1)
    }
    await expect(meeting(gil.page).getByRole('button', { name: 'Ask the group' })).toHaveCount(0)
    await meeting(gil.page).getByRole('button', { name: 'Go to the round' }).click()
    await gil.page.getByRole('dialog').getByRole('button', { name: 'Reveal all' }).click()
    await expect(gil.page.getByRole('dialog')).toContainText('Nobody wrote anything.')
    await gil.page.keyboard.press('Escape')
    await expect(meeting(fay.page).getByRole('button', { name: 'See the answers' })).toBeVisible()
    await meeting(fay.page).getByRole('button', { name: 'Ask again' }).click()
    await expect(fay.page.getByRole('dialog')).toContainText('0 of')
  })

  test('ROUND-58: asking again about ties asks about nothing else: what goes wrong stays in the dialog', async ({
    makeMap,
    come,
    server,
  }) => {
    const map = await makeMap({ template: 'causal-loop' })
    const authorization = `Bearer ${map.links.view.key}`
    const stored = (await (await fetch(`${server.url}/api/maps/${map.id}`, { headers: { authorization } })).json()) as {
      elements: Record<string, { kind: string }>
    }
    const targets = Object.keys(stored.elements).filter((id) => stored.elements[id]?.kind === 'variable')
    const asked = await send(server.url, map, '/rounds', 'POST', { kind: 'dots', question: 'Where?', targets })
    const { id } = (await asked.json()) as { id: string }
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const { page } = fay
    await page.getByRole('status').filter({ hasText: 'Where?' }).getByRole('button').click()
    const running = page.getByRole('dialog', { name: 'Where?' })
    for (const name of ['Waiting time', 'Traffic jams']) {
      await running.getByRole('button', { name: `One dot more on ${name}` }).click()
    }
    await running.getByRole('button', { name: 'Send' }).click()
    await running.getByRole('button', { name: 'Reveal all' }).click()
    await running.getByRole('button', { name: 'Ask again about the tied ones' }).click()
    const again = page.getByRole('dialog', { name: 'Ask again about the tied ones' })
    await page.route(`**/rounds/${id}*`, async (route) => route.abort())
    await again.getByRole('button', { name: 'Ask now' }).click()
    await expect(again.getByRole('alert')).toContainText('No connection to the server')
    await page.unroute(`**/rounds/${id}*`)
    await again.getByRole('button', { name: 'Ask now' }).click()
    await expect(running.getByRole('button', { name: /^One dot more on/ })).toHaveCount(2)
  })

  test('LINK-34: a passcode that a colleague gives a link is shown in the open share dialog', async ({
    map,
    come,
    server,
  }) => {
    const fay = await come('Fay', map, { grant: 'facilitate' })
    await fay.page.getByRole('button', { name: 'Share' }).click()
    const share = fay.page.getByRole('dialog', { name: 'Share' })
    const marks = share.getByRole('list', { name: 'Before this link' })
    await expect(share.getByRole('button', { name: /^Change the link: Take part/ })).toBeVisible()
    await expect(marks).toHaveCount(0)
    await send(server.url, map, `/links/${map.links.contribute.id}`, 'PATCH', { passcode: 'sunflower' })
    await expect(marks.first()).toHaveText('Passcode')
    await send(server.url, map, `/links/${map.links.contribute.id}`, 'PATCH', { passcode: null })
    await expect(marks).toHaveCount(0)
  })

  test('AGENDA-75: on a narrow window the step stands above the islands, and beside an open panel', async ({
    makeMap,
    come,
    server,
  }) => {
    const map = await makeMap({ template: 'causal-loop' })
    const step = {
      id: 'a',
      title: 'Link causes to effects',
      minutes: 20,
      instruction: 'One arrow at a time, with a sign.',
    }
    await send(server.url, map, '/agenda', 'PUT', { version: 0, agenda: { title: '', steps: [step] } })
    await send(server.url, map, '/agenda/step', 'POST', { to: 'a' })
    const { page } = await come('Fay', map, { grant: 'facilitate', viewport: { width: 800, height: 700 } })
    const isOnTop = (): Promise<boolean> =>
      meeting(page).evaluate((strip) => {
        const { left, right, top, bottom } = strip.getBoundingClientRect()
        const spots = [left + 4, (left + right) / 2, right - 4].flatMap((x) => [top + 8, bottom - 8].map((y) => [x, y]))
        return spots.every(([x = 0, y = 0]) => strip.contains(document.elementFromPoint(x, y)))
      })
    await expect(meeting(page)).toBeVisible()
    await expect.poll(isOnTop).toBe(true)
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Agenda and timer' }).click()
    const panel = page.getByRole('region', { name: 'Agenda and timer' })
    await expect(panel).toBeVisible()
    await expect.poll(isOnTop).toBe(true)
    const [strip, side] = [await meeting(page).boundingBox(), await panel.boundingBox()]
    expect(strip?.x).toBeGreaterThanOrEqual((side?.x ?? 0) + (side?.width ?? 0))
  })
})
