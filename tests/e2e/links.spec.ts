import type { Locator, Page } from '@playwright/test'
import { startAppServer } from '../helpers/appServer'
import { isClean, looks } from './isClean'
import { MapScreen } from './mapScreen'
import { expect, phone, test } from './weftTest'

const hour = 60 * 60 * 1000

/** Makes a map from the start page, so that its links are known on this device, and opens the share dialog. */
async function openShare(page: Page, url: string): Promise<Locator> {
  await page.goto(url)
  await page.getByRole('button', { name: /Blank map/ }).click()
  await page.getByRole('textbox', { name: 'First name' }).fill('Ana')
  await page.keyboard.press('Enter')
  await new MapScreen(page).isOpen()
  return showShare(page)
}

async function showShare(page: Page): Promise<Locator> {
  const more = page.getByRole('navigation', { name: 'Actions' }).getByRole('button', { name: 'More' })
  const button = page.getByRole('button', { name: 'Share', exact: true })
  await expect(more.or(button)).toBeVisible()
  if (await more.isVisible()) {
    await more.tap()
    await page.getByRole('dialog', { name: 'More' }).getByRole('button', { name: 'Share' }).tap()
  } else await button.click()
  const share = page.getByRole('dialog', { name: 'Share' })
  await expect(share.getByRole('heading', { name: 'Links' })).toBeVisible()
  return share
}

/** The settings of the first link of a kind. */
async function openSettings(share: Locator, kind: string): Promise<Locator> {
  await share.getByRole('button', { name: new RegExp(`^Change the link: ${kind}`) }).click()
  return share.getByRole('region', { name: new RegExp(`^Passcode, end and address of the link: ${kind}`) })
}

const addressOf = async (share: Locator): Promise<string> =>
  share.getByRole('textbox', { name: 'Link to take part' }).inputValue()

async function fillIn(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) await page.getByRole('textbox', { name }).fill(text)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
}

test.describe('links with passcodes', () => {
  test('LINK-1, LINK-3, LINK-30, LINK-32: set in the share dialog, asked for in another browser; a wrong one is told in its place and the name stays', async ({
    server,
    browserOf,
  }) => {
    const page = await (await browserOf()).newPage()
    const share = await openShare(page, server.url)
    const address = await addressOf(share)
    const settings = await openSettings(share, 'Take part')
    await settings.getByRole('textbox', { name: 'Passcode' }).fill('abc')
    await settings.getByRole('button', { name: 'Ask for a passcode' }).click()
    await expect(settings.getByRole('alert')).toHaveText('A passcode needs at least 4 characters.')
    await settings.getByRole('textbox', { name: 'Passcode' }).fill('sunflower')
    await page.keyboard.press('Enter')
    await expect(new MapScreen(page).toast('The link asks new people for this passcode.')).toBeVisible()
    await expect(settings.getByRole('textbox', { name: 'New passcode' })).toHaveValue('')
    await expect(share.getByRole('list', { name: 'Before this link' }).first()).toHaveText('Passcode')
    await share.getByRole('button', { name: 'Make a code' }).click()
    await expect(share.getByText('It asks for the link’s passcode.')).toBeVisible()
    const letters = (
      await share
        .getByRole('status')
        .filter({ hasText: /^\w{3} \w{3}$/ })
        .innerText()
    ).replace(' ', '')

    const other = await (await browserOf(phone)).newPage()
    await other.goto(address)
    await expect(other.getByRole('heading', { name: 'This map asks for a passcode' })).toBeVisible()
    const passcode = other.getByRole('textbox', { name: 'Passcode' })
    await expect(passcode).toBeFocused()
    await fillIn(other, { Passcode: 'moonflower', 'Your first name': 'Ben' })
    await expect(other.getByText('This is not the passcode.')).toBeVisible()
    await expect(passcode).toBeFocused()
    await expect(passcode).toHaveAttribute('aria-invalid', 'true')
    await expect(other.getByRole('textbox', { name: 'Your first name' })).toHaveValue('Ben')
    const [wide, screen] = await other.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
    expect(wide).toBeLessThanOrEqual(screen ?? 0)
    await passcode.fill('sunflower')
    await passcode.press('Enter')
    await new MapScreen(other).isOpen()
    await other.reload()
    await new MapScreen(other).isOpen()

    const byCode = await (await browserOf()).newPage()
    await byCode.goto(`${server.url}/j/${letters}`)
    await fillIn(byCode, { 'Your first name': 'Chris' })
    await expect(byCode.getByRole('textbox', { name: 'Passcode' })).toBeFocused()
    await fillIn(byCode, { Passcode: 'sunflower' })
    await new MapScreen(byCode).isOpen()
    await expect(byCode.getByRole('button', { name: '3 people are here' })).toBeVisible()

    await settings.getByRole('button', { name: 'Remove passcode' }).click()
    await expect(settings.getByRole('textbox', { name: 'Passcode', exact: true })).toBeFocused()
    const free = await (await browserOf()).newPage()
    await free.goto(address)
    await expect(free.getByRole('textbox', { name: 'Your first name' })).toBeFocused()
    await expect(free.getByRole('textbox', { name: 'Passcode' })).toHaveCount(0)
  })

  test('LINK-32: one that is set while somebody stands at the door is asked for, and their name stays; who only looks gives it too', async ({
    server,
    map,
    browserOf,
  }) => {
    const page = await (await browserOf()).newPage()
    await page.goto(map.links.view.url)
    await page.getByRole('textbox', { name: 'Your first name' }).fill('Vera')
    const set = await page.request.patch(`${server.url}/api/maps/${map.id}/links/${map.links.view.id}`, {
      data: { passcode: 'sunflower' },
      headers: { authorization: `Bearer ${map.links.owner.key}` },
    })
    expect(set.status()).toBe(200)
    await page.getByRole('button', { name: 'Join', exact: true }).click()
    await expect(page.getByRole('textbox', { name: 'Passcode' })).toBeFocused()
    await expect(page.getByRole('textbox', { name: 'Your first name' })).toHaveValue('Vera')
    await page.getByRole('button', { name: 'Look without a name' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'This link has a passcode.' })).toBeVisible()
    await page.getByRole('textbox', { name: 'Passcode' }).fill('sunflower')
    await page.getByRole('button', { name: 'Look without a name' }).click()
    await new MapScreen(page).isOpen()
  })
})

test('LINK-5: after too many wrong passcodes one is told how long to wait, and then comes in', async ({
  browserOf,
}) => {
  const timed = await startAppServer()
  try {
    const page = await (await browserOf()).newPage()
    const share = await openShare(page, timed.url)
    const address = await addressOf(share)
    const settings = await openSettings(share, 'Take part')
    await settings.getByRole('textbox', { name: 'Passcode' }).fill('sunflower')
    await settings.getByRole('button', { name: 'Ask for a passcode' }).click()
    await expect(settings.getByRole('button', { name: 'Remove passcode' })).toBeVisible()
    const { pathname, hash } = new URL(address)
    for (let tries = 0; tries < 10; tries += 1) {
      const answer = await page.request.post(`${timed.url}/api${pathname.replace('/m/', '/maps/')}/join`, {
        data: { key: hash.slice('#k='.length), name: 'Eve', passcode: 'moonflower' },
        headers: { origin: timed.url },
      })
      expect(answer.status()).toBe(401)
    }
    const ben = await (await browserOf()).newPage()
    await ben.goto(address)
    await fillIn(ben, { Passcode: 'sunflower', 'Your first name': 'Ben' })
    await expect(ben.getByText(/^Too many wrong passcodes\. Wait \d+ seconds, then try again\.$/)).toBeVisible()
    await timed.advance(30_000)
    await ben.getByRole('button', { name: 'Join', exact: true }).click()
    await new MapScreen(ben).isOpen()
  } finally {
    await timed.remove()
  }
})

test.describe('links that end', () => {
  test('LINK-10, LINK-11, LINK-30, LINK-33: from its end on nobody new comes in and is told since when; who is in stays; a later end lets in again', async ({
    browserOf,
  }) => {
    const timed = await startAppServer()
    try {
      const page = await (await browserOf()).newPage()
      let share = await openShare(page, timed.url)
      const address = await addressOf(share)
      const settings = await openSettings(share, 'Take part')
      await settings.getByRole('button', { name: 'In 1 hour' }).click()
      await expect(settings.getByRole('status')).toHaveText(/^Ends (today|tomorrow), \d\d:\d\d$/)
      await expect(share.getByRole('list', { name: 'Before this link' }).first()).toHaveText(/^Ends/)

      const ben = await (await browserOf()).newPage()
      await ben.goto(address)
      await fillIn(ben, { 'Your first name': 'Ben' })
      await new MapScreen(ben).isOpen()

      await timed.advance(hour)
      const late = await (await browserOf(phone)).newPage()
      await late.goto(address)
      await expect(late.getByRole('heading', { name: 'This link has ended' })).toBeFocused()
      await expect(
        late.getByText(
          /^This link ended (today|yesterday|tomorrow), \d\d:\d\d\. Ask whoever invited you for a new one\.$/,
        ),
      ).toBeVisible()
      await ben.reload()
      await new MapScreen(ben).isOpen()

      await page.keyboard.press('Escape')
      share = await showShare(page)
      await expect(share.getByText(/^Ended .* Whoever came by this link is still in/)).toBeVisible()
      await expect(share.getByRole('button', { name: 'Copy link: Take part' })).toBeHidden()
      const again = await openSettings(share, 'Take part')
      await again.getByRole('button', { name: 'Date and time…' }).click()
      const moment = again.getByLabel('Lets people in until')
      await moment.fill('2020-01-01T10:00')
      await again.getByRole('button', { name: 'Set', exact: true }).click()
      await expect(again.getByRole('alert')).toHaveText('That moment has passed already. Choose a later one.')
      await moment.fill('2099-01-01T10:00')
      await again.getByRole('button', { name: 'Set', exact: true }).click()
      await expect(again.getByRole('status')).toHaveText('Ends 1 Jan 2099, 10:00')
      await expect(again.getByRole('button', { name: 'Date and time…' })).toBeFocused()
      await late.getByRole('button', { name: 'Try again' }).click()
      await fillIn(late, { 'Your first name': 'Lea' })
      await new MapScreen(late).isOpen()
      await again.getByRole('button', { name: 'Remove the end' }).click()
      await expect(again.getByRole('status')).toHaveText(/^No end/)
    } finally {
      await timed.remove()
    }
  })

  test('LINK-20, LINK-22, LINK-31: one press renews a link after saying what that does; the old address lets nobody new in', async ({
    server,
    browserOf,
  }) => {
    const page = await (await browserOf()).newPage()
    const share = await openShare(page, server.url)
    const old = await addressOf(share)
    const ben = await (await browserOf()).newPage()
    await ben.goto(old)
    await fillIn(ben, { 'Your first name': 'Ben' })
    await new MapScreen(ben).isOpen()

    const settings = await openSettings(share, 'Take part')
    await settings.getByRole('button', { name: 'Renew link' }).click()
    const question = page.getByRole('alertdialog', { name: 'Renew this link?' })
    await expect(question).toContainText('let nobody new in any more')
    await question.getByRole('button', { name: 'Renew link' }).click()
    const made = page.getByRole('dialog', { name: 'The new link' })
    const fresh = await made.getByRole('textbox', { name: 'Link: Take part' }).inputValue()
    expect(fresh).not.toBe(old)
    await expect(made.getByRole('img', { name: 'QR code of the new link' })).toBeVisible()
    await made.getByRole('button', { name: 'Done' }).click()
    await expect(made).toBeHidden()
    await expect(share.locator(':focus')).toHaveCount(1)
    expect(await addressOf(share)).toBe(fresh)
    await expect(share.getByRole('list', { name: 'Before this link' }).filter({ hasText: /^Ended today/ })).toHaveCount(
      1,
    )

    const late = await (await browserOf()).newPage()
    await late.goto(old)
    await expect(late.getByRole('heading', { name: 'This link has ended' })).toBeVisible()
    await late.goto(fresh)
    await fillIn(late, { 'Your first name': 'Lea' })
    await new MapScreen(late).isOpen()
    await expect(ben.getByRole('button', { name: '3 people are here' })).toBeVisible()
  })
})

for (const [look, options] of looks) {
  test(`axe finds nothing: what stands before a link, ${look}`, async ({ server, browserOf }) => {
    const page = await (await browserOf(options)).newPage()
    const share = await openShare(page, server.url)
    const address = await addressOf(share)
    const settings = await openSettings(share, 'Take part')
    await isClean(page, 'a link without passcode and end')
    await settings.getByRole('textbox', { name: 'Passcode' }).fill('abc')
    await settings.getByRole('button', { name: 'Ask for a passcode' }).click()
    await settings.getByRole('button', { name: 'Date and time…' }).click()
    await isClean(page, 'a passcode that is too short, a date asked for')
    await settings.getByRole('button', { name: 'In 7 days' }).click()
    await settings.getByRole('textbox', { name: 'Passcode' }).fill('sunflower')
    await settings.getByRole('button', { name: 'Ask for a passcode' }).click()
    await expect(settings.getByRole('button', { name: 'Remove passcode' })).toBeVisible()
    await isClean(page, 'a link with passcode and end')

    const door = await (await browserOf(options)).newPage()
    await door.goto(address)
    await fillIn(door, { Passcode: 'moonflower', 'Your first name': 'Ben' })
    await expect(door.getByText('This is not the passcode.')).toBeVisible()
    await isClean(door, 'the door of a link with a passcode')

    await settings.getByRole('button', { name: 'Renew link' }).click()
    await isClean(page, 'whether to renew')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Renew link' }).click()
    await expect(page.getByRole('dialog', { name: 'The new link' })).toBeVisible()
    await isClean(page, 'the new link')
    await door.reload()
    await expect(door.getByRole('heading', { name: 'This link has ended' })).toBeVisible()
    await isClean(door, 'the door of a link that ended')
  })
}
