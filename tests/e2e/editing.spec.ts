import type { Page } from '@playwright/test'
import { MapScreen } from './mapScreen'
import { threeVariables, weftFile } from './sampleFiles'
import { expect, test } from './weftTest'

test.describe('handling elements', () => {
  test('GEST-3: dragging moves; several move together; undo and redo name the step', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    const rain = await ana.middleOf('Rain')
    const flood = await ana.middleOf('Flooding')
    await ana.drag(rain, { x: rain.x - 60, y: rain.y - 90 })
    await expect.poll(async () => (await ana.middleOf('Rain')).y).toBeLessThan(rain.y - 60)
    await ana.press('Control+z')
    await expect(ana.toast('Undid: moved “Rain”')).toBeVisible()
    await expect.poll(() => ana.middleOf('Rain')).toEqual(rain)

    await ana.select('Rain', 'Flooding')
    await expect(ana.inspector.getByText('2 elements')).toBeVisible()
    await ana.drag(flood, { x: flood.x + 40, y: flood.y - 130 })
    await expect.poll(async () => Math.round((await ana.middleOf('Rain')).y - rain.y)).toBeLessThan(-100)
    await expect.poll(async () => Math.round((await ana.middleOf('Flooding')).y - flood.y)).toBeLessThan(-100)
    await ana.press('Control+z')
    await expect(ana.toast(/^Undid: moved “(Rain|Flooding)” and one other$/)).toBeVisible()
    await ana.press('Control+y')
    await expect(ana.toast(/^Redid: moved “(Rain|Flooding)” and one other$/)).toBeVisible()
    await expect.poll(async () => Math.round((await ana.middleOf('Rain')).y - rain.y)).toBeLessThan(-100)
  })

  test('GEST-6: a marquee takes what it touches; Ctrl+A takes all; Delete takes links too, undo brings back', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    const rain = await ana.middleOf('Rain')
    const flood = await ana.middleOf('Flooding')
    await ana.drag({ x: rain.x - 100, y: rain.y - 80 }, { x: flood.x, y: flood.y + 40 })
    await expect(ana.inspector.getByText(/^2 elements/)).toBeVisible()
    await ana.press('Control+a')
    await expect(ana.inspector.getByText(/^3 elements/)).toBeVisible()
    await ana.press('Escape')
    await ana.select('Rain')
    await ana.press('Delete')
    await expect(ana.elements).toHaveCount(2)
    await expect(ana.links).toHaveCount(0)
    await ana.press('Control+z')
    await expect(ana.element('Rain')).toBeVisible()
    await expect(ana.link('Rain increases Flooding')).toBeVisible()
    await ana.isSaved()
  })

  test('PANEL-22: a toast says what was deleted and takes it back; one at a time, gone with the next change', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    await ana.select('Flooding')
    await ana.press('Delete')
    await expect(ana.toast('Deleted “Flooding” and 1 link')).toBeVisible()
    await ana.page
      .getByRole('region', { name: /^Messages/ })
      .getByRole('button', { name: 'Undo' })
      .click()
    await expect(ana.element('Flooding')).toBeVisible()
    await expect(ana.links).toHaveCount(1)
    await expect(ana.toast(/^Deleted/)).toHaveCount(0)
    await ana.select('Rain')
    await ana.press('Delete')
    await expect(ana.toast('Deleted “Rain” and 1 link')).toBeVisible()
    await ana.select('Lost harvest')
    await ana.press('Delete')
    await expect(ana.toast('Deleted “Lost harvest”')).toBeVisible()
    await expect(ana.toast(/^Deleted/)).toHaveCount(1)
    await ana.select('Flooding')
    await ana.press('ArrowRight')
    await expect(ana.toast(/^Deleted/)).toHaveCount(0)
  })

  test('CMD-21, PANEL-22: two that mean the same become one by menu, links and all; undo brings both back', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    await expect(ana.link('Rain increases Flooding')).toBeVisible()
    await ana.select('Flooding', 'Lost harvest')
    await ana.press('Shift+F10')
    await ana.page.getByRole('menuitem', { name: 'Merge into one' }).click()
    await expect(ana.toast('“Lost harvest” is part of “Flooding” now.')).toBeVisible()
    await expect(ana.elements).toHaveCount(2)
    await expect(ana.link('Rain increases Flooding')).toBeVisible()
    await ana.press('Control+z')
    await expect(ana.toast('Undid: merged “Flooding” and one other')).toBeVisible()
    await expect(ana.elements).toHaveCount(3)
    await ana.isSaved()
  })

  test('KEY-4: arrows nudge by 8, with Shift by 40, with Alt by 1', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    const start = await ana.middleOf('Rain')
    await ana.select('Rain')
    const movedBy = async (): Promise<number> => Math.round((await ana.middleOf('Rain')).x - start.x)
    await ana.press('ArrowRight')
    await expect.poll(movedBy).toBe(8)
    await ana.press('Shift+ArrowRight')
    await expect.poll(movedBy).toBe(48)
    await ana.press('Alt+ArrowLeft')
    await expect.poll(movedBy).toBe(47)
  })

  test('aligning and duplicating from the bar and by keys', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    await ana.select('Rain', 'Lost harvest')
    await ana.press('Control+Shift+ArrowUp')
    const top = async (name: string): Promise<number> => Math.round((await ana.element(name).boundingBox())?.y ?? NaN)
    await expect.poll(async () => (await top('Rain')) - (await top('Lost harvest'))).toBe(0)
    await ana.press('Control+z')
    await ana.selectionBar.getByRole('button', { name: 'Align' }).click()
    await ana.page.getByRole('menuitem', { name: 'Align left edges' }).click()
    const left = async (name: string): Promise<number> => Math.round((await ana.element(name).boundingBox())?.x ?? NaN)
    await expect.poll(async () => (await left('Rain')) - (await left('Lost harvest'))).toBe(0)

    await ana.press('Escape')
    await ana.select('Rain', 'Flooding')
    await ana.press('Control+d')
    await expect(ana.elements).toHaveCount(5)
    await expect(ana.link('Rain increases Flooding')).toHaveCount(2)
  })

  test('GEST-14 of frames: a frame carries what lies in it, and only that', async ({ importMap, come }) => {
    const ana = await come(
      'Ana',
      await importMap(
        weftFile('Framed', {
          frame: { kind: 'frame', label: 'Schools', at: [0, 0, 400, 260] },
          inside: { label: 'Class size', at: [0, 20] },
          outside: { label: 'Budget', at: [420, 0] },
        }),
      ),
    )
    const inside = await ana.middleOf('Class size')
    const outside = await ana.middleOf('Budget')
    const box = await ana.element('Schools').boundingBox()
    if (box === null) throw new Error('no frame')
    const border = { x: box.x + 40, y: box.y + 1 }
    await ana.page.mouse.click(border.x, border.y)
    await ana.drag(border, { x: border.x - 20, y: border.y + 150 })
    await expect.poll(async () => Math.round((await ana.middleOf('Class size')).y - inside.y)).toBeGreaterThan(120)
    expect(await ana.middleOf('Budget')).toEqual(outside)
  })

  test('what is locked stays: drag, delete and rename leave it', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    await ana.select('Rain')
    await ana.press('Control+Shift+l')
    await expect(ana.element('Rain')).toHaveAccessibleName(/Locked\.$/)
    const before = await ana.middleOf('Rain')
    await ana.drag(before, { x: before.x + 100, y: before.y + 100 })
    await ana.press('Delete', 'F2')
    await expect(ana.nameField).toBeHidden()
    expect(await ana.middleOf('Rain')).toEqual(before)
    await ana.press('Escape')
    await ana.select('Rain')
    await ana.selectionBar.getByRole('button', { name: 'Unlock' }).click()
    await ana.press('Delete')
    await expect(ana.element('Rain')).toHaveCount(0)
  })

  test('LOCK-1, LOCK-2, LOCK-3: delete says why it does nothing, and what stayed', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    await ana.select('Rain')
    await ana.press('Control+Shift+l')
    await expect(ana.element('Rain')).toHaveAccessibleName(/Locked\.$/)
    const remove = ana.selectionBar.getByRole('button', { name: 'Delete' })
    await expect(remove).toHaveAttribute('aria-disabled', 'true')
    await remove.focus()
    await remove.hover()
    const reason = '“Rain” is locked. Select it and choose Unlock first.'
    await expect(ana.page.getByRole('tooltip', { name: reason })).toBeVisible()
    await ana.press('Shift+F10')
    const row = ana.page.getByRole('menuitem', { name: new RegExp(`^Delete ${reason}`) })
    await expect(row).toHaveAttribute('aria-disabled', 'true')
    await ana.press('Escape')
    await ana.element('Rain').focus()
    await ana.press('Delete')
    await expect(ana.toast(reason)).toBeVisible()
    await ana.select('Rain', 'Flooding')
    await expect(remove).not.toHaveAttribute('aria-disabled')
    await remove.click()
    await expect(ana.element('Flooding')).toHaveCount(0)
    await expect(ana.toast(/^“Rain” is locked and stayed as it was\./)).toBeVisible()
    await expect(ana.element('Rain')).toBeVisible()
  })

  test('Shift+F10 and the right button open a menu that does the same', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    await ana.select('Rain')
    await ana.press('Shift+F10')
    await ana.page.getByRole('menuitem', { name: /^Duplicate/ }).click()
    await expect(ana.elements).toHaveCount(4)
    const flood = await ana.middleOf('Flooding')
    await ana.page.mouse.click(flood.x, flood.y, { button: 'right' })
    await ana.page.getByRole('menuitem', { name: /^Delete/ }).click()
    await expect(ana.elements).toHaveCount(3)
  })
})

test.describe('links', () => {
  test('sign, delay, reverse and delete from the bar', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    await ana.select('Rain')
    await ana.press('Escape', 'Alt+ArrowRight')
    await expect(ana.link('Rain increases Flooding')).toBeFocused()
    await ana.press('Space')
    await ana.selectionBar.getByRole('button', { name: 'Minus: more leads to less' }).click()
    await expect(ana.link('Rain decreases Flooding')).toBeVisible()
    await ana.selectionBar.getByRole('button', { name: 'Delay' }).click()
    await expect(ana.link('Rain decreases Flooding, delayed')).toBeVisible()
    await ana.selectionBar.getByRole('button', { name: 'Reverse' }).click()
    await expect(ana.link('Flooding decreases Rain, delayed')).toBeVisible()
    await ana.selectionBar.getByRole('button', { name: 'Delete' }).click()
    await expect(ana.links).toHaveCount(0)
    await ana.press('Control+z')
    await expect(ana.link('Flooding decreases Rain, delayed')).toBeVisible()
  })
})

async function grantClipboard(page: Page): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
}

test.describe('clipboard', () => {
  test('copy and paste between two maps in two tabs, links included; cut; paste as text', async ({
    importMap,
    makeMap,
    come,
    server,
  }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    await grantClipboard(ana.page)
    await ana.select('Rain', 'Flooding')
    await ana.press('Control+c')
    const other = await makeMap({ title: 'Other' })
    await ana.page.context().request.post(`${server.url}/api/maps/${other.id}/join`, {
      data: { key: other.links.owner.key, name: 'Ana' },
    })
    const page = await ana.page.context().newPage()
    const there = new MapScreen(page)
    await page.goto(`${server.url}/m/${other.id}`)
    await there.isOpen()
    await there.focusCanvas()
    await there.press('Control+v')
    await expect(there.elements).toHaveCount(2)
    await expect(there.link('Rain increases Flooding')).toBeVisible()
    await there.press('Control+x')
    await expect(there.elements).toHaveCount(0)
    await there.press('Control+v', 'Control+v')
    await expect(there.elements).toHaveCount(4)
    await expect(ana.elements).toHaveCount(3)
    await there.isSaved()
  })

  test('CLIP-1: a cut frame goes with its contents and comes back once, by keys and by menu', async ({
    importMap,
    come,
  }) => {
    const ana = await come(
      'Ana',
      await importMap(
        weftFile('Framed', {
          frame: { kind: 'frame', label: 'Schools', at: [0, 0, 400, 260] },
          inside: { label: 'Class size', at: [0, 20] },
          outside: { label: 'Budget', at: [420, 0] },
        }),
      ),
    )
    await grantClipboard(ana.page)
    const box = await ana.element('Schools').boundingBox()
    if (box === null) throw new Error('no frame')
    await ana.page.mouse.click(box.x + 40, box.y + 1)
    await ana.press('Control+x')
    await expect(ana.elements).toHaveCount(1)
    await ana.press('Control+v')
    await expect(ana.elements).toHaveCount(3)
    await expect(ana.element('Class size')).toHaveCount(1)

    await ana.press('Shift+F10')
    await ana.page.getByRole('menuitem', { name: /^Cut/ }).click()
    await expect(ana.elements).toHaveCount(1)
    const free = { x: 500, y: 650 }
    await ana.page.mouse.click(free.x, free.y, { button: 'right' })
    await ana.page.getByRole('menuitem', { name: /^Paste/ }).click()
    await expect(ana.elements).toHaveCount(3)
    const pasted = await ana.element('Schools').boundingBox()
    expect(Math.abs((pasted?.x ?? 0) + (pasted?.width ?? 0) / 2 - free.x)).toBeLessThan(60)
    await ana.isSaved()
  })

  test('CLIP-2: paste by menu puts a line where one pressed; a long one keeps its rest in the description', async ({
    map,
    come,
  }) => {
    const ana = await come('Ana', map)
    await grantClipboard(ana.page)
    const paste = async (text: string, x: number, y: number): Promise<void> => {
      await ana.page.evaluate((words) => navigator.clipboard.writeText(words), text)
      await ana.page.mouse.click(x, y, { button: 'right' })
      await ana.page.getByRole('menuitem', { name: /^Paste/ }).click()
    }
    await paste('Rent', 500, 300)
    await expect(ana.element('Rent')).toBeVisible()
    const { x, y } = await ana.middleOf('Rent')
    expect(Math.hypot(x - 500, y - 300)).toBeLessThan(40)

    const words = Array.from({ length: 80 }, (_, index) => `word${index}`).join(' ')
    await ana.press('Escape')
    await paste(words, 700, 600)
    await expect(ana.toast(/The rest is in the description/)).toBeVisible()
    await expect(ana.inspector.getByRole('textbox', { name: /^(Name|Text)$/ })).toHaveValue(/^word0 .*word4\d$/)
    await expect(ana.inspector.getByRole('textbox', { name: 'Description' })).toHaveValue(/^word\d\d .*word79$/)
  })

  test('a pasted list is shown first, then becomes variables; a table becomes links', async ({ map, come }) => {
    const ana = await come('Ana', map)
    await grantClipboard(ana.page)
    await ana.page.evaluate(() =>
      navigator.clipboard.writeText('• Workload\n• Staff turnover\n• Workload\n3. Vacant posts'),
    )
    await ana.focusCanvas()
    await ana.press('Control+v')
    const dialog = ana.page.getByRole('dialog', { name: 'Paste a list' })
    await expect(dialog.getByRole('region', { name: 'What will be made' }).getByRole('listitem')).toHaveCount(3)
    await dialog.getByRole('button', { name: 'Create 3 variables' }).click()
    await expect(ana.elements).toHaveCount(3)
    await expect(ana.element('Vacant posts')).toBeVisible()
    await ana.press('Control+z')
    await expect(ana.elements).toHaveCount(0)
    await ana.press('Control+Shift+z')
    await expect(ana.elements).toHaveCount(3)

    await ana.page.getByRole('button', { name: 'Menu' }).click()
    await ana.page.getByRole('menuitem', { name: 'Paste a list…' }).click()
    await dialog.getByRole('textbox', { name: 'List' }).fill('Workload\tSick days\t+\nSick days\tWorkload\t+')
    await dialog.getByRole('button', { name: /^Create 1 variable and 2 links/ }).click()
    await expect(ana.link('Workload increases Sick days')).toBeVisible()
    await expect(ana.link('Sick days increases Workload')).toBeVisible()
  })
})

test.describe('panels', () => {
  test('the inspector edits one element, and several at once in one step', async ({ importMap, come }) => {
    const map = await importMap(
      weftFile('Who', {
        council: { kind: 'stakeholder', label: 'Town council', at: [0, 0] },
        clinic: { kind: 'stakeholder', label: 'Clinic', sector: 'health', at: [300, 0] },
      }),
    )
    const ana = await come('Ana', map)
    await ana.select('Town council')
    await ana.inspector.getByRole('combobox', { name: 'Sector' }).click()
    await ana.page.getByRole('option', { name: 'Government' }).click()
    await expect(ana.element('Town council')).toHaveAccessibleName(/Stakeholder, government/)
    await ana.inspector.getByRole('textbox', { name: 'Name' }).fill('City council')
    await ana.press('Enter')
    await expect(ana.element('City council')).toBeVisible()

    await ana.press('Escape')
    await ana.select('City council', 'Clinic')
    await expect(ana.inspector.getByText('2 elements')).toBeVisible()
    await expect(ana.inspector.getByRole('combobox', { name: 'Sector' })).toContainText('Several')
    await ana.inspector.getByRole('combobox', { name: 'Sector' }).click()
    await ana.page.getByRole('option', { name: 'Community' }).click()
    await expect(ana.element('City council')).toHaveAccessibleName(/Stakeholder, community/)
    await expect(ana.element('Clinic')).toHaveAccessibleName(/Stakeholder, community/)
    await ana.focusCanvas()
    await ana.press('Control+z')
    await expect(ana.element('City council')).toHaveAccessibleName(/Stakeholder, government/)
    await expect(ana.element('Clinic')).toHaveAccessibleName(/Stakeholder, health/)
    await ana.isSaved()
  })

  test('the title is edited in place and reaches the other and the tab', async ({ map, come }) => {
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await ana.page.getByRole('button', { name: /rename the map$/ }).click()
    const field = ana.page.getByRole('textbox', { name: 'Title of the map' })
    await field.fill('Flood risk')
    await field.press('Enter')
    await expect(ben.page.getByRole('heading', { level: 1 })).toContainText('Flood risk')
    await expect(ben.page).toHaveTitle(/Flood risk/)
  })

  test('find dims the rest and steps; the palette acts and goes to elements', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    await ana.focusCanvas()
    await ana.press('Control+f')
    const field = ana.page.getByRole('combobox', { name: 'Find on this map' })
    await expect(field).toBeFocused()
    await field.fill('los')
    await expect(ana.page.getByRole('option', { name: /Lost harvest/ })).toBeVisible()
    await expect(ana.page.getByText('1 found.')).toBeVisible()
    await ana.press('Enter')
    await expect(ana.inspector.getByRole('textbox', { name: 'Name' })).toHaveValue('Lost harvest')
    await field.press('Escape')
    await expect(field).toBeHidden()

    await ana.focusCanvas()
    await ana.press('Control+k')
    await expect(ana.page.getByRole('dialog', { name: 'Find an action' })).toBeVisible()
    await ana.page.keyboard.type('theme: dark')
    await ana.press('Enter')
    await expect(ana.page.locator('html')).toHaveAttribute('data-theme', 'dark')
    // What the menu says is found by the menu's words.
    const { page } = ana
    for (const [words, name] of [
      ['ask the group', 'Rounds'],
      ['delete this map', 'Delete this map…'],
      ['help', 'Keyboard shortcuts'],
      ['table', 'View: Table'],
    ] as const) {
      await ana.focusCanvas()
      await ana.press('Control+k')
      await page.getByRole('combobox').fill(words)
      await expect(page.getByRole('option', { name, exact: false })).toBeVisible()
      await ana.press('Escape')
    }
    await ana.press('Control+k')
    await page.getByRole('combobox').fill('rename map')
    await page.getByRole('option', { name: 'Rename map' }).click()
    await page.getByRole('textbox', { name: 'Title of the map' }).fill('High water')
    await ana.press('Enter')
    await expect(page).toHaveTitle(/High water/)
    await ana.focusCanvas()
    await ana.press('Control+k')
    await expect(ana.page.getByRole('dialog', { name: 'Find an action' })).toBeVisible()
    await ana.page.keyboard.type('flooding')
    await expect(ana.page.getByRole('option', { name: 'Flooding' })).toBeVisible()
    await ana.press('Enter')
    await expect(ana.inspector.getByRole('textbox', { name: 'Name' })).toHaveValue('Flooding')
  })

  test('the outline adds, links and signs without the canvas', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    await ana.page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Outline' }).click()
    const outline = ana.page.getByRole('region', { name: 'Outline' })
    await expect(outline.getByText('Lost harvest').first()).toBeVisible()
    await outline.getByRole('textbox', { name: 'Add a variable' }).fill('Insurance')
    await outline.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(ana.element('Insurance')).toBeVisible()
  })

  test('KEY-7, KEY-8: an arrow off a selected link ends its selection, and keys mean what the focus ring is on', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    const link = ana.link('Rain increases Flooding')
    const sheet = ana.page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    // Where it is now: going to something by key may move the view.
    const click = async (): Promise<void> => {
      const { x, y } = await link.locator('.weft-stroke').evaluate((line: SVGPathElement) => {
        const middle = line
          .getPointAtLength(line.getTotalLength() / 2)
          .matrixTransform(line.getScreenCTM() ?? undefined)
        return { x: middle.x, y: middle.y }
      })
      await ana.page.mouse.click(x, y)
    }
    await click()
    await expect(link).toBeFocused()
    await expect(ana.selectionBar).toBeVisible()
    await ana.press('ArrowRight')
    await expect(ana.element('Flooding')).toBeFocused()
    await expect(ana.selectionBar).toBeHidden()
    await expect(ana.inspector).toBeHidden()
    await ana.press('-', 'd', '?')
    await expect(sheet).toBeVisible()
    await ana.press('Escape')
    await expect(sheet).toBeHidden()
    await expect(ana.element('Flooding')).toBeFocused()
    await ana.press('0')
    await expect(link).toBeVisible()
  })

  test('? shows every key; F6 goes round the parts of the page', async ({ map, come }) => {
    const ana = await come('Ana', map)
    await ana.focusCanvas()
    await ana.press('?')
    const sheet = ana.page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(sheet.getByText('Add a variable', { exact: true })).toBeVisible()
    await ana.press('Escape')
    await expect(sheet).toBeHidden()
    await ana.press('Control+f')
    await expect(ana.page.getByRole('combobox', { name: 'Find on this map' })).toBeFocused()
    await ana.press('Control+/')
    await expect(sheet).toBeVisible()
    await ana.press('Escape')
    await expect(sheet).toBeHidden()
    await ana.focusCanvas()
    for (let step = 0; step < 8; step += 1) {
      await ana.press('F6')
      if (await ana.canvas.evaluate((box) => box.contains(document.activeElement))) break
      expect(step, 'F6 comes back to the map').toBeLessThan(7)
    }
  })
})

test.describe('the view', () => {
  test('zoom by keys, buttons and wheel; fit brings everything back', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    const percent = ana.page.getByRole('button', { name: /back to actual size/ })
    await ana.focusCanvas()
    await expect(percent).toHaveText('100 %')
    await ana.press('Control+-')
    await expect(percent).not.toHaveText('100 %')
    await ana.press('Control+0')
    await expect(percent).toHaveText('100 %')
    await ana.page.getByRole('button', { name: 'Zoom in' }).click()
    await expect(percent).not.toHaveText('100 %')
    await ana.page.mouse.move(700, 500)
    await ana.page.keyboard.down('Control')
    await ana.page.mouse.wheel(0, -400)
    await ana.page.keyboard.up('Control')
    await ana.focusCanvas()
    await ana.press('Shift+1')
    for (const name of ['Rain', 'Flooding', 'Lost harvest'])
      await expect(ana.element(name)).toBeInViewport({ ratio: 0.99 })
    await expect(percent).toHaveText('100 %')
  })

  test('who has lost the map gets back with one press', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    await ana.page.keyboard.press('h')
    await ana.page.mouse.move(1000, 700)
    await ana.page.keyboard.down('Space')
    for (let turn = 0; turn < 3; turn += 1) await ana.drag({ x: 1050, y: 700 }, { x: 120, y: 500 })
    await ana.page.keyboard.up('Space')
    const back = ana.page.getByRole('button', { name: 'Back to the map' })
    await expect(back).toBeVisible()
    await back.click()
    await expect(ana.element('Rain')).toBeInViewport({ ratio: 0.99 })
    await expect(back).toBeHidden()
  })

  test('the theme follows the menu and stays after a reload', async ({ map, come }) => {
    const ana = await come('Ana', map)
    const html = ana.page.locator('html')
    await ana.page.getByRole('button', { name: 'Menu' }).click()
    await ana.page
      .getByRole('menuitem', { name: 'Theme' })
      .or(ana.page.getByRole('menuitemradio', { name: 'Dark' }))
      .first()
      .hover()
    await ana.page.getByRole('menuitemradio', { name: 'Dark' }).click()
    await expect(html).toHaveAttribute('data-theme', 'dark')
    await ana.page.reload()
    await ana.isOpen()
    await expect(html).toHaveAttribute('data-theme', 'dark')
  })
})
