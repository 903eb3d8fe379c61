import type { Locator, Page } from '@playwright/test'
import { isClean } from './isClean'
import { strip } from './roundScreens'
import { threeVariables } from './sampleFiles'
import { expect, phone, test, type NewMap } from './weftTest'
import type { AppServer } from '../helpers/appServer'

async function send(server: AppServer, map: NewMap, path: string, method: string, json: object): Promise<unknown> {
  const answer = await fetch(`${server.url}/api/maps/${map.id}${path}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${map.links.facilitate.key}` },
    body: JSON.stringify(json),
  })
  expect(answer.ok, await answer.clone().text()).toBe(true)
  return await answer.json()
}

const question = 'What did we learn today?'
const asked = { kind: 'text', question, anonymous: true }

/** A message that stands before whatever else is open. */
const message = (page: Page, words: string): Locator => page.locator('[data-sonner-toast]').filter({ hasText: words })

async function openPractice(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: 'More', exact: true }).tap()
  await page.getByRole('dialog', { name: 'More' }).getByRole('button', { name, exact: true }).tap()
  const sheet = page.getByRole('dialog', { name })
  await expect(sheet).toBeVisible()
  return sheet
}

test.describe('what a sheet on a phone covers', () => {
  test('ROUND-97, AGENDA-94: a question and a step are told in front of it; what is open stays, and goes for the step where that is asked for', async ({
    server,
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const cem = await come('Cem', map, { ...phone, grant: 'contribute' })
    const sheet = await openPractice(cem.page, 'Results')
    await send(server, map, '/rounds', 'POST', asked)
    const told = message(cem.page, `You are asked: ${question}`)
    await isClean(cem.page, 'a question before a sheet')
    await told.getByRole('button', { name: 'Answer' }).tap()
    await expect(told).toBeHidden()
    const dialog = cem.page.getByRole('dialog', { name: question })
    await dialog.getByRole('textbox').fill('That rents rise')
    await dialog.getByRole('button', { name: 'Send' }).tap()
    await expect(dialog.getByRole('status').filter({ hasText: 'Your answer is stored' })).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).tap()
    await expect(dialog).toBeHidden()
    await expect(sheet).toBeVisible()

    // A question that is over is not told any more.
    const again = (await send(server, map, '/rounds', 'POST', { ...asked, question: 'And what not?' })) as {
      readonly id: string
    }
    await expect(message(cem.page, 'You are asked: And what not?')).toBeVisible()
    await send(server, map, `/rounds/${again.id}/close`, 'POST', {})
    await expect(message(cem.page, 'You are asked')).toBeHidden()

    await send(server, map, '/agenda', 'PUT', {
      version: 0,
      agenda: {
        title: 'Today',
        steps: [{ id: 'gather', title: 'Gather', instruction: 'Add what you see.', minutes: 0 }],
      },
    })
    await send(server, map, '/agenda/step', 'POST', { to: 'gather' })
    const step = message(cem.page, 'The meeting goes on with “Gather”.')
    await expect(step).toContainText('Add what you see.')
    await step.getByRole('button', { name: 'See the step' }).tap()
    await expect(sheet).toBeHidden()
    await expect(step).toBeHidden()
    await expect(cem.page.getByRole('region', { name: 'Meeting' })).toContainText('Gather')
    // What is seen is not told twice.
    await send(server, map, '/rounds', 'POST', { ...asked, question: 'One more?' })
    await expect(strip(cem.page, 'One more?')).toBeVisible()
    await expect(message(cem.page, 'You are asked')).toBeHidden()
  })
})
