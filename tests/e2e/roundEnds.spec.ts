import type { Locator, Page } from '@playwright/test'
import { isClean } from './isClean'
import { expect, phone, test, type NewMap } from './weftTest'

/** What the facilitator's link does without a page. */
function running(url: string, map: NewMap): (path: string, json: object, method?: 'POST' | 'PUT') => Promise<Response> {
  return async (path, json, method: 'POST' | 'PUT' = 'POST') => {
    const answer = await fetch(`${url}/api/maps/${map.id}${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${map.links.facilitate.key}` },
      body: JSON.stringify(json),
    })
    expect(answer.ok, `${method} ${path}: ${answer.status}`).toBe(true)
    return answer
  }
}

const strip = (page: Page, question: string): Locator => page.getByRole('status').filter({ hasText: question })
const dialogOf = (page: Page, question: string): Locator => page.getByRole('dialog', { name: question })

test.describe('a round that closes by itself', () => {
  test('ROUND-39, ROUND-56: with the timer: what was sent counts, what was not is said, and opened again it is in the form', async ({
    makeMap,
    come,
    server,
  }) => {
    const question = 'What next?'
    const map = await makeMap({ template: 'causal-loop' })
    const run = running(server.url, map)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    const ben = await come('Ben', map, { grant: 'contribute', ...phone })
    await run('/timer', { act: 'start', minutes: 1 })
    const options = ['Meet again', 'Write it up', 'Stop']
    await run('/rounds', { kind: 'choice', question, options, closesWith: 'timer' })
    for (const { page } of [ana, ben]) await strip(page, question).getByRole('button', { name: 'Answer' }).click()
    const [anas, bens] = [dialogOf(ana.page, question), dialogOf(ben.page, question)]
    await expect(anas).toContainText('Closes when the timer ends.')
    // Ana has sent one answer and is giving another; Ben has sent nothing yet.
    await anas.getByRole('radio', { name: 'Meet again' }).click()
    await anas.getByRole('button', { name: 'Send' }).click()
    await expect(anas).toContainText('Your answer is stored')
    await anas.getByRole('radio', { name: 'Write it up' }).click()
    await bens.getByRole('radio', { name: 'Stop' }).tap()
    await strip(fay.page, question).getByRole('button', { name: 'Open' }).click()
    const fays = dialogOf(fay.page, question)
    await expect(fays).toContainText('1 of 2 answered')

    // A minute less, and the timer is over.
    await run('/timer', { act: 'add', minutes: -1 })
    await expect(anas.getByRole('alert')).toContainText(
      'Not sent. Answers were no longer taken, so this change does not count',
    )
    await expect(anas.getByRole('alert')).toContainText('what you sent before does')
    await expect(anas).toContainText('Write it up')
    await expect(bens.getByRole('alert')).toContainText('Not sent. Answers were no longer taken, so it does not count.')
    await expect(bens).toContainText('Stop')
    await isClean(ben.page, 'a round that was over too soon, on a phone')
    for (const { page } of [ana, ben]) {
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await expect(strip(ana.page, question)).toContainText('Your change was not sent · Closed, 1 answered')
    await expect(strip(ben.page, question)).toContainText('Your answer was not sent · Closed, 1 answered')
    await expect(fays).toContainText('Answers are not taken any more, and nobody has seen them yet.')
    await expect(fays.getByRole('button', { name: 'Reveal all' })).toBeVisible()
    await isClean(fay.page, 'a round that has closed by itself')

    await fays.getByRole('button', { name: 'Take answers again' }).click()
    await expect(fays).not.toContainText('Closes when the timer ends.')
    await strip(ben.page, question).getByRole('button', { name: 'Answer' }).tap()
    await expect(bens.getByRole('radio', { name: 'Stop' })).toBeChecked()
    await bens.getByRole('button', { name: 'Send' }).tap()
    await expect(bens).toContainText('Your answer is stored')
    await expect(fays).toContainText('2 of 2 answered')
    await fays.getByRole('button', { name: 'Reveal all' }).click()
    for (const dialog of [fays, bens]) {
      await expect(dialog).toContainText('Meet againtied1 · 50%')
      await expect(dialog).toContainText('Write it up0 · 0%')
      await expect(dialog).toContainText('Stoptied1 · 50%')
    }
    await expect(strip(ana.page, question)).toContainText('Your change was not sent · The answers are in')
  })

  test('ROUND-37, ROUND-56: with its step: whoever is half through is told, those who run the meeting reveal what was sent', async ({
    makeMap,
    come,
    server,
  }) => {
    const question = 'What surprised you?'
    const map = await makeMap({ template: 'causal-loop' })
    const run = running(server.url, map)
    const steps = ['Look', 'Talk'].map((title, index) => ({ id: `s${index}`, title }))
    const put = await run('/agenda', { version: 0, agenda: { title: '', steps } }, 'PUT')
    expect(put.ok).toBe(true)
    await run('/agenda/step', { to: 's0' })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute', ...phone })
    await run('/rounds', { kind: 'text', question, closesWith: 'step', step: 's0', anonymous: false })
    await strip(ana.page, question).getByRole('button', { name: 'Answer' }).tap()
    const anas = dialogOf(ana.page, question)
    await expect(anas).toContainText('Closes when the meeting goes on.')
    await anas.getByRole('textbox').fill('How few know each oth')
    await fay.page
      .getByRole('region', { name: 'Meeting' })
      .getByRole('button', { name: 'Next step, with everyone' })
      .click()
    await expect(anas.getByRole('alert')).toContainText('Not sent')
    await expect(anas).toContainText('How few know each oth')
    await isClean(ana.page, 'a text that was not sent in time')
    await strip(fay.page, question).getByRole('button', { name: 'Open' }).click()
    const fays = dialogOf(fay.page, question)
    await expect(fays).toContainText('0 of 1 answered')
    await fays.getByRole('button', { name: 'Reveal all' }).click()
    await expect(fays).toContainText('Nobody wrote anything.')
    await expect(anas).toContainText('Nobody wrote anything.')
    await expect(anas.getByRole('alert')).toContainText('Not sent')
  })
})
