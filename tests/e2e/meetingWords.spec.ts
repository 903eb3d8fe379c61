import type { Locator, Page } from '@playwright/test'
import type { AppServer } from '../helpers/appServer'
import { isClean } from './isClean'
import type { MapScreen } from './mapScreen'
import { threeVariables, weftFile } from './sampleFiles'
import { expect, phone, test, type NewMap } from './weftTest'

/** As those who run the meeting, from a script of theirs. */
async function send(server: AppServer, map: NewMap, path: string, method: string, json?: object): Promise<unknown> {
  const answer = await fetch(`${server.url}/api/maps/${map.id}${path}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${map.links.facilitate.key}` },
    ...(json && { body: JSON.stringify(json) }),
  })
  expect(answer.ok, await answer.clone().text()).toBe(true)
  return answer.status === 204 ? undefined : answer.json()
}

const setDoor = (server: AppServer, map: NewMap, waits: boolean): Promise<unknown> =>
  send(server, map, '/door', 'PUT', { waits })

async function setRole(server: AppServer, map: NewMap, name: string, role: string): Promise<void> {
  const { people } = (await send(server, map, '/people', 'GET')) as {
    readonly people: readonly { readonly id: string; readonly name: string }[]
  }
  const id = people.find((person) => person.name === name)?.id
  await send(server, map, `/people/${id}`, 'PATCH', { role })
}

async function hold(who: MapScreen): Promise<Locator> {
  await who.page.getByRole('button', { name: /here$/ }).first().click()
  await who.page.getByRole('button', { name: 'Hold the map' }).click()
  await who.page.keyboard.press('Escape')
  return who.page.getByRole('region', { name: 'Map held' })
}

const waiting = (page: Page): Locator =>
  page.getByText(/^(The meeting has not started yet|Those who run the meeting have closed the map for now)\./)

test.describe('words that are being typed', () => {
  test('PEOPLE-65: the chip does not say Saved while a name or a description waits for the release', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    const cem = await come('Cem', map, { grant: 'contribute' })
    const dee = await come('Dee', map, { grant: 'contribute', ...phone })
    await ana.page.mouse.dblclick(900, 700)
    await expect(ana.nameField).toBeFocused()
    await ana.page.keyboard.type('Half a na')
    await cem.select('Rain')
    const notes = cem.inspector.getByRole('textbox', { name: 'Description' })
    await notes.fill('In')
    // Kept before the hold begins: what waits afterwards is what is typed in it.
    await fay.select('Rain')
    await expect(fay.inspector.getByRole('textbox', { name: 'Description' })).toHaveValue('In')
    await cem.isSaved()
    const strip = await hold(fay)
    await expect(cem.page.getByRole('region', { name: 'Map held' })).toBeVisible()
    await dee.isSaved()
    await expect(ana.chip).toHaveAccessibleName(/^Waits for the release\./)
    await notes.press('End')
    await cem.page.keyboard.type(' spring')
    await expect(cem.chip).toHaveAccessibleName(/^Waits for the release\./)
    await cem.page.getByRole('region', { name: 'Map held' }).click()
    await expect(cem.chip).toHaveAccessibleName(/^Waits for the release\./)
    await cem.chip.click()
    await expect(cem.page.getByRole('dialog', { name: 'Where your changes are' })).toContainText(
      'It stands on this page alone, and goes in once the map is released.',
    )
    await isClean(cem.page, 'words that wait for the release')
    await cem.page.keyboard.press('Escape')
    await strip.getByRole('button', { name: 'Release' }).click()
    await cem.isSaved()
    await expect(notes).toHaveValue('In spring')
    // A name goes in by Enter, or by leaving its field.
    await expect(ana.chip).toHaveAccessibleName(/^Saved\./)
    await ana.page.keyboard.press('Enter')
    await expect(fay.element('Half a na')).toHaveCount(1)
  })

  test('PEOPLE-76: a name that is being typed when the door is shut is on the map when it opens again; what the bar of a phone held is offered', async ({
    server,
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    const ben = await come('Ben', map, { grant: 'contribute' })
    const cem = await come('Cem', map, { grant: 'contribute', ...phone })
    await ana.page.mouse.dblclick(900, 700)
    await expect(ana.nameField).toBeFocused()
    await ana.page.keyboard.type('Half a na')
    await ben.select('Rain')
    await ben.page.keyboard.press('Enter')
    await ben.nameField.fill('Rain in spr')
    await cem.page.getByRole('navigation').getByRole('button', { name: 'Add' }).tap()
    await cem.page.getByRole('textbox', { name: 'New variable' }).fill('Seeds')
    await setDoor(server, map, true)
    for (const { page } of [ana, ben, cem]) await expect(waiting(page)).toBeVisible()
    await expect(cem.toast(/What you typed is not on the map: “Seeds”/)).toBeVisible()
    await isClean(cem.page, 'words offered while one waits')
    await setDoor(server, map, false)
    await expect(fay.element('Half a na')).toHaveCount(1)
    await expect(fay.element('Rain in spr')).toHaveCount(1)
    for (const one of [ana, ben]) {
      await expect(one.element('Half a na')).toHaveCount(1)
      await one.isSaved()
    }
  })

  test('LOSS-1, PEOPLE-76: a name that is being typed when one may only look from now on, or is shut out as well, is offered with its words', async ({
    server,
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    const ben = await come('Ben', map, { grant: 'contribute' })
    const cem = await come('Cem', map, { grant: 'contribute', ...phone })
    await ana.page.mouse.dblclick(900, 700)
    await expect(ana.nameField).toBeFocused()
    await ana.page.keyboard.type('Half a na')
    await ben.page.mouse.dblclick(900, 700)
    await expect(ben.nameField).toBeFocused()
    await ben.page.keyboard.type('Mine too')
    await cem.page.getByRole('navigation').getByRole('button', { name: 'Add' }).tap()
    await cem.page.getByRole('textbox', { name: 'New variable' }).fill('Seeds')
    for (const name of ['Ana', 'Ben', 'Cem']) await setRole(server, map, name, 'viewer')
    // It can be typed on, and is offered whole.
    await expect(ana.page.getByText('View only').first()).toBeVisible()
    await ana.page.keyboard.type('me')
    await ana.page.keyboard.press('Enter')
    await expect(ana.toast(/You can no longer change this map.*“Half a name”/)).toBeVisible()
    await expect(cem.page.getByRole('textbox', { name: 'New variable' })).toHaveValue('Seeds')
    await cem.page.getByRole('button', { name: 'Done' }).tap()
    await expect(cem.page.getByRole('textbox', { name: 'New variable' })).toHaveValue('Seeds')
    await cem.page.getByRole('button', { name: 'Cancel' }).tap()
    await expect(cem.toast(/You can no longer change this map.*“Seeds”/)).toBeVisible()
    await setDoor(server, map, true)
    await expect(waiting(ben.page)).toBeVisible()
    await expect(ben.toast(/What you typed is not on the map: “Mine too”/)).toBeVisible()
  })
})

test.describe('what is told, and goes when it is over', () => {
  test('VERSION-37: the others are told who put which version back, and who can undo it', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'facilitate' })
    const cem = await come('Cem', map, { grant: 'contribute', ...phone })
    const openVersions = async ({ page }: MapScreen): Promise<void> => {
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByRole('combobox').fill('versions')
      await page.getByRole('option', { name: 'Versions of this map' }).click()
    }
    await openVersions(fay)
    await fay.page.getByRole('textbox', { name: 'Name the map as it is now' }).fill('Before the talk')
    await fay.page.keyboard.press('Enter')
    await fay.page.keyboard.press('Escape')
    await fay.select('Rain')
    await fay.page.keyboard.press('Delete')
    await expect(cem.element('Rain')).toHaveCount(0)
    const heard = await hearLive(cem.page)
    await openVersions(fay)
    await fay.page.getByRole('listitem').getByRole('button').filter({ hasText: 'Before the talk' }).click()
    await fay.page.getByRole('button', { name: 'Put it back…' }).click()
    await fay.page.getByRole('button', { name: 'Put it back', exact: true }).click()
    await expect(cem.element('Rain')).toHaveCount(1)
    await expect(
      cem.toast(/^Fay put back “Before the talk” \(today, .*\)\. Those who run the meeting can undo it\./),
    ).toBeVisible()
    expect((await heard()).join('\n')).toContain('Fay put back “Before the talk”')
    await isClean(cem.page, 'a version that somebody put back')
    await expect(fay.toast(/^Fay put back/)).toHaveCount(0)
    const told = ana.toast(/^Fay put back “Before the talk” \(today, .*\)\. You can undo it\./)
    await expect(told).toBeVisible()
    await ana.page
      .getByRole('region', { name: /^Messages/ })
      .getByRole('button', { name: 'Undo' })
      .click()
    await expect(cem.element('Rain')).toHaveCount(0)
    await expect(
      cem.toast(/^Ana made the map what it was today, .*Those who run the meeting can undo it\./),
    ).toBeVisible()
  })

  test('PEOPLE-36: the offer to come and see goes when whoever made it has left', async ({ importMap, come }) => {
    const map = await importMap(
      weftFile('Wide', { here: { label: 'Here', at: [0, 0] }, there: { label: 'There', at: [6000, 4000] } }),
    )
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    await ana.page.mouse.dblclick(900, 700)
    await expect(ana.nameField).toBeFocused()
    await ana.page.keyboard.type('Half a na')
    await fay.page.getByRole('button', { name: /here$/ }).first().click()
    await fay.page.getByRole('button', { name: 'Bring everyone here' }).click()
    await expect(ana.toast('Fay wants to show you something.')).toBeVisible()
    await fay.page.close()
    await expect(ana.toast('Fay wants to show you something.')).toHaveCount(0)
    await expect(ana.nameField).toHaveValue('Half a na')
  })
})

/** What the live region says from now on: other news may follow at once. */
async function hearLive(page: Page): Promise<() => Promise<readonly string[]>> {
  const heard = await page.evaluateHandle(() => {
    const texts: string[] = []
    const live = document.querySelector('[data-live=polite]')
    if (live === null) throw new Error('There is no live region.')
    new MutationObserver(() => texts.push(live.textContent)).observe(live, {
      ...{ childList: true, characterData: true, subtree: true },
    })
    return texts
  })
  return async () => heard.jsonValue()
}
