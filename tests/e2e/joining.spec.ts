import type { Page } from '@playwright/test'
import { threeVariables } from './sampleFiles'
import { MapScreen } from './mapScreen'
import { expect, phone, test } from './weftTest'

async function enterByLink(page: Page, url: string, name: string): Promise<MapScreen> {
  await page.goto(url)
  await page.getByRole('textbox', { name: 'Your first name' }).fill(name)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  const screen = new MapScreen(page)
  await screen.isOpen()
  return screen
}

test.describe('the start page', () => {
  for (const [card, title, sample] of [
    ['Causal-loop map', 'Why do people take the bus?', 'Waiting time'],
    ['Stakeholder map', 'Who makes walking to school safe?', 'Town council'],
    ['Causes and actors', 'Loneliness in later life', 'Volunteer group'],
    ['From leader to community', "How does a leader's work reach the community?", 'Work that is shared'],
    ['Blank map', 'Untitled map', undefined],
  ] as const) {
    test(`TPL-1, PAGE-1: ${card} makes a map with its example, and the map is listed`, async ({
      server,
      browserOf,
    }) => {
      const context = await browserOf()
      const page = await context.newPage()
      await page.goto(server.url)
      await page.getByRole('button', { name: new RegExp(card) }).click()
      const ask = page.getByRole('dialog', { name: 'What is your first name?' })
      await ask.getByRole('textbox', { name: 'First name' }).fill('Ana')
      await ask.getByRole('button', { name: 'Go on' }).click()
      const ana = new MapScreen(page)
      await ana.isOpen()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
      if (sample === undefined) await expect(page.getByRole('button', { name: 'Add a variable' })).toBeVisible()
      else await expect(ana.element(sample)).toBeVisible()
      await ana.isSaved()

      await page.goto(server.url)
      const recent = page.getByRole('region', { name: 'Recent' })
      await expect(recent.getByRole('link', { name: new RegExp(title.replace('?', '\\?')) })).toBeVisible()
      await recent.getByRole('link', { name: new RegExp(title.replace('?', '\\?')) }).click()
      await ana.isOpen()
    })
  }

  test('PAGE-29: on a phone the code is typed in the first screen, and a wide screen has it beside the templates', async ({
    server,
    browserOf,
  }) => {
    const page = await (await browserOf(phone)).newPage()
    await page.goto(server.url)
    await expect(page.getByRole('heading', { name: 'Join with a code' })).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('button', { name: 'Join', exact: true })).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('button', { name: /Causal-loop map/ })).toBeInViewport()
    await page.setViewportSize({ width: 1440, height: 900 })
    await expect(page.getByRole('heading', { name: 'Join with a code' })).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('button', { name: /Causal-loop map/ })).toBeInViewport({ ratio: 1 })
  })

  test('PAGE-1: a name is asked for once', async ({ server, browserOf }) => {
    const page = await (await browserOf()).newPage()
    await page.goto(server.url)
    await page.getByRole('button', { name: /Blank map/ }).click()
    await page.getByRole('textbox', { name: 'First name' }).fill('Ana')
    await page.keyboard.press('Enter')
    const ana = new MapScreen(page)
    await ana.isOpen()
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('menuitem', { name: 'Start page' }).click()
    await page.getByRole('button', { name: /Blank map/ }).click()
    await ana.isOpen()
    await expect(page.getByRole('button', { name: 'Only you are here' })).toBeVisible()
  })

  test('a file is imported by choosing it and by dropping it', async ({ server, browserOf }) => {
    const page = await (await browserOf()).newPage()
    await page.goto(server.url)
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a file' }).click()
    await (
      await chooser
    ).setFiles({
      name: threeVariables.name,
      mimeType: threeVariables.type,
      buffer: Buffer.from(threeVariables.content),
    })
    await page.getByRole('textbox', { name: 'First name' }).fill('Ana')
    await page.keyboard.press('Enter')
    const ana = new MapScreen(page)
    await ana.isOpen()
    await expect(ana.link('Rain increases Flooding')).toBeVisible()

    await page.goto(server.url)
    const data = await page.evaluateHandle(
      ({ name, type, content }) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([content], name, { type }))
        return transfer
      },
      { name: 'dropped.csv', type: 'text/csv', content: 'from,to,sign\nSun,Growth,+\n' },
    )
    for (const kind of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('body', kind, { dataTransfer: data })
    await ana.isOpen()
    await expect(ana.link('Sun increases Growth')).toBeVisible()
  })
})

test.describe('joining', () => {
  test('a link, a first name, and in; the key leaves the address; a reload asks nothing again', async ({
    map,
    browserOf,
  }) => {
    const page = await (await browserOf()).newPage()
    await page.goto(map.links.contribute.url)
    await expect(page.getByText('You can add to the map and change it.')).toBeVisible()
    await page.getByRole('button', { name: 'Join', exact: true }).click()
    await expect(page.getByText('Type your first name')).toBeVisible()
    const ben = await enterByLink(page, map.links.contribute.url, 'Ben')
    expect(page.url()).not.toContain(map.links.contribute.key)
    await ben.add('Trust', { x: 600, y: 400 })
    await ben.isSaved()
    await page.reload()
    await ben.isOpen()
    await expect(ben.element('Trust')).toBeVisible()
    await page.getByRole('button', { name: 'Only you are here' }).click()
    await expect(page.getByText('Ben (you)')).toBeVisible()
  })

  test('a short code from the share dialog leads in, from the start page and from its own address', async ({
    server,
    map,
    come,
    browserOf,
  }) => {
    const ana = await come('Ana', map)
    await ana.page.getByRole('button', { name: 'Share', exact: true }).click()
    const share = ana.page.getByRole('dialog', { name: 'Share' })
    await share.getByRole('button', { name: 'Make a code' }).click()
    const code = share.getByRole('status').filter({ hasText: /^\w{3} \w{3}$/ })
    await expect(code).toBeVisible()
    const letters = (await code.innerText()).replace(' ', '')

    const page = await (await browserOf()).newPage()
    await page.goto(server.url)
    await page.getByRole('textbox', { name: 'Code, six characters' }).fill(letters.toLowerCase())
    await page.getByRole('textbox', { name: 'Your first name' }).fill('Ben')
    await page.getByRole('button', { name: 'Join', exact: true }).click()
    const ben = new MapScreen(page)
    await ben.isOpen()
    // PAGE-22
    await expect(ben.canvas).toBeFocused()
    await expect(page.getByRole('button', { name: '2 people are here' })).toBeVisible()

    const chris = await (await browserOf()).newPage()
    await chris.goto(`${server.url}/j/${letters}`)
    await chris.getByRole('textbox', { name: 'Your first name' }).fill('Chris')
    await chris.getByRole('button', { name: 'Join', exact: true }).click()
    await new MapScreen(chris).isOpen()
    await expect(page.getByRole('button', { name: '3 people are here' })).toBeVisible()
  })

  test('PAGE-17: on a page for joining, what is to be typed first has the focus: the code, else the name', async ({
    server,
    browserOf,
  }) => {
    const page = await (await browserOf()).newPage()
    const code = page.getByRole('textbox', { name: /^Code/ })
    const name = page.getByRole('textbox', { name: 'Your first name' })
    await page.goto(`${server.url}/join`)
    await expect(code).toBeFocused()
    await page.keyboard.type('abc234')
    await page.keyboard.press('Tab')
    await expect(name).toBeFocused()
    await page.goto(`${server.url}/j/ABC234`)
    await expect(code).toHaveValue('ABC234')
    await expect(name).toBeFocused()
  })

  test('a code for looking only says so at the door, and needs no name', async ({ server, map, browserOf }) => {
    const context = await browserOf()
    const made = await context.request.post(`${server.url}/api/maps/${map.id}/codes`, {
      data: { grant: 'view' },
      headers: { authorization: `Bearer ${map.links.owner.key}` },
    })
    const { code } = (await made.json()) as { readonly code: string }
    const page = await context.newPage()
    await page.goto(`${server.url}/m/${map.id}#c=${code}`)
    await page.getByRole('button', { name: 'Look without a name' }).click()
    await new MapScreen(page).isOpen()
  })

  test('PAGE-5: a link that somebody else switched off is offered no more on the device that made it', async ({
    server,
    browserOf,
  }) => {
    const page = await (await browserOf()).newPage()
    await page.goto(server.url)
    await page.getByRole('button', { name: /Blank map/ }).click()
    await page.getByRole('textbox', { name: 'First name' }).fill('Ana')
    await page.keyboard.press('Enter')
    const ana = new MapScreen(page)
    await ana.isOpen()
    const share = page.getByRole('dialog', { name: 'Share' })
    const address = share.getByRole('textbox', { name: 'Link to take part' })
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await expect(address).toHaveValue(/#k=/)
    await ana.press('Escape')

    const links = `${server.url}/api${new URL(page.url()).pathname.replace('/m/', '/maps/')}/links`
    const listed = (await (await page.request.get(links)).json()) as {
      readonly links: readonly { readonly id: string; readonly grant: string }[]
    }
    const contribute = listed.links.find(({ grant }) => grant === 'contribute')?.id ?? ''
    const revoked = await page.request.delete(`${links}/${contribute}`, { headers: { origin: server.url } })
    expect(revoked.status()).toBe(204)

    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await expect(share.getByRole('button', { name: 'Make a new link', exact: true })).toBeVisible()
    await expect(address).toBeHidden()
    await expect(share.getByRole('button', { name: 'Copy link: View' })).toBeVisible()
    await ana.press('Escape')
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await expect(share.getByRole('button', { name: 'Make a new link', exact: true })).toBeVisible()
  })

  test('a code that leads nowhere, a dead key and an unknown map say so, with a way on', async ({
    server,
    map,
    browserOf,
  }) => {
    const page = await (await browserOf()).newPage()
    await page.goto(server.url)
    await page.getByRole('textbox', { name: 'Code, six characters' }).fill('QQQQQQ')
    await page.getByRole('textbox', { name: 'Your first name' }).fill('Ben')
    await page.getByRole('button', { name: 'Join', exact: true }).click()
    await expect(page.getByText('No map has this code.')).toBeVisible()

    for (const [address, title] of [
      [`${server.url}/m/${map.id}#k=${'x'.repeat(22)}`, 'This link opens nothing'],
      [`${server.url}/m/${map.id}`, 'This map needs an invitation'],
      [`${server.url}/m/doesnotexist00000000#k=${map.links.view.key}`, 'There is no such map'],
    ] as const) {
      const other = await (await browserOf()).newPage()
      await other.goto(address)
      await expect(other.getByRole('heading', { name: title })).toBeVisible()
      await expect(other.getByRole('button', { name: 'Try again' })).toBeVisible()
      await other.getByRole('link', { name: 'To the start page' }).click()
      await expect(other.getByRole('heading', { name: 'Start a map' })).toBeVisible()
    }
    await page.goto(`${server.url}/nothing/here`)
    await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
  })

  test('two tabs of one browser by two links keep their own roles', async ({ map, browserOf }) => {
    const context = await browserOf()
    const first = await enterByLink(await context.newPage(), map.links.contribute.url, 'Ben')
    const second = await enterByLink(await context.newPage(), map.links.view.url, 'Ben')
    await expect(second.page.getByText('View only')).toBeVisible()
    await first.add('Trust', { x: 600, y: 400 })
    await expect(second.element('Trust')).toBeVisible()
    await second.page.reload()
    await second.isOpen()
    await expect(second.page.getByText('View only')).toBeVisible()
    await first.page.reload()
    await first.isOpen()
    await expect(
      first.page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Variable' }),
    ).toBeVisible()
  })
})

test.describe('links that only look', () => {
  test('a view link: nothing to edit with, keys and double-click do nothing', async ({ importMap, come }) => {
    const map = await importMap(threeVariables)
    const vera = await come('Vera', map, { grant: 'view' })
    await expect(vera.element('Rain')).toBeVisible()
    await expect(vera.page.getByText('View only')).toBeVisible()
    const tools = vera.page.getByRole('toolbar', { name: 'Tools' })
    for (const tool of ['Variable', 'Stakeholder', 'Link', 'Note', 'Frame']) {
      await expect(tools.getByRole('button', { name: tool, exact: true })).toHaveCount(0)
    }
    await expect(vera.page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
    await vera.select('Rain')
    await expect(vera.selectionBar).toBeHidden()
    await vera.press('Delete', 'n', 'F2')
    await vera.page.mouse.dblclick(900, 700)
    const before = await vera.middleOf('Flooding')
    await vera.drag(before, { x: before.x + 200, y: before.y + 100 })
    await expect(vera.nameField).toBeHidden()
    await expect(vera.elements).toHaveCount(3)
    expect(await vera.middleOf('Flooding')).toEqual(before)
    for (const field of await vera.page.getByRole('textbox').all()) await expect(field).not.toBeEditable()
  })

  test('a viewer may come in without a name', async ({ map, browserOf }) => {
    const page = await (await browserOf()).newPage()
    await page.goto(map.links.view.url)
    await page.getByRole('button', { name: 'Look without a name' }).click()
    await new MapScreen(page).isOpen()
  })

  test('a link that is switched off shuts out whoever came by it, at once and for good', async ({
    map,
    come,
    server,
  }) => {
    const ben = await come('Ben', map, { grant: 'contribute' })
    const ana = await come('Ana', map)
    await ben.add('Kept', { x: 600, y: 400 })
    await ben.isSaved()
    await ana.page.getByRole('button', { name: 'Share', exact: true }).click()
    const share = ana.page.getByRole('dialog', { name: 'Share' })
    await share.getByRole('button', { name: /^Switch off the link: Take part/ }).click()
    await ana.page.getByRole('alertdialog').getByRole('button', { name: 'Switch off' }).click()
    await expect(ana.toast('The link is switched off.')).toBeVisible()
    await expect(ben.page.getByText('has been switched off').first()).toBeVisible()
    await ana.press('Escape')
    await expect(ana.element('Kept')).toBeVisible()

    const page = await ben.page.context().browser()?.newPage()
    await page?.goto(`${server.url}/m/${map.id}#k=${map.links.contribute.key}`)
    await expect(page?.getByRole('heading', { name: 'This link has been switched off' }) ?? ana.canvas).toBeVisible()
    await page?.close()
  })

  test('ACC-16: a tab keeps its own role when the same browser also opens the view link', async ({ map, come }) => {
    const ana = await come('Ana', map)
    const second = await ana.page.context().newPage()
    await second.goto(map.links.view.url)
    await second.getByRole('button', { name: 'Look without a name' }).click()
    await new MapScreen(second).isOpen()

    await ana.page.getByRole('button', { name: 'Share', exact: true }).click()
    const share = ana.page.getByRole('dialog', { name: 'Share' })
    await expect(share.getByRole('button', { name: /^Switch off the link: Take part/ })).toBeVisible()
    await share.getByRole('button', { name: 'Make a code' }).click()
    await expect(share.getByRole('status').filter({ hasText: /^\w{3} \w{3}$/ })).toBeVisible()
  })

  test('API-24: an owner deletes the map after being asked; others are told and it is gone', async ({ map, come }) => {
    const ana = await come('Ana', map)
    const ben = await come('Ben', map, { grant: 'contribute' })
    await ben.page.getByRole('button', { name: 'Menu', exact: true }).click()
    await expect(ben.page.getByRole('menuitem', { name: 'Export…' })).toBeVisible()
    await expect(ben.page.getByRole('menuitem', { name: 'Delete this map…' })).toHaveCount(0)

    await ana.page.getByRole('button', { name: 'Menu', exact: true }).click()
    await ana.page.getByRole('menuitem', { name: 'Delete this map…' }).click()
    const question = ana.page.getByRole('alertdialog')
    await expect(question).toContainText('cannot be undone')
    await question.getByRole('button', { name: 'Delete map' }).click()
    await expect(ana.page.getByRole('heading', { name: 'Start a map' })).toBeVisible()
    await expect(ben.page.getByRole('heading', { name: 'There is no such map' })).toBeVisible()
  })

  test('on a phone: the door and the start page fit the screen', async ({ server, map, browserOf }) => {
    const context = await browserOf(phone)
    const page = await context.newPage()
    for (const address of [server.url, map.links.contribute.url]) {
      await page.goto(address)
      await expect(page.getByRole('textbox', { name: 'Your first name' })).toBeVisible()
      const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
      expect(wide, address).toBeLessThanOrEqual(screen ?? 0)
    }
  })
})
