import { helpedPractices, practiceHelp } from '../../components/help/practices'
import help from '../../messages/en/practiceHelp.json' with { type: 'json' }
import { isClean, looks } from './isClean'
import { threeVariables } from './sampleFiles'
import { expect, phone, test } from './weftTest'

for (const [look, options] of looks) {
  test(`HELP-1, HELP-5: the help explains every practice, with a picture; ${look}`, async ({ server, browserOf }) => {
    const page = await (await browserOf(options)).newPage()
    await page.goto(`${server.url}/help`)
    await page.getByRole('link', { name: 'Each practice explained' }).click()
    await expect(page.getByRole('heading', { level: 1, name: help.title })).toBeVisible()
    for (const practice of helpedPractices) {
      const section = page.locator(`section[id="${practice}"]`)
      await expect(section.getByRole('heading', { level: 2 })).toHaveText(help.practices[practice].name)
      await expect(section.getByRole('listitem')).toHaveCount(3)
      await expect(section.getByRole('img', { name: help.practices[practice].picture })).toBeVisible()
      await expect(section).toContainText(help.sources[practice])
    }
    const contents = page.getByRole('navigation', { name: help.contents })
    await contents.getByRole('link', { name: help.practices.experiments.name }).click()
    await expect(page).toHaveURL(server.url + practiceHelp('experiments'))
    await expect(page.getByRole('heading', { level: 2, name: help.practices.experiments.name })).toBeInViewport()
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(isWide).toBe(false)
    await isClean(page, 'help on practices')
  })
}

test('HELP-4, HELP-6: a panel, comparing and a question lead to the section of their practice; the map stays', async ({
  importMap,
  come,
}) => {
  const { page } = await come('Ana', await importMap(threeVariables), { grant: 'facilitate' })
  expect(await page.content()).not.toContain(help.practices.coalition.purpose)
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Practices' }).click()
  await page.getByRole('menuitem', { name: 'Coalition' }).click()
  const panel = page.getByRole('region', { name: 'Coalition' })
  const coming = page.waitForEvent('popup')
  await panel.getByRole('link', { name: 'About this practice' }).click()
  const opened = await coming
  await expect(opened).toHaveURL(new URL(practiceHelp('coalition'), page.url()).href)
  await expect(opened.locator('section#coalition')).toBeInViewport()
  await isClean(page, 'a panel with its way to the help')

  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Compare with/ }).click()
  const compare = page.getByRole('dialog', { name: 'Compare' })
  await expect(compare.getByRole('link', { name: 'About this practice' })).toHaveAttribute(
    'href',
    practiceHelp('learning'),
  )
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Ask the group' }).click()
  await page.getByRole('region', { name: 'Rounds' }).getByRole('button', { name: 'Ask the group' }).click()
  const ask = page.getByRole('dialog', { name: 'Ask the group' })
  const about = ask.getByRole('link', { name: 'About this practice' })
  await expect(about).toHaveCount(0)
  await ask.getByRole('combobox', { name: 'How' }).click()
  await page.getByRole('option', { name: 'Pulse', exact: true }).click()
  await expect(about).toHaveAttribute('href', practiceHelp('pulse'))
})

test('PRACTICE-7, HELP-4: the menu leads to every practice, those that ask the group for who may ask, and to the help', async ({
  importMap,
  come,
}) => {
  const map = await importMap(threeVariables)
  const fay = await come('Fay', map, { grant: 'facilitate' })
  const { page } = fay
  const open = async (one: typeof page) => {
    await one.getByRole('button', { name: 'Menu', exact: true }).click()
    await one.getByRole('menuitem', { name: 'Practices' }).click()
  }
  await open(page)
  await page.getByRole('menuitem', { name: 'Direction, alignment, commitment' }).click()
  const ask = page.getByRole('dialog', { name: 'Ask the group' })
  await expect(ask).toContainText('Direction, alignment, commitment')
  await expect(ask.getByRole('link', { name: 'About this practice' })).toHaveAttribute(
    'href',
    practiceHelp('direction'),
  )
  await page.keyboard.press('Escape')
  await expect(ask).toBeHidden()
  await open(page)
  await page.getByRole('menuitem', { name: 'Technical or adaptive' }).click()
  await expect(ask.getByRole('link', { name: 'About this practice' })).toHaveAttribute(
    'href',
    practiceHelp('challenge'),
  )
  await page.keyboard.press('Escape')
  await expect(ask).toBeHidden()
  await open(page)
  await page.getByRole('menuitem', { name: 'Agendas: five processes and others' }).click()
  await expect(
    page.getByRole('region', { name: 'Agenda' }).getByRole('link', { name: 'About this practice' }),
  ).toHaveAttribute('href', practiceHelp('processes'))
  await open(page)
  const coming = page.waitForEvent('popup')
  await page.getByRole('menuitem', { name: 'About these practices' }).click()
  await expect(await coming).toHaveURL(new URL('/help/practices', page.url()).href)

  const ana = await come('Ana', map, { grant: 'contribute' })
  await open(ana.page)
  await expect(ana.page.getByRole('menuitem', { name: 'Learning: compare maps' })).toBeVisible()
  await expect(ana.page.getByRole('menuitem', { name: 'Direction, alignment, commitment' })).toBeHidden()
})

test('HELP-4: on a phone the sheet of a practice leads to its section', async ({ importMap, come }) => {
  const { page } = await come('Ana', await importMap(threeVariables), { ...phone, grant: 'facilitate' })
  await page.getByRole('navigation', { name: 'Actions' }).getByRole('button', { name: 'More' }).tap()
  await page.getByRole('button', { name: 'Experiments', exact: true }).tap()
  const sheet = page.getByRole('dialog', { name: 'Experiments' })
  await expect(sheet.getByRole('link', { name: 'About this practice' })).toHaveAttribute(
    'href',
    practiceHelp('experiments'),
  )
  await isClean(page, 'a sheet with its way to the help')
})
