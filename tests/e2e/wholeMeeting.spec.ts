import type { Locator, Page } from '@playwright/test'
import type { MapScreen } from './mapScreen'
import { expect, phone, test } from './weftTest'

const meeting = (page: Page): Locator => page.getByRole('region', { name: 'Meeting' })
const inRail = (page: Page, name: string): Locator =>
  page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name, exact: true })

/** The facilitator leads on; everyone is there before anything else is done. */
async function goOn(fay: MapScreen, people: readonly MapScreen[], to: string): Promise<void> {
  await meeting(fay.page).getByRole('button', { name: 'Next step, with everyone' }).click()
  for (const { page } of people) await expect(meeting(page)).toContainText(to)
}

/** Opens the round of the step; the others answer, each in their own window, and the facilitator reveals. */
async function askOfStep(
  fay: MapScreen,
  others: readonly MapScreen[],
  question: string,
  give: (form: Locator, index: number) => Promise<void>,
): Promise<Locator> {
  await meeting(fay.page).getByRole('button', { name: 'Ask the group' }).click()
  const running = fay.page.getByRole('dialog', { name: question })
  for (const [index, { page }] of others.entries()) {
    await page.getByRole('status').filter({ hasText: question }).getByRole('button', { name: 'Answer' }).click()
    const form = page.getByRole('dialog', { name: question })
    await give(form, index)
    await form.getByRole('button', { name: 'Send' }).click()
    await expect(form).toContainText('Your answer is stored')
  }
  await expect(running).toContainText(`${String(others.length)} of ${String(others.length)} answered`)
  await running.getByRole('button', { name: 'Reveal all' }).click()
  await expect(running.getByRole('button', { name: 'Save as a table' })).toBeVisible()
  return running
}

test('AGENDA-80: one facilitator and three participants, one on a phone, go through the whole of a first causal map', async ({
  makeMap,
  come,
}) => {
  test.slow()
  const map = await makeMap({ title: 'Buses' })
  const fay = await come('Fay', map, { grant: 'facilitate' })
  const ana = await come('Ana', map, { grant: 'contribute' })
  const ben = await come('Ben', map, { grant: 'contribute', colorScheme: 'dark' })
  const cem = await come('Cem', map, { grant: 'contribute', ...phone })
  const others = [ana, ben, cem]
  const all = [fay, ...others]

  await fay.page.getByRole('button', { name: 'Menu', exact: true }).click()
  await fay.page.getByRole('menuitem', { name: 'Agenda and timer' }).click()
  const panel = fay.page.getByRole('region', { name: 'Agenda and timer' })
  await panel.getByRole('button', { name: /First causal map in 75 minutes/ }).click()
  await panel.getByRole('button', { name: 'Begin with everyone' }).click()
  for (const { page } of all) await expect(meeting(page)).toContainText('1 of 10Warm up')
  await panel.getByRole('button', { name: 'Close', exact: true }).click()

  // 1 Warm up: a note each.
  for (const [index, screen] of [ana, ben].entries()) {
    await inRail(screen.page, 'Note').click()
    await screen.page.mouse.click(500, 250 + index * 240)
    await screen.page.keyboard.type(index === 0 ? 'Curious' : 'Sleepy')
    await screen.page.keyboard.press('Escape')
  }
  for (const screen of all) {
    await expect(screen.element('Curious')).toHaveCount(1)
    await expect(screen.element('Sleepy')).toHaveCount(1)
  }

  // 2 The question.
  await goOn(fay, all, '2 of 10Focal question')
  const asked = fay.page.getByRole('dialog', { name: 'What this map is about' })
  await asked.getByRole('textbox', { name: 'The question' }).fill('Why do fewer people take the bus?')
  await asked.getByRole('button', { name: 'Done' }).click()
  await expect(asked).toBeHidden()

  // 3 Alone: cards that nobody sees before the reveal, two of which mean the same.
  await goOn(fay, all, '3 of 10Think alone')
  const cards = [
    ['Waiting time', 'Passengers'],
    ['Waiting times', 'Fare income'],
    ['Buses per hour', 'Passengers'],
  ]
  const drives = await askOfStep(fay, others, 'What drives this? One thing on each card.', async (form, index) => {
    for (const card of cards[index] ?? []) {
      await form.getByRole('textbox', { name: 'One variable per card' }).fill(card)
      await form.getByRole('button', { name: 'Add', exact: true }).click()
    }
    await expect(form.getByRole('list', { name: 'Your cards' }).getByRole('listitem')).toHaveCount(2)
  })
  await drives.getByRole('button', { name: 'Make one of them' }).first().click()
  await drives.getByRole('button', { name: 'Put 4 on the map' }).click()
  await expect(drives).toBeHidden()
  await closeAll(all)
  for (const screen of all) await expect(screen.elements).toHaveCount(6)

  // 4 to 6: merged; a pause; then links, drawn by two at once, on the phone from the sheet of a variable.
  await goOn(fay, all, '4 of 10Reveal and merge')
  await goOn(fay, all, '5 of 10Short pause')
  await meeting(fay.page).getByRole('button', { name: 'Start 3 minutes' }).click()
  for (const { page } of all) await expect(meeting(page).getByRole('timer')).toHaveAccessibleName(/^[23]:\d\d left$/)
  await goOn(fay, all, '6 of 10Link')
  for (const { page } of others) await page.getByRole('button', { name: 'Show the whole map', exact: true }).click()
  const waiting = (await ana.element('Waiting times').count()) > 0 ? 'Waiting times' : 'Waiting time'
  await Promise.all([
    link(ana, waiting, 'Passengers', 'down', `${waiting} decreases Passengers`),
    link(ben, 'Passengers', 'Fare income', 'up', 'Passengers increases Fare income'),
  ])
  await link(ana, 'Fare income', 'Buses per hour', 'up', 'Fare income increases Buses per hour')
  const buses = await cem.middleOf('Buses per hour')
  await cem.page.touchscreen.tap(buses.x, buses.y)
  await cem.page.getByRole('dialog', { name: 'Buses per hour' }).getByRole('button', { name: 'Link' }).first().tap()
  await expect(cem.page.getByText('Choose where it leads', { exact: true })).toBeVisible()
  const end = await cem.middleOf(waiting)
  await cem.page.touchscreen.tap(end.x, end.y)
  await cem.signQuestion.getByRole('button', { name: 'down' }).tap()
  const drawn = cem.page.getByRole('dialog', { name: /^Buses per hour decreases/ })
  await drawn.getByRole('button', { name: 'Close' }).tap()
  await expect(drawn).toBeHidden()
  for (const screen of all) await expect(screen.link(`Buses per hour decreases ${waiting}`)).toHaveCount(1)

  // 7 and 8: after the pause the loop that they drew is read and named.
  await goOn(fay, all, '7 of 10Pause')
  await goOn(fay, all, '8 of 10Check loops')
  await expect(fay.canvas.getByRole('button', { name: /^R1/ })).toBeVisible()

  // 9 Dots on variables.
  await goOn(fay, all, '9 of 10Vote on leverage')
  const votes = await askOfStep(fay, others, 'Where would a small change move most?', async (form, index) => {
    const targets = index === 2 ? ['Fare income'] : ['Buses per hour', 'Buses per hour', 'Fare income']
    for (const target of targets) await form.getByRole('button', { name: `One dot more on ${target}` }).click()
  })
  await expect(votes).toContainText(/Buses per hour.*4/)
  await expect(votes).toContainText(/Fare income.*3/)
  await closeAll(all)

  // 10 A sentence each, and the report.
  await goOn(fay, all, '10 of 10Close')
  const taken = await askOfStep(fay, others, 'What do you take with you?', async (form, index) => {
    await form.getByRole('textbox').fill(['Fares feed the buses', 'Wait less', 'Look at the timetable'][index] ?? '')
  })
  await expect(taken).toContainText('Look at the timetable')
  await closeAll(all)
  await fay.page.getByRole('button', { name: 'Menu', exact: true }).click()
  await fay.page.getByRole('menuitem', { name: 'Report…' }).click()
  const [reader] = await Promise.all([
    fay.page.waitForEvent('popup'),
    fay.page.getByRole('dialog', { name: 'Report' }).getByRole('link', { name: 'Read and print' }).click(),
  ])
  const report = reader.getByRole('main')
  for (const words of [
    'Why do fewer people take the bus?',
    'Vote on leverage',
    `More “Buses per hour” leads to less “${waiting}”, which leads to more “Passengers”`,
    'Look at the timetable',
  ]) {
    await expect(report).toContainText(words)
  }
})

/** By the tool of the rail and two clicks, as the step's instruction says. */
async function link(screen: MapScreen, from: string, to: string, way: string, sentence: string): Promise<void> {
  await inRail(screen.page, 'Link').click()
  for (const name of [from, to]) {
    const { x, y } = await screen.middleOf(name)
    await screen.page.mouse.click(x, y)
  }
  await screen.signQuestion.getByRole('button', { name: way, exact: true }).click()
  await expect(screen.link(sentence)).toBeVisible()
  await screen.press('Escape')
}

async function closeAll(all: readonly MapScreen[]): Promise<void> {
  for (const { page } of all) {
    const dialog = page.getByRole('dialog')
    while ((await dialog.count()) > 0) {
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
    }
  }
}
