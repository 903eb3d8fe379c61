import { holdScripts, neverIdle } from './lateParts'
import { threeVariables } from './sampleFiles'
import { expect, phone, test } from './weftTest'

test.describe('two people on one map', () => {
  test('each sees what the other adds, links, renames and deletes; people are named', async ({ map, come }) => {
    const ana = await come('Ana', map)
    const ben = await come('Ben', map, { grant: 'contribute' })
    await expect(ana.page.getByRole('button', { name: '2 people are here' })).toBeVisible()

    await ana.add('Workload', { x: 420, y: 300 })
    await expect(ben.element('Workload')).toBeVisible()
    await ben.add('Stress', { x: 800, y: 300 })
    await expect(ana.element('Stress')).toBeVisible()
    await ben.select('Workload')
    await ben.drag(await ben.rimOf('Workload'), await ben.middleOf('Stress'))
    await ben.press('+')
    await expect(ana.link('Workload increases Stress')).toBeVisible()
    await ana.select('Stress')
    await ana.press('F2', 'Control+a')
    await ana.page.keyboard.type('Exhaustion')
    await ana.press('Enter')
    await expect(ben.element('Exhaustion')).toBeVisible()
    await ben.select('Exhaustion')
    await ben.press('Delete')
    await expect(ana.elements).toHaveCount(1)
    await expect(ana.links).toHaveCount(0)

    await ana.page.getByRole('button', { name: '2 people are here' }).click()
    const people = ana.page.getByRole('region', { name: 'People' })
    await expect(people.getByText('Ana (you)')).toBeVisible()
    await expect(people.getByText('Ben', { exact: true })).toBeVisible()
    await expect(people.getByText('Contributor')).toBeVisible()
    await ben.page.close()
    await expect(ana.page.getByRole('button', { name: 'Only you are here' })).toBeAttached()
    await ana.isSaved()
  })

  test('cursors carry names; a drag is seen before it is dropped; Esc takes it back for everybody', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    const start = await ana.middleOf('Lost harvest')
    await ben.page.mouse.move(700, 500)
    await ben.page.mouse.move(720, 520, { steps: 4 })
    await expect(ana.canvas.getByText('Ben', { exact: true })).toBeVisible()

    const from = await ben.middleOf('Lost harvest')
    await ben.drag(from, { x: from.x + 160, y: from.y + 120 }, { hold: true })
    await expect.poll(async () => Math.round((await ana.middleOf('Lost harvest')).x - start.x)).toBeGreaterThan(120)
    await ben.press('Escape')
    await ben.page.mouse.up()
    await expect.poll(async () => Math.round((await ana.middleOf('Lost harvest')).x - start.x)).toBe(0)

    await ben.drag(from, { x: from.x + 160, y: from.y + 120 })
    await expect.poll(async () => Math.round((await ana.middleOf('Lost harvest')).x - start.x)).toBeGreaterThan(120)
    await ben.isSaved()
  })

  test('PRES-8: whoever hides cursors sees none, also after a reload, until they show them again', async ({
    map,
    come,
  }) => {
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    const cursor = ana.page.locator('.weft-cursor')
    let step = 0
    const moves = async (): Promise<void> => {
      step += 1
      await ben.page.mouse.move(500 + step * 5, 400)
    }
    const seen = (count: number): Promise<void> =>
      expect(async () => {
        await moves()
        await expect(cursor).toHaveCount(count, { timeout: 500 })
      }).toPass()
    const toggle = async (): Promise<void> => {
      await ana.page.getByRole('button', { name: '2 people are here' }).click()
      await ana.page.getByRole('switch', { name: 'Hide cursors' }).click()
      await ana.press('Escape')
    }
    await seen(1)
    await toggle()
    await seen(0)
    await ana.page.reload()
    await ana.isOpen()
    await expect(ana.page.getByRole('button', { name: '2 people are here' })).toBeVisible()
    await seen(0)
    await toggle()
    await seen(1)
  })

  test('what the other has selected and is naming is marked', async ({ importMap, come }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await ben.select('Rain')
    await ben.press('F2')
    await expect(ana.canvas.getByText('Ben is typing a name')).toBeVisible()
    await ben.press('Escape')
    await expect(ana.canvas.getByText('Ben is typing a name')).toBeHidden()
  })

  test('CANVAS-12: what glows of a link that the other has selected lies under the link', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await ben.link('Rain increases Flooding').focus()
    await ben.press('Space')
    const link = ana.link('Rain increases Flooding')
    const glow = ana.canvas.locator('.weft-their-halo')
    await expect(glow).toHaveCount(1)
    const isUnder = await glow.evaluate(
      (one, other) => (one.compareDocumentPosition(other as Node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
      await link.elementHandle(),
    )
    expect(isUnder).toBe(true)
    await ben.press('Escape')
    await expect(glow).toHaveCount(0)
  })

  test('following goes where the other goes, until one moves by oneself', async ({ importMap, come }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await ana.page.getByRole('button', { name: '2 people are here' }).click()
    await ana.page.getByRole('button', { name: 'Follow Ben' }).click()
    await expect(ana.page.getByText('Following Ben')).toBeVisible()
    const zoom = ana.page.getByRole('button', { name: /back to actual size/ })
    const before = await zoom.innerText()
    await ben.focusCanvas()
    await ben.press('Control+-', 'Control+-', 'Control+-')
    await expect(zoom).not.toHaveText(before)
    await ana.page.mouse.move(700, 600)
    await ana.page.mouse.wheel(0, 240)
    await expect(ana.toast('You stopped following Ben.')).toBeVisible()
    await expect(ana.page.getByText('Following Ben')).toBeHidden()

    // PEOPLE-84: another view, too, until one's own hand goes to another.
    const follow = ana.page.getByRole('button', { name: 'Follow Ben' })
    if (!(await follow.isVisible())) await ana.page.getByRole('button', { name: '2 people are here' }).click()
    await follow.click()
    await ana.page.keyboard.press('Escape')
    await expect(follow).toBeHidden()
    await expect(ana.page.getByText('Following Ben')).toBeVisible()
    await ben.page.getByRole('radio', { name: 'Table' }).click()
    await expect(ana.page.getByRole('grid', { name: 'Table of elements' })).toBeVisible()
    await expect(ana.page.getByText('Following Ben')).toBeVisible()
    await ben.page.getByRole('radio', { name: 'Map' }).click()
    await expect(ana.canvas).toBeVisible()
    await expect(ana.page.getByText('Following Ben')).toBeVisible()
    await ana.page.getByRole('radio', { name: 'Table' }).click()
    await expect(ana.page.getByText('Following Ben')).toBeHidden()
  })

  test('an undo takes back one’s own step and leaves the other’s', async ({ map, come }) => {
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await ana.add('Mine', { x: 420, y: 300 })
    await ben.add('Yours', { x: 800, y: 300 })
    await expect(ana.elements).toHaveCount(2)
    await ana.focusCanvas()
    await ana.press('Control+z')
    await expect(ana.toast('Undid: added “Mine”')).toBeVisible()
    await expect(ben.element('Mine')).toHaveCount(0)
    await expect(ben.element('Yours')).toBeVisible()
    await ana.press('Control+Shift+z')
    await expect(ana.toast('Redid: added “Mine”')).toBeVisible()
    await expect(ben.element('Mine')).toBeVisible()
  })

  test('UNDO-6: when somebody has changed it since, undo says so and takes nothing else back', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    const rename = async (one: typeof ana, from: string, to: string): Promise<void> => {
      await one.element(from).focus()
      await one.press('Enter')
      await expect(one.nameField).toBeFocused()
      await one.press('ControlOrMeta+a')
      await one.page.keyboard.type(to)
      await one.press('Enter')
      for (const person of [ana, ben]) await expect(person.element(to)).toBeVisible()
    }
    await rename(ben, 'Rain', 'Heavy rain')
    await rename(ana, 'Heavy rain', 'Storms')
    await ben.focusCanvas()
    await ben.press('ControlOrMeta+z')
    await expect(
      ben.toast('Somebody else has changed this since, so it stays: renamed “Rain” to “Heavy rain”'),
    ).toBeVisible()
    await expect(ana.element('Storms')).toBeVisible()
  })

  test('CANVAS-7: what is deleted while another types its name is not lost without a word', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await ben.element('Rain').focus()
    await ben.press('Enter')
    await expect(ben.nameField).toBeFocused()
    await ben.page.keyboard.type('Heavy rain in spring')
    await ana.element('Rain').focus()
    await ana.press('Delete')
    await expect(ben.toast('Ana deleted “Rain” while you were typing: “Heavy rain in spring”.')).toBeVisible()
    await expect(ben.toast(/deleted|not kept|no longer/)).toHaveCount(1)
    // Screen readers are told by the toast, and by nothing else.
    await expect(ben.page.locator('[aria-live]').filter({ hasText: 'while you were typing' })).toHaveCount(1)
    // What he types on is no command: it belongs to the name.
    await expect(ben.nameField).toBeFocused()
    await ben.page.keyboard.type(' and autumn')
    await ben.press('Enter')
    await expect(
      ben.toast('Ana deleted “Rain” while you were typing: “Heavy rain in spring and autumn”.'),
    ).toBeVisible()
    await expect(ben.toast(/deleted|not kept|no longer/)).toHaveCount(1)
    await expect(ben.nameField).toBeHidden()
    await expect(ben.elements).toHaveCount(2)
    await ben.page.getByRole('button', { name: 'Put it back' }).click()
    for (const person of [ana, ben]) await expect(person.element('Heavy rain in spring and autumn')).toBeVisible()
    await expect(ben.elements).toHaveCount(3)

    // Put back in the middle of it, he types on in the name too.
    await ben.element('Heavy rain in spring and autumn').focus()
    await ben.press('Enter')
    await expect(ben.nameField).toBeFocused()
    await ben.page.keyboard.type('Snow')
    await ana.element('Heavy rain in spring and autumn').focus()
    await ana.press('Delete')
    await ben.page.getByRole('button', { name: 'Put it back' }).click()
    await ben.page.keyboard.type(' in November')
    await expect(ben.nameField).toBeFocused()
    await expect(ana.element('Snow')).toBeVisible()
    await ben.press('Enter')
    for (const person of [ana, ben]) await expect(person.element('Snow in November')).toBeVisible()
    await expect(ben.elements).toHaveCount(3)
  })

  test('LOSS-6: who takes a deletion back brings no words along that others typed meanwhile: they are told, and bring them in', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await ben.element('Rain').focus()
    await ben.press('Enter')
    await expect(ben.nameField).toBeFocused()
    await ben.page.keyboard.type('Heavy rain')
    await ana.element('Rain').focus()
    await ana.press('Delete')
    await expect(ben.toast('Ana deleted “Rain” while you were typing: “Heavy rain”.')).toBeVisible()
    await ben.press('Enter')
    await expect(ben.nameField).toBeHidden()
    await ana.press('ControlOrMeta+z')
    await expect(ben.element('Rain')).toBeVisible()
    await expect(
      ben.toast(/put it back, not knowing that you were changing it. What you changed is missing./),
    ).toBeVisible()
    await ben.page.getByRole('button', { name: 'Bring it in' }).click()
    for (const person of [ana, ben]) await expect(person.element('Heavy rain')).toBeVisible()
  })

  test('LOSS-1, LOSS-3, LOSS-6: a field of the inspector is typed on in when its element goes, however late what shows it comes', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map, {
      serviceWorkers: 'block',
      prepare: (context) => context.addInitScript(neverIdle),
    })
    await ben.select('Rain')
    await ben.inspector.getByRole('textbox', { name: 'Name' }).fill('Heavy rain')
    const release = await holdScripts(ben.page)
    await ana.element('Rain').focus()
    await ana.press('Delete')
    // The panel is gone, and what he types goes on where it stood.
    await expect(ben.inspector).toBeHidden()
    await ben.page.keyboard.type(' and snow')
    release()
    const field = ben.page.getByRole('textbox', { name: 'Name' })
    await expect(field).toBeFocused()
    await expect(field).toHaveValue('Heavy rain and snow')
    await expect(ben.elements).toHaveCount(2)
    await expect(ben.toast(/^Ana deleted “Rain” while you were typing: “Heavy rain/)).toBeVisible()
    await expect(ben.toast(/deleted|no longer/)).toHaveCount(1)
    await ben.page.keyboard.type(' in May')
    // Put back by a press, all of it comes along.
    await ben.page.getByRole('button', { name: 'Put it back' }).click()
    await expect(ana.element('Heavy rain and snow in May')).toBeVisible()
    // His hands are still in it: no letter becomes a command.
    await ben.page.keyboard.type(' and June')
    await ben.press('Enter')
    for (const person of [ana, ben]) await expect(person.element('Heavy rain and snow in May and June')).toBeVisible()
    await expect(ben.elements).toHaveCount(3)
    await expect(ben.inspector.getByRole('textbox', { name: 'Name' })).toHaveValue(
      'Heavy rain and snow in May and June',
    )
  })

  test('LOSS-7: whoever types in what another locks is told at once, types on, and brings the whole of it in', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await ben.element('Rain').focus()
    await ben.press('Enter')
    await expect(ben.nameField).toBeFocused()
    await ben.page.keyboard.type('Heavy rain')
    await ana.element('Rain').focus()
    await ana.press('ControlOrMeta+Shift+l')
    await expect(ben.toast('“Rain” was locked while you were typing: “Heavy rain”.')).toBeVisible()
    await expect(ben.canvas.getByText('Locked meanwhile')).toBeVisible()
    await ben.page.keyboard.type(' and snow')
    await ben.press('Enter')
    await expect(ben.toast('“Rain” was locked while you were typing: “Heavy rain and snow”.')).toBeVisible()
    await expect(ben.toast(/was locked/)).toHaveCount(1)
    await expect(ben.element('Rain')).toBeVisible()

    // Another message stands beside this one, not on it.
    await ben.element('Lost harvest').focus()
    await ben.press('Delete')
    await expect(ben.toast(/Deleted/)).toBeVisible()
    const toasts = ben.page.locator('[data-sonner-toast]')
    await expect(toasts).toHaveCount(2)
    await expect
      .poll(async () => {
        const [one, other] = await toasts.evaluateAll((found) => found.map((toast) => toast.getBoundingClientRect()))
        return one !== undefined && other !== undefined && (one.bottom <= other.top || other.bottom <= one.top)
      })
      .toBe(true)

    await ben.page.getByRole('button', { name: 'Unlock and bring it in' }).click()
    for (const person of [ana, ben]) await expect(person.element('Heavy rain and snow')).toBeVisible()
    await expect(ben.toast(/was locked/)).toHaveCount(0)
  })

  test('LOSS-6: what is typed in the bar of a phone when its element is deleted comes along when it is put back', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map, phone)
    const { x, y } = await ben.middleOf('Rain')
    await ben.page.touchscreen.tap(x, y)
    await ben.page.getByRole('dialog', { name: 'Rain' }).getByRole('button', { name: 'Rename' }).tap()
    const field = ben.page.getByRole('textbox', { name: 'New name' })
    await field.fill('Heavy rain')
    await ana.element('Rain').focus()
    await ana.press('Delete')
    await expect(ben.toast('Ana deleted “Rain” while you were typing: “Heavy rain”.')).toBeVisible()
    await field.fill('Heavy rain and snow')
    await ben.page.getByRole('button', { name: 'Save', exact: true }).tap()
    await expect(field).toBeHidden()
    await expect(ben.toast('Ana deleted “Rain” while you were typing: “Heavy rain and snow”.')).toBeVisible()
    await ben.page.getByRole('button', { name: 'Put it back' }).tap()
    for (const person of [ana, ben]) await expect(person.element('Heavy rain and snow')).toBeVisible()
  })

  test('TAKE-1, TAKE-3, LOSS-3: whoever just changed what another deletes is told, and can put it back with its links', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    const links = await ana.links.count()
    await ana.page.context().setOffline(true)
    await expect(ana.chip).toHaveAccessibleName(/^Offline/)
    await ana.element('Rain').focus()
    await ana.press('Delete')
    await ben.element('Rain').focus()
    await ben.press('Enter')
    await expect(ben.nameField).toBeFocused()
    await ben.press('ControlOrMeta+a')
    await ben.page.keyboard.type('Heavy rain')
    await ben.press('Enter')
    await ben.press('Escape')
    await ben.isSaved()

    await ana.page.context().setOffline(false)
    const words = 'Ana deleted “Heavy rain”, which you had just changed.'
    await expect(ben.toast(words)).toBeVisible()
    // Screen readers are told by the toast, and by nothing else.
    await expect(ben.page.locator('[aria-live]').filter({ hasText: words })).toHaveCount(1)
    await expect(ben.element('Heavy rain')).toHaveCount(0)
    await ana.isSaved()
    await expect(ana.toast('Ben renamed “Rain” to “Heavy rain”, not knowing that you had deleted it.')).toBeVisible()

    await ben.page.getByRole('button', { name: 'Put it back' }).click()
    for (const person of [ana, ben]) {
      await expect(person.element('Heavy rain')).toBeVisible()
      await expect(person.links).toHaveCount(links)
      // What is back needs no offer any more.
      await expect(person.page.getByRole('button', { name: 'Put it back' })).toHaveCount(0)
    }
    await ben.focusCanvas()
    await ben.press('ControlOrMeta+z')
    await expect(ben.toast('Undid: put back “Heavy rain”')).toBeVisible()
    await expect(ana.element('Heavy rain')).toHaveCount(0)
    await expect(ana.toast(/ deleted “/)).toHaveCount(0)
  })

  test('UNDO-8, UNDO-10, TAKE-5: undo of a deletion gives back the name that another gave meanwhile; the other’s undo does too', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await ana.page.context().setOffline(true)
    await expect(ana.chip).toHaveAccessibleName(/^Offline/)
    await ana.element('Rain').focus()
    await ana.press('Delete')
    await expect(ana.element('Rain')).toHaveCount(0)
    await ben.element('Rain').focus()
    await ben.press('Enter')
    await expect(ben.nameField).toBeFocused()
    await ben.press('ControlOrMeta+a')
    await ben.page.keyboard.type('Heavy rain')
    await ben.press('Enter')
    await ben.press('Escape')
    await ben.isSaved()
    await ana.page.context().setOffline(false)
    await expect(ben.toast(/^Ana deleted “Heavy rain”/)).toBeVisible()
    await expect(ana.toast(/^Ben renamed “Rain” to “Heavy rain”/)).toBeVisible()

    await ana.focusCanvas()
    await ana.press('ControlOrMeta+z')
    for (const person of [ana, ben]) await expect(person.element('Heavy rain')).toBeVisible()
    await expect(ana.toast('It came back with what others had changed in it meanwhile.')).toBeVisible()

    await ana.press('ControlOrMeta+Shift+z')
    await expect(ben.element('Heavy rain')).toHaveCount(0)
    await expect(ben.toast(/^Ana deleted “Heavy rain”/)).toBeVisible()
    await ben.focusCanvas()
    await ben.press('ControlOrMeta+z')
    await expect(ben.toast('Undid: deletion by Ana of “Heavy rain”')).toBeVisible()
    for (const person of [ana, ben]) await expect(person.element('Heavy rain')).toBeVisible()
    await ben.press('ControlOrMeta+z')
    for (const person of [ana, ben]) await expect(person.element('Rain')).toBeVisible()
  })

  test('TAKE-6: deleted and put back before another’s words came in, both are told and can bring them in', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await ana.page.context().setOffline(true)
    await expect(ana.chip).toHaveAccessibleName(/^Offline/)
    await ana.element('Rain').focus()
    await ana.press('Delete')
    await expect(ana.element('Rain')).toHaveCount(0)
    await ana.focusCanvas()
    await ana.press('ControlOrMeta+z')
    await expect(ana.element('Rain')).toBeVisible()
    await ben.element('Rain').focus()
    await ben.press('Enter')
    await expect(ben.nameField).toBeFocused()
    await ben.press('ControlOrMeta+a')
    await ben.page.keyboard.type('Heavy rain')
    await ben.press('Enter')
    await ben.press('Escape')
    await ben.isSaved()
    await ana.page.context().setOffline(false)
    await expect(ana.toast(/^Ben changed “Heavy rain”, not knowing that/)).toBeVisible()
    await expect(ben.toast(/^Ana deleted “Heavy rain” and put it back, not knowing/)).toBeVisible()
    await ben.page.getByRole('button', { name: 'Bring it in' }).click()
    for (const person of [ana, ben]) {
      await expect(person.element('Heavy rain')).toBeVisible()
      await expect(person.page.getByRole('button', { name: 'Bring it in' })).toHaveCount(0)
    }
  })

  test('TAKE-1, TAKE-2: one message for a deletion of several, and none for whoever made it', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    for (const [index, name] of ['One', 'Two', 'Three'].entries()) await ben.add(name, { x: 420 + index * 200, y: 680 })
    await ben.press('Escape')
    await expect(ana.element('Three')).toBeVisible()
    await ana.focusCanvas()
    await ana.press('ControlOrMeta+a', 'Delete')
    await expect(ben.toast('Ana deleted 3 elements you had just changed.')).toBeVisible()
    await expect(ben.toast(/deleted/)).toHaveCount(1)
    await expect(ana.toast(/you had just changed/)).toHaveCount(0)
    await ben.page.getByRole('button', { name: 'Put them back' }).click()
    for (const name of ['One', 'Two', 'Three']) await expect(ana.element(name)).toBeVisible()
    await expect(ana.elements).toHaveCount(3)
  })

  test('two people may change two things of one element at once', async ({ importMap, come }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await ana.select('Rain')
    await ben.select('Rain')
    await ana.inspector.getByRole('textbox', { name: 'Description' }).fill('Millimetres a year')
    await ben.inspector.getByRole('combobox', { name: 'Tags' }).fill('weather')
    await ben.press('Enter')
    await expect(ben.inspector.getByText('Millimetres a year')).toBeVisible()
    await expect(ana.inspector.getByText('weather')).toBeVisible()
  })
})
