import type { Page } from '@playwright/test'
import { isClean } from './isClean'
import { askRound, strip } from './roundScreens'
import { expect, phone, test } from './weftTest'

const question = 'How well do we work together?'
const dialogOf = (page: Page) => page.getByRole('dialog', { name: question })
const goal = 'We all want the same change, and can say it in one sentence.'
const talk = 'We can say so when we do not agree.'

const rate = async (page: Page, text: string, value: string): Promise<void> =>
  dialogOf(page)
    .getByRole('radiogroup', { name: `${text}, from 1 to 5` })
    .getByRole('radio', { name: value })
    .click()

test('ROUND-75, ROUND-76, ROUND-77, ROUND-78, ROUND-79: a set of questions is answered with reasons, shown as picture and table, and asked again to see what moved', async ({
  makeMap,
  come,
}) => {
  const map = await makeMap({ template: 'causal-loop' })
  const fay = await come('Fay', map, { grant: 'facilitate' })
  const ana = await come('Ana', map, { grant: 'contribute' })
  const cem = await come('Cem', map, { grant: 'contribute', ...phone })
  const running = dialogOf(fay.page)

  const first = await askRound(fay.page, 'Set of questions')
  await expect(first.getByRole('textbox', { name: 'Question' })).toHaveValue(question)
  await expect(first).toContainText('Never with names')
  await first.getByText('Show the 15 questions').click()
  await expect(first).toContainText(talk)
  await first.getByRole('combobox', { name: 'Questions' }).click()
  await fay.page.getByRole('option', { name: 'Direction, alignment, commitment' }).click()
  await expect(first.getByRole('textbox', { name: 'Question' })).toHaveValue('How well do we pull together?')
  await first.getByRole('combobox', { name: 'Questions' }).click()
  await fay.page.getByRole('option', { name: 'Collective impact' }).click()
  await isClean(fay.page, 'choosing a set')
  await first.getByRole('button', { name: 'Ask now' }).click()
  await expect(running).toContainText('0 of 2 answered')

  await strip(ana.page, question).getByRole('button', { name: 'Answer' }).click()
  await rate(ana.page, goal, '2')
  await dialogOf(ana.page)
    .getByRole('button', { name: `What makes you say that? ${goal}` })
    .click()
  await dialogOf(ana.page)
    .getByRole('textbox', { name: 'What makes you say that?' })
    .fill('Everyone says something else')
  await dialogOf(ana.page).getByRole('button', { name: 'Where on the map? Nothing in particular' }).click()
  await ana.page.getByRole('option', { name: 'Waiting time' }).click()
  await rate(ana.page, talk, '3')
  await isClean(ana.page, 'answering a set')
  await dialogOf(ana.page).getByRole('button', { name: 'Send' }).click()
  await expect(dialogOf(ana.page)).toContainText('Your answer is stored')

  await strip(cem.page, question).getByRole('button', { name: 'Answer' }).tap()
  await rate(cem.page, goal, '3')
  await dialogOf(cem.page).getByRole('combobox', { name: 'Which sector do you come from?' }).click()
  await cem.page.getByRole('option', { name: 'Health' }).click()
  await isClean(cem.page, 'answering a set on a phone')
  await cem.page.getByRole('button', { name: 'Send' }).tap()
  await expect(running).toContainText('2 of 2 answered')

  await running.getByRole('button', { name: 'Reveal all' }).click()
  for (const { page } of [fay, ana, cem]) {
    const row = dialogOf(page).getByRole('row', { name: /A shared goal/ })
    await expect(row).toContainText('2.5')
    await expect(row).toContainText('2 – 3')
    await expect(dialogOf(page).getByRole('img', { name: /A shared goal 2\.5/ })).toBeVisible()
    await expect(dialogOf(page)).toContainText('not shown')
  }
  await isClean(fay.page, 'what a set came to')
  await isClean(cem.page, 'what a set came to, on a phone')
  await running.getByRole('button', { name: 'Show “Waiting time” on the map' }).click()
  await expect(running).toBeHidden()
  await expect(fay.element('Waiting time')).toBeInViewport()
  await expect(fay.page.getByRole('complementary', { name: 'Inspector' })).toBeVisible()

  await ana.page.keyboard.press('Escape')
  const second = await askRound(fay.page, 'Set of questions')
  await second.getByRole('button', { name: 'Ask now' }).click()
  await ana.page
    .getByRole('status')
    .filter({ hasText: '0 of 2 answered' })
    .getByRole('button', { name: 'Answer' })
    .click()
  await rate(ana.page, goal, '4')
  await dialogOf(ana.page).getByRole('button', { name: 'Send' }).click()
  await expect(running).toContainText('1 of 2 answered')
  await running.getByRole('button', { name: 'Reveal all' }).click()
  await fay.page.getByRole('alertdialog').getByRole('button', { name: 'Reveal now' }).click()
  await dialogOf(ana.page).getByRole('combobox', { name: 'Compare with' }).click()
  await ana.page.getByRole('option').nth(1).click()
  const moves = dialogOf(ana.page).getByRole('table', { name: /What moved from/ })
  await expect(moves.getByRole('row', { name: /A shared goal/ })).toContainText('2.54.0up')
  await expect(moves.getByRole('row', { name: /Steady talk/ })).toContainText('not known')
  await expect(dialogOf(ana.page)).toContainText('Then 2 people answered, now one person.')
  await isClean(ana.page, 'what moved')
})

test('ROUND-86: questions of one’s own are typed, answered, and asked again to see what moved', async ({
  makeMap,
  come,
}) => {
  const map = await makeMap({ template: 'causal-loop' })
  const fay = await come('Fay', map, { grant: 'facilitate' })
  const ana = await come('Ana', map, { grant: 'contribute', ...phone })
  const own = 'How do we meet?'
  const shown = (page: Page) => page.getByRole('dialog', { name: own })
  const answer = async (value: string): Promise<void> => {
    await strip(ana.page, own).getByRole('button', { name: 'Answer' }).tap()
    await shown(ana.page)
      .getByRole('radiogroup', { name: 'Everybody has time to speak., from 1 to 5' })
      .getByRole('radio', { name: value })
      .click()
    await shown(ana.page).getByRole('button', { name: 'Send' }).tap()
    await expect(shown(fay.page)).toContainText('1 of 1 answered')
    await shown(fay.page).getByRole('button', { name: 'Reveal all' }).click()
    await expect(shown(ana.page).getByRole('row', { name: /How we meet/ })).toContainText(value)
  }

  const first = await askRound(fay.page, 'Set of questions')
  await first.getByRole('textbox', { name: 'Question', exact: true }).fill(own)
  await first.getByRole('combobox', { name: 'Questions' }).click()
  await fay.page.getByRole('option', { name: 'Questions of your own' }).click()
  const written = first.getByRole('textbox', { name: 'Your questions' })
  await written.fill('# How we meet')
  await first.getByRole('button', { name: 'Ask now' }).click()
  await expect(first).toContainText('Line 1: “How we meet” has no question.')
  await isClean(fay.page, 'questions that cannot be read')
  await written.fill(
    '# How we meet\n- Everybody has time to speak.\n- We end in time.\n\n# What we do\nWe do what we say.',
  )
  await expect(first).toContainText('3 questions in 2 groups.')
  await first.getByRole('textbox', { name: 'What 5 means' }).fill('Always')
  await first.getByRole('button', { name: 'Ask now' }).click()
  await answer('2')

  await fay.page.keyboard.press('Escape')
  const again = await askRound(fay.page, 'Set of questions')
  await again.getByRole('combobox', { name: 'Questions' }).click()
  await fay.page.getByRole('option', { name: 'Questions of your own' }).click()
  await expect(again.getByRole('textbox', { name: 'Question', exact: true })).toHaveValue(own)
  await expect(again.getByRole('textbox', { name: 'Your questions' })).toHaveValue(/# What we do/)
  await again.getByRole('button', { name: 'Ask now' }).click()
  await ana.page.keyboard.press('Escape')
  await answer('4')
  await shown(ana.page).getByRole('combobox', { name: 'Compare with' }).click()
  await ana.page.getByRole('option').nth(1).click()
  const moves = shown(ana.page).getByRole('table', { name: /What moved from/ })
  await expect(moves.getByRole('row', { name: /How we meet/ })).toContainText('2.04.0up')
})
