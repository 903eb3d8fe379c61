import { isClean } from './isClean'
import { expect, phone, test } from './weftTest'

test('ROUND-84, ROUND-85: the group is asked about one element from its menus and about several together, and what it said stands in the inspector', async ({
  makeMap,
  come,
}) => {
  const map = await makeMap({ template: 'causal-loop' })
  const fay = await come('Fay', map, { grant: 'facilitate' })
  const ana = await come('Ana', map, { grant: 'contribute' })
  const inspector = fay.page.getByRole('complementary', { name: 'Inspector' })
  const asking = fay.page.getByRole('dialog', { name: 'Ask the group' })

  // From the menu on the map.
  await fay.element('Waiting time').click({ button: 'right' })
  await fay.page.getByRole('menuitem', { name: 'Ask the group…' }).press('ArrowRight')
  await fay.page.getByRole('menuitem', { name: 'Pulse' }).click()
  await expect(asking).toContainText('1 to answer about')
  await asking.getByRole('button', { name: 'Ask now' }).click()
  const pulse = (page: typeof fay.page) => page.getByRole('dialog', { name: 'How is each of these going right now?' })
  await ana.page.getByRole('button', { name: 'Answer' }).click()
  await expect(pulse(ana.page).getByRole('radiogroup')).toHaveCount(1)
  await pulse(ana.page).getByRole('radio', { name: 'Worse' }).click()
  await pulse(ana.page).getByRole('button', { name: 'Send' }).click()
  await expect(pulse(fay.page)).toContainText('1 of 1 answered')
  await pulse(fay.page).getByRole('button', { name: 'Reveal all' }).click()
  await expect(pulse(fay.page)).toContainText('Getting worse (one person)')
  await fay.page.keyboard.press('Escape')

  // From the inspector of that element, where the answer stands now.
  await fay.element('Waiting time').click()
  const said = inspector.locator('section').filter({ hasText: 'What the group said' })
  const going = inspector.locator('section').filter({ hasText: 'How it is going' })
  await expect(going).toContainText('Getting worse (one person)')
  await inspector.getByRole('button', { name: 'More' }).click()
  await fay.page.getByRole('menuitem', { name: 'Ask the group…' }).press('ArrowRight')
  await fay.page.getByRole('menuitem', { name: 'Technical or adaptive' }).click()
  await asking.getByRole('button', { name: 'Ask now' }).click()
  const kind = (page: typeof fay.page) => page.getByRole('dialog', { name: 'What kind of problem is each of these?' })
  await expect(kind(fay.page)).toBeVisible()
  await ana.page.keyboard.press('Escape')
  await ana.page.getByRole('button', { name: 'Answer' }).click()
  await kind(ana.page).getByRole('radio', { name: 'No' }).click()
  await kind(ana.page).getByRole('button', { name: 'Send' }).click()
  await expect(kind(fay.page)).toContainText('1 of 1 answered')
  await kind(fay.page).getByRole('button', { name: 'Reveal all' }).click()
  await expect(kind(fay.page)).toContainText('Adaptive: 1')
  await fay.page.keyboard.press('Escape')
  await expect(said).toContainText('Adaptive (one person)')
  await expect(said).toContainText('waiting for an expert to fix it')
  await isClean(fay.page, 'what the group said')

  // Participants read it too, also on a phone, and do not ask.
  const cem = await come('Cem', map, { grant: 'contribute', ...phone })
  await cem.element('Waiting time').tap()
  const sheet = cem.page.getByRole('dialog', { name: 'Waiting time' })
  await sheet.getByRole('button', { name: 'More' }).tap()
  await expect(sheet.getByRole('heading', { name: 'What the group said' })).toBeVisible()
  await isClean(cem.page, 'what the group said, on a phone')

  // Several together.
  await fay.page.keyboard.press('Escape')
  await fay.element('Waiting time').click()
  await fay.element('Fare income').click({ modifiers: ['Shift'] })
  await inspector.getByRole('button', { name: 'Ask the group…' }).click()
  await fay.page.getByRole('menuitem', { name: 'Dots' }).click()
  await expect(asking).toContainText('2 to answer about')
  await expect(asking.getByRole('textbox', { name: 'Question' })).toHaveValue('')
})
