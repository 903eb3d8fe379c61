import type { BrowserContext, Page } from '@playwright/test'
import { isClean } from './isClean'
import { expect, phone, test, type NewMap } from './weftTest'

interface Asked {
  readonly id: string
  /** `close`, `reopen` or `reveal`, as the facilitator's page would. */
  readonly move: (step: string) => Promise<void>
}

/** A round opened by the facilitator's link, without a page of theirs. */
async function openRound(url: string, map: NewMap, setup: object): Promise<Asked> {
  const post = async (path: string, json: object): Promise<Response> =>
    fetch(`${url}/api/maps/${map.id}/rounds${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${map.links.facilitate.key}` },
      body: JSON.stringify(json),
    })
  const opened = await post('', setup)
  expect(opened.status).toBe(201)
  const { id } = (await opened.json()) as { id: string }
  return {
    id,
    move: async (step) => expect((await post(`/${id}/${step}`, {})).status).toBe(200),
  }
}

const strip = (page: Page, question: string) => page.getByRole('status').filter({ hasText: question })
const dialogOf = (page: Page, question: string) => page.getByRole('dialog', { name: question })

test.describe('an answer that is being written', () => {
  test('ROUND-56: cards and a half-typed one are there after Esc and after a reload; closed, they are said not to be sent', async ({
    makeMap,
    come,
    server,
  }) => {
    const question = 'What drives this?'
    const map = await makeMap({ template: 'causal-loop' })
    const { page } = await come('Ana', map, { grant: 'contribute' })
    const round = await openRound(server.url, map, { kind: 'cards', question })
    await strip(page, question).getByRole('button', { name: 'Answer' }).click()
    const dialog = dialogOf(page, question)
    const cards = dialog.getByRole('list', { name: 'Your cards' }).getByRole('listitem')
    const field = dialog.getByRole('textbox')
    for (const card of ['Parking fees', 'Fuel price', 'Habit']) {
      await field.fill(card)
      await field.press('Enter')
    }
    await field.fill('Half a thou')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(strip(page, question)).toContainText('Not sent yet')
    await strip(page, question).getByRole('button', { name: 'Answer' }).click()
    await expect(cards).toHaveCount(3)
    await expect(field).toHaveValue('Half a thou')

    await page.reload()
    await strip(page, question).getByRole('button', { name: 'Answer' }).click()
    await expect(cards).toHaveCount(3)
    await expect(field).toHaveValue('Half a thou')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)

    await round.move('close')
    await expect(strip(page, question)).toContainText('Your answer was not sent')
    await strip(page, question).getByRole('button').click()
    await expect(dialog.getByRole('alert')).toContainText('Not sent')
    for (const word of ['Parking fees', 'Fuel price', 'Habit', 'Half a thou']) await expect(dialog).toContainText(word)
    await isClean(page, 'an answer that was not sent')

    await round.move('reopen')
    await expect(cards).toHaveCount(3)
    await dialog.getByRole('button', { name: 'Add' }).click()
    await dialog.getByRole('button', { name: 'Send' }).click()
    await expect(dialog).toContainText('Your answer is stored')
    await round.move('reveal')
    await expect(dialog).toContainText('Half a thou')
    await expect(dialog).not.toContainText('Not sent')
  })

  test('ROUND-56: what a round is closed or revealed over stays to be copied, until it is discarded', async ({
    makeMap,
    come,
    server,
  }) => {
    const question = 'What surprised you?'
    const map = await makeMap({ template: 'causal-loop' })
    const { page } = await come('Ana', map, { grant: 'contribute', permissions: ['clipboard-read', 'clipboard-write'] })
    const round = await openRound(server.url, map, { kind: 'text', question })
    await strip(page, question).getByRole('button', { name: 'Answer' }).click()
    const dialog = dialogOf(page, question)
    await dialog.getByRole('textbox').fill('How few know each other')
    // It is closed at the very moment at which it is sent.
    await page.route('**/answer*', async (route) => {
      await round.move('close')
      await route.continue()
    })
    await dialog.getByRole('button', { name: 'Send' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Not sent')
    await expect(dialog).toContainText('How few know each other')
    await round.move('reveal')
    await expect(dialog).toContainText('Nobody wrote anything.')
    await expect(dialog).toContainText('How few know each other')
    await dialog.getByRole('button', { name: 'Copy' }).click()
    await expect.poll(async () => page.evaluate(() => navigator.clipboard.readText())).toBe('How few know each other')
    await dialog.getByRole('button', { name: 'Discard' }).click()
    await expect(dialog).not.toContainText('How few know each other')
    await expect(dialog).toContainText('Nobody wrote anything.')
  })

  test('ROUND-56: dots are there again after a look at the map, on a phone too', async ({ makeMap, come, server }) => {
    const question = 'Where would a change move most?'
    const map = await makeMap({ template: 'causal-loop' })
    const { page } = await come('Cem', map, { grant: 'contribute', ...phone })
    const stored = (await (
      await fetch(`${server.url}/api/maps/${map.id}`, { headers: { authorization: `Bearer ${map.links.view.key}` } })
    ).json()) as { elements: Record<string, { kind: string; label: string }> }
    const targets = Object.keys(stored.elements).filter((id) => stored.elements[id]?.kind === 'variable')
    const round = await openRound(server.url, map, { kind: 'dots', question, targets })
    await strip(page, question).getByRole('button', { name: 'Answer' }).tap()
    const dialog = dialogOf(page, question)
    await dialog.getByRole('button', { name: 'One dot more on Waiting time' }).tap()
    await dialog.getByRole('button', { name: 'One dot more on Waiting time' }).tap()
    await dialog.getByRole('button', { name: 'Close' }).first().tap()
    await expect(dialog).toHaveCount(0)
    await strip(page, question).getByRole('button', { name: 'Answer' }).tap()
    await expect(dialog.getByRole('img', { name: '2 dots on Waiting time' })).toBeVisible()
    await round.move('close')
    await expect(dialog.getByRole('alert')).toContainText('Not sent')
    await expect(dialog).toContainText('Waiting time: 2')
    await isClean(page, 'dots that were not sent')
  })

  test('ROUND-57: what is typed while an answer is under way stays, and is not sent yet', async ({
    makeMap,
    come,
    server,
  }) => {
    const question = 'What surprised you?'
    const map = await makeMap({ template: 'causal-loop' })
    const { page } = await come('Ana', map, { grant: 'contribute' })
    await openRound(server.url, map, { kind: 'text', question })
    await strip(page, question).getByRole('button', { name: 'Answer' }).click()
    const dialog = dialogOf(page, question)
    await dialog.getByRole('textbox').fill('The first thought')
    await page.route('**/answer*', async (route) => {
      await dialog.getByRole('textbox').fill('The first thought, and a second')
      await route.continue()
    })
    const answered = page.waitForResponse('**/answer*')
    await dialog.getByRole('button', { name: 'Send' }).click()
    await answered
    await expect(dialog.getByRole('button', { name: 'Send the change' })).toBeEnabled()
    await expect(dialog.getByRole('textbox')).toHaveValue('The first thought, and a second')
    await expect(dialog).toContainText('Not sent yet.')
    await dialog.getByRole('button', { name: 'Send the change' }).click()
    await expect(dialog).toContainText('Your answer is stored')
    await expect(dialog.getByRole('textbox')).toHaveValue('The first thought, and a second')
  })

  test('ROUND-41, AGENDA-73: a server that is busy when one comes is asked again, without another welcome', async ({
    makeMap,
    come,
    server,
  }) => {
    const question = 'What surprised you?'
    const map = await makeMap({ template: 'causal-loop' })
    await openRound(server.url, map, { kind: 'text', question })
    const refused = new Set<string>()
    const busy = { error: { code: 'busy', message: 'Busy.' } }
    const prepare = (context: BrowserContext): Promise<unknown> =>
      context.route(/\/api\/maps\/[^/]+\/(?:rounds|agenda|timer)(?:\?|$)/, async (route) => {
        const { pathname } = new URL(route.request().url())
        if (refused.has(pathname)) await route.continue()
        else {
          refused.add(pathname)
          await route.fulfill({ status: 503, json: busy })
        }
      })
    const { page } = await come('Ana', map, { grant: 'contribute', prepare })
    await expect(strip(page, question)).toBeVisible()
    expect(refused.size).toBe(3)
  })
})
