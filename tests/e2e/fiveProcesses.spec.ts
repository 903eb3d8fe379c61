import type { Locator, Page } from '@playwright/test'
import { isClean } from './isClean'
import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

const shelter = weftFile(
  'Shelter',
  {
    rent: { label: 'Rent', at: [0, 0] },
    debt: { label: 'Debt', at: [0, 280] },
    council: { kind: 'stakeholder', label: 'City council', at: [400, 0], sector: 'government' },
    tenants: { kind: 'stakeholder', label: 'Tenants', at: [400, 280], sector: 'community' },
  },
  [
    { from: 'rent', to: 'debt', polarity: '+' },
    { from: 'debt', to: 'rent', polarity: '+' },
  ],
)

const meeting = (page: Page): Locator => page.getByRole('region', { name: 'Meeting' })

async function choose(page: Page, agenda: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Agenda and timer' }).click()
  const panel = page.getByRole('region', { name: 'Agenda and timer' })
  await panel.getByRole('button', { name: agenda }).click()
  await panel.getByRole('button', { name: 'Begin with everyone' }).click()
}

test.describe('the five processes', () => {
  test('AGENDA-78, AGENDA-87, AGENDA-95: each step opens what it needs for who runs the meeting, and is offered to participants, until the report', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(shelter)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    const cem = await come('Cem', map, { grant: 'contribute', ...phone })
    await choose(fay.page, /Five processes/)
    const next = meeting(fay.page).getByRole('button', { name: 'Next step, with everyone' })
    const isAt = async (step: string): Promise<void> => {
      for (const { page } of [fay, ana, cem]) await expect(meeting(page)).toContainText(step)
    }
    await isAt('1 of 8Connecting: check in')
    await meeting(fay.page).getByRole('button', { name: 'Ask the group' }).click()
    await expect(fay.page.getByRole('dialog', { name: 'Why does this matter to you?' })).toBeVisible()
    await fay.page.keyboard.press('Escape')

    await next.click()
    await isAt('2 of 8Organising: roles and choices')
    const coalition = fay.page.getByRole('region', { name: 'Coalition' })
    await expect(coalition).toBeVisible()
    await next.click()
    await isAt('3 of 8Systems thinking: what drives what')
    // AGENDA-95: what the step before opened is not in the way of what is to be drawn.
    await expect(coalition).toBeHidden()
    await next.click()
    await isAt('4 of 8Systems thinking: loops')
    await expect(fay.page.getByRole('region', { name: 'Loops' })).toBeVisible()
    await isClean(fay.page, 'a step with its panel')

    // A participant opens it by one press; on a phone without unfolding the step.
    await expect(ana.page.getByRole('region', { name: 'Loops' })).toHaveCount(0)
    await meeting(ana.page).getByRole('button', { name: 'Open: Loops' }).click()
    await expect(ana.page.getByRole('region', { name: 'Loops' })).toBeVisible()
    await isClean(cem.page, 'an offer on a phone')
    await meeting(cem.page).getByRole('button', { name: 'Open: Loops' }).tap()
    await expect(cem.page.getByRole('dialog', { name: 'Loops' })).toBeVisible()
    await cem.page.getByRole('dialog', { name: 'Loops' }).getByRole('button', { name: 'Close' }).tap()

    await next.click()
    await isAt('5 of 8Bridging: who should meet')
    const ties = fay.page.getByRole('region', { name: 'Ties' })
    await expect(ties.getByRole('radio', { name: 'Bridges' })).toBeChecked()
    await expect(meeting(cem.page).getByRole('button', { name: 'Open: Bridging opportunities' })).toBeVisible()

    // Who is typing is not interrupted; the offer stands.
    await fay.element('Rent').focus()
    await fay.page.keyboard.press('F2')
    await expect(fay.nameField).toBeFocused()
    await next.dispatchEvent('click')
    await isAt('6 of 8Learning: plan a small try')
    await expect(fay.nameField).toBeFocused()
    await expect(ties).toBeVisible()
    await fay.page.keyboard.press('Escape')
    await meeting(fay.page).getByRole('button', { name: 'Open: Experiments' }).click()
    await expect(fay.page.getByRole('region', { name: 'Experiments' })).toBeVisible()

    await next.click()
    for (const { page } of [ana, cem]) await expect(meeting(page)).toContainText('7 of 8Learning: then and now')
    const compare = fay.page.getByRole('dialog', { name: 'Compare' })
    await expect(compare).toBeVisible()
    await expect(ana.page.getByRole('dialog', { name: 'Compare' })).toHaveCount(0)
    await compare.getByRole('button', { name: 'Close' }).first().click()

    await next.click()
    await isAt('8 of 8Reflecting: how we work together')
    await meeting(fay.page).getByRole('button', { name: 'Ask the group' }).click()
    await expect(fay.page.getByRole('dialog', { name: 'How well do we pull together?' })).toBeVisible()
    await fay.page.keyboard.press('Escape')
    await meeting(fay.page).getByRole('button', { name: 'Report…' }).click()
    await expect(fay.page.getByRole('dialog', { name: 'Report' }).getByLabel('Experiments')).toBeChecked()
  })

  test('AGENDA-79: what a step opens is chosen where it is prepared; what this Weft does not have stays and is said', async ({
    importMap,
    come,
    server,
  }) => {
    const map = await importMap(shelter)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const step = { id: 's1', title: 'Look', panel: 'oracle', minutes: 0, instruction: '' }
    const put = await fay.page.request.put(`${server.url}/api/maps/${map.id}/agenda`, {
      data: { version: 0, agenda: { title: 'Mine', steps: [step] } },
      headers: { origin: server.url },
    })
    expect(put.ok(), await put.text()).toBe(true)
    await fay.page.getByRole('button', { name: 'Menu', exact: true }).click()
    await fay.page.getByRole('menuitem', { name: 'Agenda and timer' }).click()
    const panel = fay.page.getByRole('region', { name: 'Agenda and timer' })
    await panel.getByRole('button', { name: 'Begin with everyone' }).click()
    await expect(meeting(fay.page)).toContainText('1 of 1Look')
    await expect(panel).toBeVisible()
    await expect(meeting(fay.page).getByRole('button', { name: /^Open:/ })).toHaveCount(0)
    await panel.getByRole('button', { name: 'Change: Look' }).click()
    const dialog = fay.page.getByRole('dialog', { name: 'Step' })
    const field = dialog.getByRole('combobox', { name: 'What it opens' })
    await expect(field).toHaveText('A part that this Weft does not have')
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Look around')
    await dialog.getByRole('button', { name: 'Keep', exact: true }).click()
    await expect(meeting(fay.page)).toContainText('1 of 1Look around')
    const kept = (await (await fay.page.request.get(`${server.url}/api/maps/${map.id}/agenda`)).json()) as {
      readonly agenda: { readonly steps: readonly { readonly panel?: string }[] }
    }
    expect(kept.agenda.steps[0]?.panel).toBe('oracle')

    await panel.getByRole('button', { name: 'Change: Look around' }).click()
    await field.click()
    await fay.page.getByRole('option', { name: 'Leverage' }).click()
    await isClean(fay.page, 'what a step opens')
    await dialog.getByRole('button', { name: 'Keep', exact: true }).click()
    await expect(meeting(fay.page).getByRole('button', { name: 'Open: Leverage' })).toBeVisible()
  })
})
