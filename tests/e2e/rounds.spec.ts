import type { Page } from '@playwright/test'
import { isClean, looks } from './isClean'
import { expect, phone, test } from './weftTest'

async function ask(page: Page, question: string, kind?: string): Promise<void> {
  await page.getByRole('region', { name: 'Rounds' }).getByRole('button', { name: 'Ask the group' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ask the group' })
  if (kind !== undefined) {
    await dialog.getByRole('combobox', { name: 'How' }).click()
    await page.getByRole('option', { name: kind }).click()
  }
  await dialog.getByRole('textbox', { name: 'Question' }).fill(question)
}

async function openRounds(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Ask the group' }).click()
  await expect(page.getByRole('region', { name: 'Rounds' })).toBeVisible()
}

test.describe('rounds', () => {
  test('ROUND-50, ROUND-51, ROUND-52, ROUND-53, ROUND-61, ROUND-59, ROUND-94: dots are asked for, put on a desktop and a phone, kept over a reload, revealed together, shown on the map', async ({
    makeMap,
    come,
  }) => {
    const question = 'Where would a change move most?'
    const map = await makeMap({ template: 'causal-loop' })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    const cem = await come('Cem', map, { grant: 'contribute', ...phone })
    await openRounds(fay.page)
    await ask(fay.page, question)
    const setting = fay.page.getByRole('dialog', { name: 'Ask the group' })
    await setting.getByRole('textbox', { name: 'Question' }).fill('')
    await setting.getByRole('button', { name: 'Ask now' }).click()
    await expect(setting.getByRole('alert')).toHaveText('Type the question.')
    await setting.getByRole('textbox', { name: 'Question' }).fill(question)
    await isClean(fay.page, 'asking')
    await setting.getByRole('button', { name: 'Ask now' }).click()
    const running = fay.page.getByRole('dialog', { name: question })
    await expect(running).toContainText('0 of 2 answered')

    const strip = (page: Page) => page.getByRole('status').filter({ hasText: question })
    await strip(ana.page).getByRole('button', { name: 'Answer' }).click()
    const answering = ana.page.getByRole('dialog', { name: question })
    await expect(answering).toContainText('Nobody will be told who answered what')
    for (const name of ['Waiting time', 'Waiting time', 'Fare income']) {
      await answering.getByRole('button', { name: `One dot more on ${name}` }).click()
    }
    await expect(answering.getByRole('button', { name: 'One dot more on Traffic jams' })).toBeDisabled()
    await isClean(ana.page, 'answering')
    await answering.getByRole('button', { name: 'Send' }).click()
    await expect(answering).toContainText('Your answer is stored')
    await expect(running).toContainText('1 of 2 answered')

    // A reveal before all have answered is asked about.
    await running.getByRole('button', { name: 'Reveal all' }).click()
    const early = fay.page.getByRole('alertdialog', { name: 'Reveal before all have answered?' })
    await expect(early).toContainText('1 of 2 have answered.')
    await early.getByRole('button', { name: 'Cancel' }).click()
    await expect(early).toBeHidden()

    // Another tab of the same person changes the answer; it does not add one.
    await ana.page.reload()
    await expect(strip(ana.page)).toContainText('You answered')
    await strip(ana.page).getByRole('button', { name: 'Change' }).click()
    await expect(answering.getByRole('img', { name: '2 dots on Waiting time' })).toBeVisible()
    await answering.getByRole('button', { name: 'One dot fewer on Fare income' }).click()
    await ana.page.context().setOffline(true)
    await answering.getByRole('button', { name: 'Send the change' }).click()
    await expect(answering.getByRole('alert')).toContainText('What you gave is still here, and is sent by itself')
    await expect(answering.getByRole('alert')).toBeInViewport({ ratio: 1 })
    await ana.page.context().setOffline(false)
    await expect(answering).toContainText('Your answer is stored')
    await expect(running).toContainText('1 of 2 answered')
    // Also where the form is closed before that.
    await answering.getByRole('button', { name: 'One dot more on Fare income' }).click()
    await ana.page.context().setOffline(true)
    await answering.getByRole('button', { name: 'Send the change' }).click()
    await expect(answering.getByRole('alert')).toContainText('is sent by itself')
    await ana.page.keyboard.press('Escape')
    await expect(answering).toBeHidden()
    await expect(strip(ana.page)).toContainText('Not sent yet')
    await ana.page.context().setOffline(false)
    await expect(strip(ana.page)).toContainText('You answered')
    await strip(ana.page).getByRole('button', { name: 'Change' }).click()
    await expect(answering).toContainText('Your answer is stored')
    await expect(answering.getByRole('img', { name: '1 dot on Fare income' })).toBeVisible()
    await answering.getByRole('button', { name: 'One dot fewer on Fare income' }).click()
    await answering.getByRole('button', { name: 'Send the change' }).click()
    await expect(answering).toContainText('Your answer is stored')

    await strip(cem.page).getByRole('button', { name: 'Answer' }).tap()
    const tapping = cem.page.getByRole('dialog', { name: question })
    await tapping.getByRole('button', { name: 'One dot more on Traffic jams' }).tap()
    await tapping.getByRole('button', { name: 'One dot more on Traffic jams' }).tap()
    await isClean(cem.page, 'answering on a phone')
    await tapping.getByRole('button', { name: 'Send' }).tap()
    await expect(running).toContainText('2 of 2 answered')

    await running.getByRole('button', { name: 'Reveal all' }).click()
    for (const dialog of [running, answering, tapping]) {
      await expect(dialog).toContainText('Waiting timetied2')
      await expect(dialog).toContainText('4 dots given, 2 not used. 5 got none.')
    }
    await isClean(fay.page, 'a result')
    await answering.getByRole('button', { name: 'Show on the map' }).click()
    await expect(ana.page.getByRole('status').filter({ hasText: `Showing ${question}` })).toBeVisible()

    await running.getByRole('button', { name: 'Ask again about the tied ones' }).click()
    await fay.page
      .getByRole('dialog', { name: 'Ask again about the tied ones' })
      .getByRole('button', { name: 'Ask now' })
      .click()
    await expect(running.getByRole('button', { name: /^One dot more on/ })).toHaveCount(2)

    // Who still has the result open is told there, and led on.
    const told = tapping.getByRole('status').filter({ hasText: 'This is asked again now.' })
    await expect(told).toBeVisible()
    await isClean(cem.page, 'a result that is asked again')
    await told.getByRole('button', { name: 'Answer' }).tap()
    await expect(tapping.getByRole('button', { name: /^One dot more on/ })).toHaveCount(2)
    await expect(told).toHaveCount(0)
    await fay.page.keyboard.press('Escape')
    await expect(
      fay.page.getByRole('region', { name: 'Rounds' }).getByRole('heading', { name: 'Earlier' }),
    ).toBeVisible()
  })

  test('ROUND-95: a result that one has not looked at keeps its strip over a reload, until it is looked at', async ({
    makeMap,
    come,
  }) => {
    const question = 'Where would a change move most?'
    const map = await makeMap({ template: 'causal-loop' })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const cem = await come('Cem', map, { grant: 'contribute', ...phone })
    await openRounds(fay.page)
    await ask(fay.page, question)
    await fay.page.getByRole('dialog', { name: 'Ask the group' }).getByRole('button', { name: 'Ask now' }).click()
    const strip = cem.page.getByRole('status').filter({ hasText: question })
    await expect(strip.getByRole('button', { name: 'Answer' })).toBeVisible()
    const running = fay.page.getByRole('dialog', { name: question })
    await running.getByRole('button', { name: 'Reveal all' }).click()
    const early = fay.page.getByRole('alertdialog', { name: 'Reveal before all have answered?' })
    await early.getByRole('button', { name: 'Reveal now' }).click()
    await expect(early).toBeHidden()
    await expect(strip).toContainText('The answers are in')
    await cem.page.reload()
    await expect(strip).toContainText('The answers are in')
    await strip.getByRole('button', { name: 'See them' }).tap()
    const result = cem.page.getByRole('dialog', { name: question })
    await expect(result).toBeVisible()
    await cem.page.keyboard.press('Escape')
    await expect(result).toBeHidden()
    await expect(strip).toHaveCount(0)
  })

  test('ROUND-51, ROUND-54, ROUND-91: cards are written alone by keyboard, revealed, and put on the map in one step', async ({
    makeMap,
    come,
  }) => {
    const question = 'What drives this?'
    const map = await makeMap({ template: 'causal-loop' })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    await openRounds(fay.page)
    await ask(fay.page, question, 'Cards')
    await fay.page.getByRole('dialog', { name: 'Ask the group' }).getByRole('button', { name: 'Ask now' }).click()
    const running = fay.page.getByRole('dialog', { name: question })
    await running.getByRole('textbox', { name: 'One variable per card' }).fill('Parking fees')
    await fay.page.keyboard.press('Enter')
    await running.getByRole('button', { name: 'Send' }).click()
    await expect(running).toContainText('Your answer is stored')

    await ana.page.getByRole('button', { name: 'Answer' }).press('Enter')
    const field = ana.page.getByRole('textbox', { name: 'One variable per card' })
    await field.focus()
    for (const card of ['parking fees', 'Fuel price', 'Waiting time']) {
      await ana.page.keyboard.type(card)
      await ana.page.keyboard.press('Enter')
    }
    await expect(ana.page.getByRole('list', { name: 'Your cards' }).getByRole('listitem')).toHaveCount(3)
    await ana.page.getByRole('button', { name: 'Send' }).press('Enter')
    await expect(running).toContainText('2 of 2 answered')
    await expect(running).not.toContainText('Fuel price')

    await running.getByRole('button', { name: 'Reveal all' }).click()
    await expect(running).toContainText('2 people')
    await expect(running).toContainText('On the map already')
    const reading = ana.page.getByRole('dialog', { name: question })
    await expect(reading).toContainText('Fuel price')
    await running.getByRole('button', { name: 'Put 2 on the map' }).click()
    await expect(fay.element('Fuel price')).toBeVisible()
    await expect(reading).toBeHidden()
    // Pointed at, a message stays.
    const back = ana.page.getByRole('button', { name: 'Back to where I was' })
    await back.hover()
    // Either spelling of one card may be its name.
    for (const card of [/^Fuel price\. /, /^parking fees\. /i]) {
      await expect(ana.canvas.getByRole('group', { name: card })).toBeInViewport()
    }
    await back.click()
    await expect(reading).toContainText('Fuel price')
    await ana.page.keyboard.press('Escape')
    await expect(reading).toBeHidden()
    await fay.page.getByRole('button', { name: /^Undo/ }).first().click()
    await expect(fay.element('Fuel price')).toHaveCount(0)
  })

  test('ROUND-52, ROUND-89: a single card that was typed is sent by one press, and one’s other tab says that one has answered', async ({
    makeMap,
    come,
  }) => {
    const question = 'What drives this?'
    const map = await makeMap({ template: 'causal-loop' })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    const other = await ana.page.context().newPage()
    await other.goto(ana.page.url())
    await openRounds(fay.page)
    await ask(fay.page, question, 'Cards')
    await fay.page.getByRole('dialog', { name: 'Ask the group' }).getByRole('button', { name: 'Ask now' }).click()
    const there = other.getByRole('status').filter({ hasText: question })
    await expect(there.getByRole('button', { name: 'Answer', exact: true })).toBeVisible()
    await ana.page.getByRole('button', { name: 'Answer', exact: true }).click()
    await ana.page.getByRole('textbox', { name: 'One variable per card' }).fill('Fuel price')
    await ana.page.getByRole('dialog', { name: question }).getByRole('button', { name: 'Send' }).click()
    await expect(there).toContainText('You answered')
    await expect(there.getByRole('button', { name: 'Change', exact: true })).toBeVisible()
  })

  test('ROUND-87: after Add the field has the focus, by touch on a phone and by mouse', async ({ makeMap, come }) => {
    const map = await makeMap({ template: 'causal-loop' })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ben = await come('Ben', map, { grant: 'contribute', ...phone })
    await openRounds(fay.page)
    await ask(fay.page, 'What drives this?', 'Cards')
    await fay.page.getByRole('dialog', { name: 'Ask the group' }).getByRole('button', { name: 'Ask now' }).click()
    const answer = ben.page.getByRole('button', { name: 'Answer' })
    await answer.tap()
    for (const [page, press] of [
      [ben.page, 'tap'],
      [fay.page, 'click'],
    ] as const) {
      const field = page.getByRole('textbox', { name: 'One variable per card' })
      const add = page.getByRole('button', { name: 'Add', exact: true })
      await field.fill('Workload')
      await add[press]()
      await expect(field).toBeFocused()
      await page.keyboard.type('Salary')
      await add[press]()
      await expect(field).toBeFocused()
      const cards = page.getByRole('list', { name: 'Your cards' })
      await expect(cards.getByRole('listitem')).toHaveText(['Workload', 'Salary'])
    }
  })

  test('ROUND-90: who is asked whether to reveal before all have answered is told when the last answer comes meanwhile', async ({
    makeMap,
    come,
  }) => {
    const question = 'What holds us up?'
    const map = await makeMap({ template: 'causal-loop' })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    await openRounds(fay.page)
    await ask(fay.page, question, 'Cards')
    await fay.page.getByRole('dialog', { name: 'Ask the group' }).getByRole('button', { name: 'Ask now' }).click()
    const answer = async (page: typeof fay.page): Promise<void> => {
      const form = page.getByRole('dialog', { name: question })
      await form.getByRole('textbox', { name: 'One variable per card' }).fill('Time')
      await page.keyboard.press('Enter')
      await form.getByRole('button', { name: 'Send' }).click()
      await expect(form).toContainText('Your answer is stored')
    }
    await answer(fay.page)
    await fay.page.getByRole('dialog', { name: question }).getByRole('button', { name: 'Reveal all' }).click()
    await expect(fay.page.getByRole('alertdialog')).toContainText('1 of 2 have answered')
    await ana.page.getByRole('button', { name: 'Answer' }).click()
    await answer(ana.page)
    await expect(fay.page.getByRole('alertdialog', { name: 'All have answered now' })).toBeVisible()
    await fay.page.getByRole('alertdialog').getByRole('button', { name: 'Reveal now' }).click()
    await expect(fay.page.getByRole('dialog', { name: question })).toContainText('2 people')
  })

  test('ROUND-54, ROUND-88: cards that are made one are one for everyone, also when the result is opened again', async ({
    makeMap,
    come,
  }) => {
    const question = 'What drives this?'
    const map = await makeMap({ template: 'causal-loop' })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    await openRounds(fay.page)
    await ask(fay.page, question, 'Cards')
    await fay.page.getByRole('dialog', { name: 'Ask the group' }).getByRole('button', { name: 'Ask now' }).click()
    for (const [{ page }, card] of [
      [fay, 'Workload'],
      [ana, 'Work load'],
    ] as const) {
      if (page === ana.page) await page.getByRole('button', { name: 'Answer' }).click()
      const form = page.getByRole('dialog', { name: question })
      await form.getByRole('textbox', { name: 'One variable per card' }).fill(card)
      await page.keyboard.press('Enter')
      await form.getByRole('button', { name: 'Send' }).click()
      await expect(form).toContainText('Your answer is stored')
    }
    const running = fay.page.getByRole('dialog', { name: question })
    await expect(running).toContainText('2 of 2 answered')
    await running.getByRole('button', { name: 'Reveal all' }).click()
    await running.getByRole('button', { name: 'Make one of them' }).click()
    await expect(running).toContainText('1 to 2 people')
    await expect(ana.page.getByRole('dialog', { name: question })).toContainText('also written')
    await running.getByRole('button', { name: 'Put 1 on the map' }).click()
    await fay.page.reload()
    await openRounds(fay.page)
    await fay.page.getByRole('region', { name: 'Rounds' }).getByRole('button', { name: question }).click()
    await expect(running).toContainText('On the map already')
    await expect(running.getByRole('button', { name: 'Put on the map' })).toBeDisabled()
    await running.getByRole('button', { name: 'Take apart again' }).click()
    await expect(running.getByRole('button', { name: 'Make one of them' })).toBeVisible()
  })

  test('ROUND-51, ROUND-53: a choice, a number, a place on the grid and a sentence', async ({ makeMap, come }) => {
    const map = await makeMap({ template: 'stakeholder' })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    await openRounds(fay.page)
    const askNow = fay.page.getByRole('button', { name: 'Ask now' })
    const answer = async (question: string, give: (dialog: ReturnType<Page['getByRole']>) => Promise<void>) => {
      const strip = ana.page.getByRole('status').filter({ hasText: question })
      await strip.getByRole('button', { name: 'Answer' }).click()
      const dialog = ana.page.getByRole('dialog', { name: question })
      await give(dialog)
      await dialog.getByRole('button', { name: 'Send' }).click()
      await expect(dialog).toContainText('Your answer is stored')
      const running = fay.page.getByRole('dialog', { name: question })
      await expect(running).toContainText('1 of 1 answered')
      await running.getByRole('button', { name: 'Reveal all' }).click()
      await expect(dialog.getByText('Your answer is stored')).toHaveCount(0)
    }

    await ask(fay.page, 'What next?', 'Choice')
    await fay.page.getByRole('textbox', { name: 'Options' }).fill('Meet again\nWrite it up')
    await askNow.click()
    await answer('What next?', async (dialog) => dialog.getByRole('radio', { name: 'Write it up' }).click())
    await expect(ana.page.getByRole('dialog')).toContainText('Write it up1 · 100%')
    await expect(fay.page.getByRole('button', { name: 'Ask again about the tied ones' })).toHaveCount(0)
    await ana.page.keyboard.press('Escape')
    await fay.page.keyboard.press('Escape')

    await ask(fay.page, 'Where?', 'Choice')
    await fay.page.getByRole('textbox', { name: 'Options' }).fill('Here\nThere\nNowhere')
    await fay.page.getByRole('spinbutton', { name: 'How many may be picked' }).fill('2')
    await askNow.click()
    await answer('Where?', async (dialog) => {
      await dialog.getByRole('checkbox', { name: 'There' }).click()
      await dialog.getByRole('checkbox', { name: 'Nowhere' }).click()
    })
    await expect(ana.page.getByRole('dialog')).toContainText('Theretied1 · 100%')
    await ana.page.keyboard.press('Escape')
    await fay.page.getByRole('button', { name: 'Ask again about the tied ones' }).click()
    await askNow.click()
    await expect(fay.page.getByRole('dialog', { name: 'Where?' }).getByRole('radio')).toHaveCount(2)
    await fay.page.keyboard.press('Escape')

    await ask(fay.page, 'How sure?', 'Scale')
    await fay.page.getByRole('radio', { name: 'Shown' }).click()
    await askNow.click()
    await answer('How sure?', async (dialog) => {
      await expect(dialog).toContainText('Answers will be shown with names')
      await dialog.getByRole('radio', { name: '4' }).click()
    })
    await expect(ana.page.getByRole('dialog')).toContainText('Ana: 4')
    await ana.page.keyboard.press('Escape')
    await fay.page.keyboard.press('Escape')

    await ask(fay.page, 'How much power?', 'Place')
    await askNow.click()
    await answer('How much power?', async (dialog) => {
      await dialog.getByRole('slider', { name: 'Power of Town council, percent' }).fill('80')
    })
    await expect(ana.page.getByRole('dialog')).toContainText('Power 80%')
    await isClean(ana.page, 'places of a group')
    await ana.page.keyboard.press('Escape')
    await fay.page.keyboard.press('Escape')

    await ask(fay.page, 'What surprised you?', 'Short text')
    await askNow.click()
    await answer('What surprised you?', async (dialog) => dialog.getByRole('textbox').fill('How few know each other'))
    await expect(fay.page.getByRole('dialog')).toContainText('How few know each other')
  })
})

test('ROUND-92: stakeholders are placed one after another by a finger, moved again, and shown together', async ({
  makeMap,
  come,
}) => {
  const question = 'How much power, how much interest?'
  const map = await makeMap({ template: 'stakeholder' })
  const fay = await come('Fay', map, { grant: 'facilitate' })
  const ben = await come('Ben', map, { grant: 'contribute', ...phone })
  await openRounds(fay.page)
  await ask(fay.page, question, 'Place')
  await fay.page.getByRole('button', { name: 'Ask now' }).click()
  const running = fay.page.getByRole('dialog', { name: question })
  await expect(running).toContainText('0 of 1 answered')
  await ben.page.getByRole('button', { name: 'Answer' }).tap()
  const form = ben.page.getByRole('dialog', { name: question })
  await expect(form).toContainText('0 of 6 placed')
  const field = form.locator('.cursor-crosshair')
  await field.scrollIntoViewIfNeeded()
  const box = await field.boundingBox()
  if (box === null) throw new Error('no field')
  const tap = (across: number, up: number): Promise<void> =>
    ben.page.touchscreen.tap(box.x + box.width * across, box.y + box.height * (1 - up))
  const chosen = form.getByRole('listitem').getByRole('button', { pressed: true })
  const first = (await chosen.textContent()) ?? ''
  await tap(0.8, 0.8)
  await expect(form).toContainText('1 of 6 placed')
  await expect(chosen).not.toHaveText(first)
  await tap(0.2, 0.3)
  await expect(form).toContainText('2 of 6 placed')
  // What has its place is taken hold of where it stands, and nobody else is placed by that.
  await tap(0.8, 0.8)
  await expect(chosen).toContainText(first.replace(/✓.*/, ''))
  await expect(form).toContainText('2 of 6 placed')
  await isClean(ben.page, 'placing on a phone')
  await form.getByRole('button', { name: 'Send' }).tap()
  await expect(running).toContainText('1 of 1 answered')
  await running.getByRole('button', { name: 'Reveal all' }).click()
  await expect(running.getByRole('list').getByRole('button')).toHaveCount(2)
  await expect(running).toContainText('Nobody placed these:')
  await running.getByRole('list').getByRole('button').first().click()
  await expect(running.getByRole('list').getByRole('button').first()).toHaveAttribute('aria-pressed', 'true')
  await isClean(fay.page, 'places of many')
})

for (const [look, options] of looks) {
  test(`ROUND-51: axe finds nothing in the strip and the panel of rounds: ${look}`, async ({
    makeMap,
    come,
    server,
  }) => {
    const map = await makeMap({ template: 'causal-loop' })
    const opened = await fetch(`${server.url}/api/maps/${map.id}/rounds`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${map.links.facilitate.key}` },
      body: JSON.stringify({ kind: 'text', question: 'What surprised you?' }),
    })
    expect(opened.status).toBe(201)
    const { page } = await come('Ana', map, { grant: 'contribute', ...options })
    await expect(page.getByRole('status').filter({ hasText: 'What surprised you?' })).toBeVisible()
    await isClean(page, 'the strip')
  })
}
