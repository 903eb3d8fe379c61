import type { Page } from '@playwright/test'
import { isClean, looks } from './isClean'
import type { MapScreen } from './mapScreen'
import { threeVariables } from './sampleFiles'
import { expect, phone, test } from './weftTest'

const panel = (page: Page) => page.getByRole('region', { name: 'Comments', exact: true })
const pin = (page: Page, name: string | RegExp) =>
  page.getByRole('toolbar', { name: 'Comments on the map' }).getByRole('button', { name })
const said = (page: Page) => page.getByRole('list', { name: 'What was said' }).getByRole('listitem')

async function openList(page: Page): Promise<void> {
  const back = page.getByRole('button', { name: 'All comments' })
  if (await back.isVisible()) await back.click()
  else
    await page
      .getByRole('region', { name: 'Tools' })
      .getByRole('button', { name: /^Comments/ })
      .click()
  await expect(panel(page).getByRole('radio', { name: /^Open/ })).toBeVisible()
}

/** Begins a thread about an element from the bar of what is selected. */
async function commentOn(screen: MapScreen, name: string, words: string): Promise<void> {
  const { page } = screen
  await screen.select(name)
  await screen.selectionBar.getByRole('button', { name: 'Comment' }).click()
  await expect(page.getByRole('textbox', { name: 'New comment' })).toBeFocused()
  await page.keyboard.type(words)
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(said(page).filter({ hasText: words })).toBeVisible()
}

/** A press on the middle of a link. */
async function chooseLink(screen: MapScreen, sentence: string): Promise<void> {
  const at = await screen
    .link(sentence)
    .locator('.weft-stroke')
    .evaluate((line: SVGPathElement) => {
      const middle = line.getPointAtLength(line.getTotalLength() / 2)
      const { x, y } = middle.matrixTransform(line.getScreenCTM() ?? undefined)
      return { x, y }
    })
  await screen.page.mouse.click(at.x, at.y)
}

test.describe('comments', () => {
  test('COMMENT-1, COMMENT-8, COMMENT-50, COMMENT-55: who came by a link to comment writes, others see it at once, answer, and have read it after a reload', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const kim = await come('Kim', map, { grant: 'comment' })
    await expect(kim.page.getByRole('button', { name: 'Comments only' })).toBeVisible()
    await kim.select('Rain')
    await expect(kim.selectionBar.getByRole('button')).toHaveCount(1)
    await commentOn(kim, 'Rain', 'Of which season?')
    const fresh = pin(ana.page, '1 comment on “Rain”, 1 new')
    await expect(fresh).toBeVisible()
    await expect(ana.page.getByRole('button', { name: 'Comments, 1 thread with something new' })).toBeVisible()
    await fresh.click()
    await expect(said(ana.page)).toContainText(['Of which season?'])
    await expect(said(ana.page).getByText('new', { exact: true })).toBeVisible()
    await ana.page.getByRole('textbox', { name: 'Your answer' }).fill('Of spring')
    await ana.page.keyboard.press('Control+Enter')
    await expect(said(kim.page)).toContainText(['Of which season?', 'Of spring'])
    await ana.page.reload()
    await ana.isOpen()
    await expect(pin(ana.page, '2 comments on “Rain”')).toBeVisible()
    await expect(ana.page.getByRole('button', { name: 'Comments', exact: true })).toBeVisible()
    await pin(ana.page, '2 comments on “Rain”').click()
    await expect(said(ana.page)).toHaveCount(2)
    await expect(said(ana.page).getByText('new', { exact: true })).toHaveCount(0)
  })

  test('COMMENT-56: who comments on what has a thread answers it, and begins another by a press', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const cem = await come('Cem', map, { grant: 'comment', ...phone })
    await ana.select('Rain')
    await ana.selectionBar.getByRole('button', { name: 'Comment' }).click()
    await expect(ana.page.getByRole('textbox', { name: 'New comment' })).toBeFocused()
    await ana.page.keyboard.type('Counts say so')
    await panel(ana.page).getByRole('button', { name: 'Move' }).click()
    await ana.page.getByRole('button', { name: 'Send' }).click()
    await expect(said(ana.page)).toHaveCount(1)

    const { x, y } = await cem.middleOf('Rain')
    await cem.page.touchscreen.tap(x, y)
    await cem.page.getByRole('dialog').getByRole('button', { name: 'Comment' }).tap()
    await expect(said(cem.page)).toContainText(['Move'])
    const answer = cem.page.getByRole('textbox', { name: 'Your answer' })
    await expect(answer).toBeFocused()
    await cem.page.keyboard.type('I do not believe counts')
    await cem.page.getByRole('button', { name: 'Oppose' }).tap()
    await isClean(cem.page, 'an answer on a phone')
    await cem.page.getByRole('button', { name: 'Send' }).tap()
    await expect(said(ana.page)).toContainText(['Counts say so', 'I do not believe counts'])

    await panel(ana.page).getByRole('button', { name: 'Begin another thread' }).click()
    await expect(ana.page.getByRole('textbox', { name: 'Another thread' })).toBeFocused()
    await expect(panel(ana.page).getByRole('list', { name: 'Threads about this' })).toContainText('Oppose')
    await isClean(ana.page, 'another thread')
    await ana.page.keyboard.type('Of which year?')
    await ana.page.getByRole('button', { name: 'Send' }).click()
    await expect(said(ana.page)).toHaveCount(1)
    await expect(said(ana.page)).toContainText(['Of which year?'])

    // Of several none is the one that is meant.
    await ana.select('Rain')
    await ana.selectionBar.getByRole('button', { name: 'Comment' }).click()
    await expect(panel(ana.page).getByRole('list', { name: 'Threads about this' }).getByRole('listitem')).toHaveCount(2)
    await expect(ana.page.getByRole('textbox', { name: 'Another thread' })).toBeVisible()
  })

  test('COMMENT-2: who came by a link to look reads, and is offered nothing to write', async ({ importMap, come }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    await commentOn(ana, 'Rain', 'Read this')
    const vic = await come('Vic', map, { grant: 'view' })
    await pin(vic.page, /^1 comment on “Rain”/).click()
    await expect(said(vic.page)).toContainText(['Read this'])
    await expect(panel(vic.page).getByText('As a viewer you can read')).toBeVisible()
    await expect(vic.page.getByRole('textbox')).toHaveCount(0)
    await vic.select('Flooding')
    await expect(vic.selectionBar).toHaveCount(0)
    await vic.page.keyboard.press('c')
    await expect(said(vic.page)).toContainText(['Read this'])
  })

  test('COMMENT-50, COMMENT-53: links and places by the key C and by menu; what is typed at once is for the comment', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const { page } = ana
    const from = await ana.middleOf('Rain')
    await chooseLink(ana, 'Rain increases Flooding')
    await expect(ana.inspector).toBeVisible()
    await page.keyboard.press('c')
    await page.keyboard.type('no nonsense')
    await expect(page.getByRole('textbox', { name: 'New comment' })).toHaveValue('no nonsense')
    await page.keyboard.press('Control+Enter')
    await expect(pin(page, '1 comment on “Rain increases Flooding”')).toBeVisible()
    await expect(ana.elements).toHaveCount(3)

    await page.mouse.click(from.x, from.y - 150, { button: 'right' })
    await page.getByRole('menuitem', { name: 'Comment here' }).click()
    await page.keyboard.type('Something is missing')
    await page.keyboard.press('Control+Enter')
    await expect(pin(page, '1 comment on A place on the map')).toBeVisible()

    // All pins are one stop, and each goes on to the next by an arrow.
    const pins = page.getByRole('toolbar', { name: 'Comments on the map' }).getByRole('button')
    await expect(pins).toHaveCount(2)
    await pins.first().focus()
    await page.keyboard.press('ArrowRight')
    await expect(pins.last()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(said(page)).toHaveCount(1)

    // A pin goes along with what it is about.
    await commentOn(ana, 'Lost harvest', 'Here')
    const before = await pin(page, '1 comment on “Lost harvest”').boundingBox()
    const middle = await ana.middleOf('Lost harvest')
    await ana.drag(middle, { x: middle.x + 100, y: middle.y + 40 })
    await expect
      .poll(async () =>
        Math.round(((await pin(page, '1 comment on “Lost harvest”').boundingBox())?.x ?? 0) - (before?.x ?? 0)),
      )
      .toBeGreaterThan(80)
  })

  test('COMMENT-7, COMMENT-54: somebody is spoken to by name, by keyboard alone, is told, and finds it among theirs', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map, { grant: 'contribute' })
    const gone = await come('Bea', map, { grant: 'comment' })
    await gone.page.close()
    await ana.select('Rain')
    await ana.page.keyboard.press('c')
    await expect(ana.page.getByRole('textbox', { name: 'New comment' })).toBeFocused()
    await ana.page.keyboard.type('Look at this, @be')
    await expect(ana.page.getByRole('option')).toHaveText(['BBea', 'BBen'])
    await ana.page.keyboard.press('ArrowDown')
    await expect(ana.page.getByRole('option', { selected: true })).toHaveText('BBen')
    await ana.page.keyboard.press('Enter')
    await expect(ana.page.getByRole('textbox', { name: 'New comment' })).toHaveValue('Look at this, @Ben ')
    await ana.page.keyboard.type('please @b')
    await expect(ana.page.getByRole('listbox')).toBeVisible()
    await ana.page.keyboard.press('Escape')
    await expect(ana.page.getByRole('listbox')).toHaveCount(0)
    await expect(panel(ana.page)).toBeVisible()
    await ana.page.keyboard.press('Control+Enter')
    await expect(ben.toast('Ana speaks to you in a comment.')).toBeVisible()
    await ben.page.getByRole('button', { name: 'Open', exact: true }).click()
    await expect(said(ben.page).locator('strong')).toHaveText('@Ben')
    await commentOn(ana, 'Flooding', 'Not to anybody')
    await openList(ben.page)
    const rows = ben.page.getByRole('list', { name: 'Threads' }).getByRole('listitem')
    await expect(rows).toHaveCount(2)
    await ben.page.getByRole('button', { name: 'Mine or to me' }).click()
    await expect(rows).toHaveCount(1)
    await expect(rows).toContainText('Rain')
    await ben.page.getByRole('button', { name: 'New', exact: true }).click()
    await expect(panel(ben.page).getByText('No thread is like this.')).toBeVisible()
  })

  test('COMMENT-57: what a thread is about comes out from under the panel when it is opened', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    await commentOn(ana, 'Rain', 'Of which season?')
    await ana.page.keyboard.press('Escape')
    await panel(ana.page).getByRole('button', { name: 'Close' }).click()
    await expect(panel(ana.page)).toHaveCount(0)
    // To where the panel will be.
    const { x, y } = await ana.middleOf('Rain')
    await ana.page.mouse.move(700, 700)
    await ana.page.mouse.wheel(x - 220, 0)
    await expect.poll(async () => (await ana.middleOf('Rain')).x).toBeLessThan(300)
    expect((await ana.middleOf('Rain')).y).toBeCloseTo(y, -1)
    await pin(ana.page, '1 comment on “Rain”').click()
    await expect(said(ana.page)).toContainText(['Of which season?'])
    const edge = await panel(ana.page).boundingBox()
    await expect
      .poll(async () => ((await ana.element('Rain').boundingBox())?.x ?? 0) - ((edge?.x ?? 0) + (edge?.width ?? 0)))
      .toBeGreaterThan(0)
  })

  test('COMMENT-9, COMMENT-52: a thread outlives what it is about, and comes back to it', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map, { grant: 'contribute' })
    await commentOn(ana, 'Rain', 'Keep me')
    await expect(pin(ben.page, /on “Rain”/)).toBeVisible()
    await ben.select('Rain')
    await ben.page.keyboard.press('Delete')
    await expect(pin(ben.page, /on “Rain”/)).toHaveCount(0)
    await expect(
      panel(ana.page).getByRole('heading', { name: 'On “Rain”, which is no longer on the map' }),
    ).toBeVisible()
    await openList(ana.page)
    await expect(panel(ana.page).getByText('“Rain”, which is no longer on the map')).toBeVisible()
    // All of it is read in a list as narrow as the panel.
    const words = panel(ana.page).getByText('“Rain”, which is no longer on the map')
    expect(await words.evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true)
    await ben.page.keyboard.press('Control+z')
    await expect(pin(ben.page, /on “Rain”/)).toBeVisible()
    await expect(panel(ana.page).getByText('no longer on the map')).toHaveCount(0)
  })

  test('COMMENT-3, COMMENT-4: own words are changed and deleted; a thread is resolved, filtered and opened again', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const kim = await come('Kim', map, { grant: 'comment' })
    await commentOn(kim, 'Rain', 'Fisrt')
    await kim.page.getByRole('button', { name: 'What you can do about the comment by Kim' }).click()
    await kim.page.getByRole('menuitem', { name: 'Change…' }).click()
    await kim.page.getByRole('textbox', { name: 'Change your comment' }).fill('First')
    await kim.page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(said(kim.page)).toContainText(['First'])
    await expect(said(kim.page)).toContainText(['edited'])
    await pin(fay.page, /on “Rain”/).click()
    await expect(said(fay.page)).toContainText(['First'])
    // Half-written words are not lost when somebody else resolves the thread.
    await kim.page.getByRole('textbox', { name: 'Your answer' }).fill('I was about to say')
    await fay.page.getByRole('button', { name: 'Resolve' }).click()
    await expect(panel(kim.page).getByText('I was about to say')).toBeVisible()
    await expect(pin(fay.page, /on “Rain”/)).toBeVisible()
    await openList(fay.page)
    await expect(pin(fay.page, /on “Rain”/)).toHaveCount(0)
    await fay.page.getByRole('radio', { name: 'Resolved (1)' }).click()
    await fay.page.getByRole('button', { name: /First/ }).click()
    await fay.page.getByRole('button', { name: 'Reopen' }).click()
    await expect(kim.page.getByRole('textbox', { name: 'Your answer' })).toHaveValue('I was about to say')
    await fay.page.getByRole('button', { name: 'What you can do about the comment by Kim' }).click()
    await expect(fay.page.getByRole('menuitem', { name: 'Change…' })).toHaveCount(0)
    await fay.page.getByRole('menuitem', { name: 'Delete' }).click()
    await expect(panel(kim.page).getByText('This thread has been deleted.')).toBeVisible()
    await expect(panel(kim.page).getByText('I was about to say')).toBeVisible()
  })

  test('COMMENT-31: words stay while the network is away and over a reload, and are sent once', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    const { page } = ana
    await ana.select('Rain')
    await ana.selectionBar.getByRole('button', { name: 'Comment' }).click()
    const field = page.getByRole('textbox', { name: 'New comment' })
    await field.fill('Said without a network')
    // The server takes it, and its answer is lost on the way.
    await page.route('**/comments?*', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(panel(page).getByRole('alert')).toContainText('Your words stay here')
    await expect(field).toHaveValue('Said without a network')
    await expect(pin(ben.page, '1 comment on “Rain”, 1 new')).toBeVisible()
    await page.unroute('**/comments?*')
    await page.reload()
    await ana.isOpen()
    await ana.select('Rain')
    await ana.selectionBar.getByRole('button', { name: 'Comment' }).click()
    await expect(field).toHaveValue('Said without a network')
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(said(page)).toHaveCount(1)
    await expect(pin(ben.page, '1 comment on “Rain”, 1 new')).toBeVisible()
    await page.getByRole('textbox', { name: 'Your answer' }).fill('   ')
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(panel(page).getByRole('alert')).toHaveText('Write something first.')
  })

  test('COMMENT-70, COMMENT-71, COMMENT-72: contributions carry marks, and facilitators see how the dialogue is shared', async ({
    makeMap,
    come,
  }) => {
    const map = await makeMap({ template: 'stakeholder' })
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const kim = await come('Kim', map, { grant: 'comment' })
    const name = /^(.*?)\. Stakeholder/.exec((await kim.elements.first().getAttribute('aria-label')) ?? '')?.[1] ?? ''
    await kim.select(name)
    await kim.page.keyboard.press('c')
    await kim.page.getByRole('textbox', { name: 'New comment' }).fill('I propose to ask them')
    await kim.page.getByRole('button', { name: 'Move', exact: true }).click()
    await kim.page.getByRole('button', { name: 'Send' }).click()
    await expect(said(kim.page)).toContainText(['Move'])
    await openList(kim.page)
    await expect(kim.page.getByRole('button', { name: 'Dialogue balance' })).toHaveCount(0)
    await openList(fay.page)
    await fay.page.getByRole('button', { name: 'Dialogue balance' }).click()
    const balance = fay.page.getByRole('region', { name: 'Dialogue balance' })
    await expect(balance.getByRole('listitem').filter({ hasText: 'Move' }).first()).toContainText('1')
    await expect(balance).toContainText('Here and has not written yet: Fay.')
    await expect(balance).toContainText('No comment is about:')
  })

  test('COMMENT-50: on a phone a comment is written from the sheet of what was tapped', async ({ importMap, come }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const kim = await come('Kim', map, { grant: 'comment', ...phone })
    await kim.element('Rain').tap()
    await kim.page.getByRole('button', { name: 'Comment', exact: true }).tap()
    const sheet = kim.page.getByRole('dialog', { name: 'Comments' })
    await sheet.getByRole('textbox', { name: 'New comment' }).fill('From the bus')
    await sheet.getByRole('button', { name: 'Send' }).tap()
    await expect(said(kim.page)).toContainText(['From the bus'])
    await expect(pin(ana.page, '1 comment on “Rain”, 1 new')).toBeVisible()
    await sheet.getByRole('button', { name: 'Show on the map' }).tap()
    await expect(sheet).toHaveCount(0)
    await expect(pin(kim.page, '1 comment on “Rain”')).toBeVisible()
  })

  for (const [look, options] of looks) {
    test(`COMMENT-50, COMMENT-51: nothing is wrong with the panel, ${look}`, async ({ importMap, server, come }) => {
      const map = await importMap(threeVariables)
      const kim = await come('Kim', map, { grant: 'comment' })
      const data = { anchor: { kind: 'element', id: 'rain' }, text: 'One', mark: 'oppose' }
      const headers = { origin: server.url }
      await kim.page.request.post(`${server.url}/api/maps/${map.id}/comments`, { data, headers })
      await kim.page.close()
      const ana = await come('Ana', map, options)
      const { page } = ana
      if ('isMobile' in options) {
        await page.getByRole('button', { name: 'More' }).click()
        await page.getByRole('button', { name: /^Comments/ }).click()
      } else await openList(page)
      await isClean(page, 'the list')
      await page.getByRole('button', { name: /Rain.*One/s }).click()
      await expect(said(page)).toHaveCount(1)
      await page.getByRole('textbox', { name: 'Your answer' }).click()
      await page.keyboard.type('@k')
      await expect(page.getByRole('option')).toHaveCount(1)
      await isClean(page, 'a thread, and people to speak to')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'All comments' }).click()
      await page.getByRole('button', { name: 'Dialogue balance' }).click()
      await isClean(page, 'the balance')
      await page.getByRole('button', { name: 'All comments' }).click()
      await page.getByRole('radio', { name: /^Resolved/ }).click()
      await isClean(page, 'nothing resolved')
      await page.getByRole('button', { name: 'Close' }).first().click()
      await isClean(page, 'the pins')
    })
  }
})
