import type { Page } from '@playwright/test'
import { isClean } from './isClean'
import { askRound, strip } from './roundScreens'
import { expect, phone, test } from './weftTest'

const question = 'What kind of problem is each of these?'

const judge = async (page: Page, name: string, problem: 'Yes' | 'No', solution?: 'Yes' | 'No'): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: question })
  const asked = (words: string) => dialog.getByRole('radiogroup', { name: `${name}: ${words}` })
  await asked('Is it clear what the problem is?').getByRole('radio', { name: problem }).click()
  if (solution === undefined) return
  await asked('Does someone already know what works?').getByRole('radio', { name: solution }).click()
}

test('ROUND-70, ROUND-71, ROUND-51: technical or adaptive is answered on a desktop and a phone, and a split group is told', async ({
  makeMap,
  come,
}) => {
  const map = await makeMap({ template: 'causal-loop' })
  const fay = await come('Fay', map, { grant: 'facilitate' })
  const ana = await come('Ana', map, { grant: 'contribute' })
  const cem = await come('Cem', map, { grant: 'contribute', ...phone })
  const asking = await askRound(fay.page, 'Technical or adaptive')
  await expect(asking.getByRole('textbox', { name: 'Question' })).toHaveValue(question)
  await asking.getByRole('combobox', { name: 'About' }).click()
  await expect(fay.page.getByRole('option', { name: 'All causal links' })).toHaveCount(0)
  await fay.page.keyboard.press('Escape')
  await asking.getByRole('button', { name: 'Ask now' }).click()
  const running = fay.page.getByRole('dialog', { name: question })
  await expect(running).toContainText('0 of 2 answered')

  await strip(ana.page, question).getByRole('button', { name: 'Answer' }).click()
  const answering = ana.page.getByRole('dialog', { name: question })
  await judge(ana.page, 'Waiting time', 'Yes')
  await expect(answering).toContainText('Answer this too, or skip it.')
  await expect(answering.getByRole('button', { name: 'Send' })).toBeDisabled()
  await judge(ana.page, 'Waiting time', 'Yes', 'Yes')
  await judge(ana.page, 'Fare income', 'No')
  await judge(ana.page, 'Traffic jams', 'No')
  await answering.getByRole('button', { name: 'Skip this one: Traffic jams' }).click()
  // What is pressed far down scrolls the form, and not its head out of sight.
  await expect(answering.getByRole('heading', { name: question })).toBeInViewport({ ratio: 1 })
  await isClean(ana.page, 'judging')
  await answering.getByRole('button', { name: 'Send' }).click()
  await expect(answering).toContainText('Your answer is stored')

  await strip(cem.page, question).getByRole('button', { name: 'Answer' }).tap()
  await judge(cem.page, 'Waiting time', 'Yes', 'No')
  await judge(cem.page, 'Fare income', 'No')
  await isClean(cem.page, 'judging on a phone')
  await cem.page.getByRole('button', { name: 'Send' }).tap()
  await expect(running).toContainText('2 of 2 answered')

  await running.getByRole('button', { name: 'Reveal all' }).click()
  for (const dialog of [running, answering, cem.page.getByRole('dialog', { name: question })]) {
    const row = (name: string) => dialog.getByRole('listitem').filter({ hasText: name })
    await expect(row('Waiting time')).toContainText('The group is split')
    await expect(row('Fare income')).toContainText('Adaptive: 2')
    await expect(row('Traffic jams')).toContainText('No answers')
    await expect(dialog).toContainText('Treating it like a repair')
    await expect(dialog).not.toContainText('Ana')
  }
  await isClean(fay.page, 'what kinds of challenge there are')
  await isClean(cem.page, 'what kinds of challenge there are, on a phone')
  await running.getByRole('button', { name: 'Show on the map' }).click()
  await expect(fay.element('Waiting time').locator('.weft-tag')).toHaveText('≠')
  await expect(fay.element('Fare income').locator('.weft-tag')).toHaveText('A')
})
