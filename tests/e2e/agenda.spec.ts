import type { Locator, Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { isClean } from './isClean'
import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

async function openAgenda(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Agenda and timer' }).click()
  const panel = page.getByRole('region', { name: 'Agenda and timer' })
  await expect(panel).toBeVisible()
  return panel
}

const meeting = (page: Page): Locator => page.getByRole('region', { name: 'Meeting' })
const tool = (page: Page, name: string): Locator =>
  page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name, exact: true })

test.describe('agenda and timer', () => {
  test('AGENDA-40, AGENDA-70, AGENDA-71, AGENDA-73, AGENDA-84, AGENDA-89, ROUND-91: a built-in agenda is begun, gone through and timed with everyone, on a desktop and a phone, with who comes late and over a reload', async ({
    makeMap,
    come,
  }) => {
    const map = await makeMap({ template: 'causal-loop' })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    const cem = await come('Cem', map, { grant: 'contribute', ...phone })
    const panel = await openAgenda(fay.page)
    await isClean(fay.page, 'choosing an agenda')
    await panel.getByRole('button', { name: /First causal map in 75 minutes/ }).click()
    await panel.getByRole('button', { name: 'Begin with everyone' }).click()
    for (const { page } of [fay, ana, cem]) await expect(meeting(page)).toContainText('1 of 10Warm up')
    await expect(meeting(ana.page)).toContainText('nothing can break')
    await isClean(fay.page, 'an agenda')

    // Contributors are shown the step's tools; those who run the meeting all, and what others are shown.
    await expect(tool(ana.page, 'Note')).toBeVisible()
    await expect(tool(ana.page, 'Variable')).toBeHidden()
    await expect(tool(fay.page, 'Variable')).toBeVisible()
    await expect(meeting(fay.page)).toContainText('Participants are shown: Note.')
    await expect(cem.page.getByRole('navigation').getByRole('button', { name: 'Note' })).toBeVisible()
    await expect(cem.page.getByRole('navigation').getByRole('button', { name: 'Link' })).toBeHidden()

    await meeting(fay.page).getByRole('button', { name: 'Start 5 minutes' }).click()
    for (const { page } of [fay, ana, cem]) {
      await expect(meeting(page).getByRole('timer')).toHaveAccessibleName(/^[45]:\d\d left$/)
    }
    await expect(ana.page.getByRole('button', { name: 'Pause the timer' })).toBeHidden()
    await meeting(fay.page).getByRole('button', { name: 'Pause the timer' }).click()
    const counted = meeting(fay.page).getByRole('timer')
    const nameOf = async (): Promise<string> => (await counted.getAttribute('aria-label')) ?? ''
    await expect(counted).toHaveAccessibleName(/^[45]:\d\d left, paused$/)
    const before = await nameOf()
    await meeting(fay.page).getByRole('button', { name: 'One minute more' }).click()
    await expect(counted).not.toHaveAccessibleName(before)
    await expect(meeting(cem.page).getByRole('timer')).toHaveAccessibleName(await nameOf())
    await meeting(fay.page).getByRole('button', { name: 'Next step, with everyone' }).click()
    // On a phone what is asked stands open for as long as it takes to read, or until the map is touched.
    await expect(meeting(cem.page)).toContainText('Agree on one sentence')
    const canvas = await cem.canvas.boundingBox()
    await cem.page.touchscreen.tap((canvas?.x ?? 0) + 20, (canvas?.y ?? 0) + (canvas?.height ?? 0) - 120)
    await expect(meeting(cem.page)).not.toContainText('Agree on one sentence')
    for (const { page } of [ana, cem]) await expect(meeting(page)).toContainText('2 of 10Focal question')
    // AGENDA-89: the step opens where the question is written, and offers it to everybody.
    const asked = fay.page.getByRole('dialog', { name: 'What this map is about' })
    await asked.getByRole('textbox', { name: 'The question' }).fill('Why do people take the bus?')
    await isClean(fay.page, 'what the map is about')
    await asked.getByRole('button', { name: 'Done' }).click()
    await expect(meeting(fay.page)).toContainText('2 of 10Focal question')
    await meeting(ana.page).getByRole('button', { name: 'Open: What this map is about' }).click()
    const read = ana.page.getByRole('dialog', { name: 'What this map is about' })
    await expect(read.getByRole('textbox', { name: 'The question' })).toHaveValue('Why do people take the bus?')
    await read.getByRole('button', { name: 'Done' }).click()

    // The minutes of a step go with it; those of the next are started by one press.
    for (const { page } of [fay, ana, cem]) await expect(meeting(page).getByRole('timer')).toHaveCount(0)
    await meeting(fay.page).getByRole('button', { name: 'Start 5 minutes' }).click()
    await meeting(fay.page).getByRole('button', { name: 'Pause the timer' }).click()
    await expect(counted).toHaveAccessibleName(/paused$/)
    const left = await nameOf()

    const dee = await come('Dee', map, { grant: 'contribute' })
    await ana.page.reload()
    for (const { page } of [dee, ana]) {
      await expect(meeting(page)).toContainText('2 of 10Focal question')
      await expect(meeting(page).getByRole('timer')).toHaveAccessibleName(left)
      await expect(tool(page, 'Link')).toBeHidden()
    }
    // Folded by then, it is opened by a press, and stays open.
    await cem.page.getByRole('button', { name: /Focal question/ }).tap()
    await expect(meeting(cem.page)).toContainText('Agree on one sentence')
    await isClean(cem.page, 'a step on a phone')

    // A prepared round is opened by one press.
    await panel.getByRole('button', { name: /^9 ?Vote on leverage/ }).click()
    await panel.getByRole('button', { name: 'Go here, with everyone' }).click()
    await meeting(fay.page).getByRole('button', { name: 'Ask the group' }).click()
    await expect(fay.page.getByRole('dialog', { name: 'Where would a small change move most?' })).toBeVisible()
    await expect(
      ana.page.getByRole('status').filter({ hasText: 'Where would a small change move most?' }),
    ).toBeVisible()

    // ROUND-91: who still reads what came of it sees what the next step asks, with a way back.
    const running = fay.page.getByRole('dialog', { name: 'Where would a small change move most?' })
    await running.getByRole('button', { name: 'Reveal all' }).click()
    await fay.page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Reveal/ })
      .click()
    await ana.page.getByRole('status').filter({ hasText: 'Where would a small' }).getByRole('button').first().click()
    const reading = ana.page.getByRole('dialog', { name: 'Where would a small change move most?' })
    await expect(reading.getByRole('region', { name: 'Result' })).toBeVisible()
    await fay.page.keyboard.press('Escape')
    await expect(running).toBeHidden()
    await meeting(fay.page).getByRole('button', { name: 'Next step, with everyone' }).click()
    await expect(reading).toBeHidden()
    await expect(meeting(ana.page)).toContainText('10 of 10')
    await ana.page.getByRole('button', { name: 'Back to the result' }).click()
    await expect(reading.getByRole('region', { name: 'Result' })).toBeVisible()
  })

  test('AGENDA-72, AGENDA-74, AGENDA-85, AGENDA-86: an agenda is made step by step, moved by keys, taken home and brought back; a step’s frame comes into everyone’s view, and who is typing is asked', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(
      weftFile('Two parts', {
        rain: { label: 'Rain', at: [0, 0] },
        field: { kind: 'frame', label: 'Second part', at: [6_000, 4_000, 400, 300] },
      }),
    )
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    const ben = await come('Ben', map, { grant: 'contribute' })
    const panel = await openAgenda(fay.page)
    await panel.getByRole('button', { name: 'Make your own, step by step' }).click()
    const adding = fay.page.getByRole('dialog', { name: 'New step' })
    await adding.getByRole('button', { name: 'Keep', exact: true }).click()
    await expect(adding.getByRole('alert')).toHaveText('Type a title.')
    await adding.getByRole('textbox', { name: 'Title' }).fill('Look there')
    await adding.getByRole('combobox', { name: 'Place on the map' }).click()
    await fay.page.getByRole('option', { name: 'Second part' }).click()
    await isClean(fay.page, 'a step being made')
    await adding.getByRole('button', { name: 'Keep', exact: true }).click()
    await panel.getByRole('button', { name: 'Add a step' }).click()
    await adding.getByRole('textbox', { name: 'Title' }).fill('Begin here')
    await fay.page.keyboard.press('Tab')
    await fay.page.keyboard.type('3')
    await adding.getByRole('button', { name: 'Keep', exact: true }).click()
    const rows = panel.getByRole('listitem').getByRole('button', { expanded: false })
    await expect(rows).toHaveText([/Look there/, /Begin here/])
    await rows.last().focus()
    await fay.page.keyboard.press('Alt+ArrowUp')
    await expect(rows).toHaveText([/Begin here.*3 min/, /Look there/])

    await panel.getByRole('button', { name: 'Begin with everyone' }).click()
    await expect(meeting(ana.page)).toContainText('1 of 2Begin here')
    await ben.page.getByRole('group', { name: /^Rain/ }).focus()
    await ben.page.keyboard.press('F2')
    await ben.page.keyboard.type('Rain in spring')
    await meeting(fay.page).getByRole('button', { name: 'Next step, with everyone' }).click()
    await expect(ana.page.getByText('Look there: this is its place on the map.')).toBeVisible()
    await expect(ana.page.getByRole('group', { name: /^Rain/ })).not.toBeInViewport()
    await ana.page.getByRole('button', { name: 'Back to where I was' }).click()
    await expect(ana.page.getByRole('group', { name: /^Rain/ })).toBeInViewport()
    await expect(ben.page.getByText('The meeting goes on with “Look there”.')).toBeVisible()
    await ben.page.keyboard.press('Enter')
    await expect(ben.page.getByRole('group', { name: /^Rain in spring/ })).toBeInViewport()
    await ben.page.getByRole('button', { name: 'Go there', exact: true }).click()
    await expect(ben.page.getByRole('group', { name: /^Rain in spring/ })).not.toBeInViewport()

    const [download] = await Promise.all([
      fay.page.waitForEvent('download'),
      panel.getByRole('button', { name: 'Save this agenda as a file' }).click(),
    ])
    const content = await readFile(await download.path())
    await panel.getByRole('button', { name: 'Choose another agenda' }).click()
    const picker = panel.locator('input[type=file]')
    await picker.setInputFiles({ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{}') })
    await expect(panel.getByRole('alert')).toContainText('“notes.json” is not an agenda')
    await picker.setInputFiles({ name: download.suggestedFilename(), mimeType: 'application/json', buffer: content })
    await fay.page.getByRole('alertdialog').getByRole('button', { name: 'Replace it' }).click()
    await expect(panel.getByRole('button', { name: 'Begin with everyone' })).toBeVisible()
    await expect(rows).toHaveText([/Begin here.*3 min/, /Look there/])
    await panel.getByRole('button', { name: 'Change: Look there' }).click()
    const changing = fay.page.getByRole('dialog', { name: 'Step' })
    await expect(changing.getByRole('combobox', { name: 'Place on the map' })).toHaveText('Second part')
    await changing.getByRole('button', { name: 'Cancel' }).click()
    const other = content.toString('utf8').replace('Second part', 'Third part')
    await panel.getByRole('button', { name: 'Choose another agenda' }).click()
    await picker.setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from(other) })
    await fay.page.getByRole('alertdialog').getByRole('button', { name: 'Replace it' }).click()
    await expect(
      fay.page.getByText('There is no frame called “Third part” on this map, so its steps have no place here.'),
    ).toBeVisible()
  })
})
