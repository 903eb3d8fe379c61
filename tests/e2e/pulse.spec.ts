import type { Page } from '@playwright/test'
import { isClean } from './isClean'
import { askRound, strip } from './roundScreens'
import { expect, phone, test } from './weftTest'

const question = 'How is each of these going right now?'
const dialogOf = (page: Page) => page.getByRole('dialog', { name: question })
const say = async (page: Page, name: string, state: string): Promise<void> =>
  dialogOf(page).getByRole('radiogroup', { name }).getByRole('radio', { name: state }).click()

test('ROUND-72, ROUND-73, ROUND-74, ROUND-51: a pulse is given with notes on a desktop and a phone, and shown one element after another', async ({
  makeMap,
  come,
}) => {
  const map = await makeMap({ template: 'causal-loop' })
  const fay = await come('Fay', map, { grant: 'facilitate' })
  const ana = await come('Ana', map, { grant: 'contribute' })
  const cem = await come('Cem', map, { grant: 'contribute', ...phone })
  const asking = await askRound(fay.page, 'Pulse')
  await asking.getByRole('button', { name: 'Ask now' }).click()
  const running = dialogOf(fay.page)
  await expect(running).toContainText('0 of 2 answered')

  await strip(ana.page, question).getByRole('button', { name: 'Answer' }).click()
  await say(ana.page, 'Buses per hour', 'Worse')
  await dialogOf(ana.page).getByRole('textbox', { name: 'Why?' }).fill('Two lines were cut in May')
  await say(ana.page, 'Waiting time', 'Same')
  await isClean(ana.page, 'giving a pulse')
  await dialogOf(ana.page).getByRole('button', { name: 'Send' }).click()
  await expect(dialogOf(ana.page)).toContainText('Your answer is stored')

  await strip(cem.page, question).getByRole('button', { name: 'Answer' }).tap()
  await say(cem.page, 'Buses per hour', 'Worse')
  await say(cem.page, 'Waiting time', 'Better')
  await isClean(cem.page, 'giving a pulse on a phone')
  await cem.page.getByRole('button', { name: 'Send' }).tap()
  await expect(running).toContainText('2 of 2 answered')

  await running.getByRole('button', { name: 'Reveal one by one' }).click()
  await expect(dialogOf(ana.page)).toContainText(/\d more to show/)
  await expect(dialogOf(ana.page).getByRole('listitem').filter({ hasText: 'People differ' })).toHaveCount(0)
  await running.getByRole('button', { name: 'Reveal all' }).click()
  for (const { page } of [fay, ana, cem]) {
    const row = (name: string) => dialogOf(page).getByRole('listitem').filter({ hasText: name })
    await expect(row('Buses per hour').first()).toContainText('Getting worse')
    await expect(row('Buses per hour').first()).toContainText('Two lines were cut in May')
    await expect(row('Waiting time')).toContainText('People differ')
    await expect(row('Fare income')).toContainText('No answers')
    await expect(dialogOf(page)).not.toContainText('Ana')
  }
  await isClean(fay.page, 'what a pulse came to')
  await isClean(cem.page, 'what a pulse came to, on a phone')
})
