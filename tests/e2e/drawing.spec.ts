import { threeVariables } from './sampleFiles'
import { expect, test } from './weftTest'

test.describe('drawing variables and links', () => {
  test('KEY-3, GEST-11: double-click, Tab, Ctrl+Enter, Enter and Esc while naming', async ({ map, come }) => {
    const ana = await come('Ana', map)
    await ana.page.mouse.dblclick(420, 300)
    await expect(ana.nameField).toBeFocused()
    await ana.page.keyboard.type('Workload')
    await ana.press('Tab')
    await ana.page.keyboard.type('Staff turnover')
    await ana.press('Control+Enter')
    await expect(ana.nameField).toHaveValue('')
    await ana.page.keyboard.type('Housing cost')
    await expect(ana.signQuestion).toBeHidden()
    await ana.press('Enter')
    await expect(ana.elements).toHaveCount(3)
    // GEST-17: now the sign of the link is asked for, by the keyboard too, and Esc leaves it open.
    await expect(ana.signQuestion).toContainText('When Workload goes up, Staff turnover goes')
    await expect(ana.signQuestion.getByRole('button', { name: 'up' })).toBeFocused()
    await ana.press('Escape')
    await expect(ana.signQuestion).toBeHidden()
    await expect(ana.element('Workload')).toHaveAccessibleName('Workload. Variable. 0 in, 1 out.')
    await expect(ana.element('Staff turnover')).toHaveAccessibleName('Staff turnover. Variable. 1 in, 0 out.')
    await expect(ana.element('Housing cost')).toHaveAccessibleName(/0 in, 0 out/)

    await ana.focusCanvas()
    await ana.press('Escape', 'Escape', 'n')
    await ana.page.keyboard.type('Never mind')
    await ana.press('Escape')
    await expect(ana.nameField).toBeHidden()
    await expect(ana.elements).toHaveCount(3)
    // The keys stay with the map.
    await expect
      .poll(async () => ana.page.evaluate(() => document.activeElement?.closest('.weft-surface') !== null))
      .toBe(true)
    await ana.isSaved()
  })

  test('GEST-17: the signs of a chain are asked for in turn after the last name, each clear of the inspector', async ({
    map,
    come,
  }) => {
    const ana = await come('Ana', map)
    await ana.page.mouse.dblclick(500, 300)
    for (const [name, end] of [
      ['Trust', 'Tab'],
      ['Talks', 'Tab'],
      ['Plans', 'Tab'],
      ['Results', 'Enter'],
    ] as const) {
      await expect(ana.nameField).toHaveValue('')
      await expect(ana.nameField).toBeFocused()
      await ana.page.keyboard.type(name)
      await ana.press(end)
    }
    for (const [from, to, key] of [
      ['Trust', 'Talks', '+'],
      ['Talks', 'Plans', '-'],
      ['Plans', 'Results', '+'],
    ] as const) {
      await expect(ana.signQuestion).toContainText(`When ${from} goes up, ${to} goes`)
      await expect(ana.signQuestion.getByRole('button', { name: 'up' })).toBeFocused()
      await expect(ana.inspector).toBeVisible()
      const isClear = async (): Promise<boolean> => {
        const [question, panel] = [await ana.signQuestion.boundingBox(), await ana.inspector.boundingBox()]
        return question !== null && panel !== null && question.x + question.width <= panel.x
      }
      await expect.poll(isClear).toBe(true)
      await ana.press(key)
    }
    await expect(ana.signQuestion).toBeHidden()
    await expect(ana.link('Trust increases Talks')).toBeVisible()
    await expect(ana.link('Talks decreases Plans')).toBeVisible()
    await expect(ana.link('Plans increases Results')).toBeVisible()
  })

  test('KEY-3: Shift+Enter breaks the line; F2 renames; an empty name of a new element leaves nothing', async ({
    map,
    come,
  }) => {
    const ana = await come('Ana', map)
    await ana.page.mouse.dblclick(500, 300)
    await ana.page.keyboard.type('Access to')
    await ana.press('Shift+Enter')
    await ana.page.keyboard.type('green space')
    await ana.press('Enter')
    await expect(ana.element('Access to green space')).toBeVisible()

    await ana.select('Access to green space')
    await ana.press('F2')
    await expect(ana.nameField).toBeFocused()
    await ana.press('Control+a')
    await ana.page.keyboard.type('Parks')
    await ana.press('Enter')
    await expect(ana.element('Parks')).toBeVisible()

    await ana.page.mouse.dblclick(500, 600)
    await expect(ana.nameField).toBeFocused()
    await ana.press('Enter')
    await expect(ana.elements).toHaveCount(1)
  })

  test('GEST-7: a drag from an edge links, asks for the sign, and the sign stands', async ({ map, come }) => {
    const ana = await come('Ana', map)
    await ana.add('Workload', { x: 420, y: 300 })
    await ana.add('Stress', { x: 800, y: 300 })
    await ana.press('Escape')
    const rim = await ana.rimOf('Workload')
    await ana.page.mouse.move(rim.x, rim.y)
    await expect(ana.linkDots).toHaveCount(4)
    await ana.drag(rim, await ana.middleOf('Stress'))
    await expect(ana.signQuestion).toBeVisible()
    await expect(ana.signQuestion).toContainText('When Workload goes up, Stress goes…')
    await ana.signQuestion.getByRole('button', { name: 'up' }).click()
    await expect(ana.signQuestion).toBeHidden()
    await expect(ana.link('Workload increases Stress')).toBeVisible()
    // Straight back to where the pull began: it is come to anew.
    await ana.page.mouse.move(rim.x, rim.y)
    await expect(ana.linkDots).toHaveCount(4)
    await ana.isSaved()
  })

  test('GEST-7: a drag to empty space makes a linked variable and goes on to its name', async ({ map, come }) => {
    const ana = await come('Ana', map)
    await ana.add('Workload', { x: 420, y: 300 })
    await ana.select('Workload')
    await ana.drag(await ana.rimOf('Workload'), { x: 800, y: 450 })
    await expect(ana.nameField).toBeFocused()
    await ana.page.keyboard.type('Sick days')
    await ana.press('Enter')
    await expect(ana.signQuestion).toBeVisible()
    await ana.press('-')
    await expect(ana.link('Workload decreases Sick days')).toBeVisible()
  })

  test('GEST-8: linking by taps alone, from the tool rail', async ({ map, come }) => {
    const ana = await come('Ana', map)
    await ana.add('Rain', { x: 420, y: 300 })
    await ana.add('Flooding', { x: 800, y: 300 })
    await ana.page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Link' }).click()
    const rain = await ana.middleOf('Rain')
    const flooding = await ana.middleOf('Flooding')
    await ana.page.mouse.click(rain.x, rain.y)
    await expect(ana.page.getByText('Choose where it leads', { exact: true })).toBeVisible()
    await ana.page.mouse.click(flooding.x, flooding.y)
    await ana.signQuestion.getByRole('button', { name: 'not sure' }).click()
    await expect(ana.link('Rain affects Flooding, sign not known')).toBeVisible()
  })

  test('GEST-8: after L, the end of the link may be tapped on the map instead of picked from the list', async ({
    map,
    come,
  }) => {
    const ana = await come('Ana', map)
    await ana.add('Rain', { x: 420, y: 300 })
    await ana.add('Flooding', { x: 1000, y: 240 })
    const rain = await ana.middleOf('Rain')
    await ana.page.mouse.click(rain.x, rain.y)
    await ana.press('l')
    await expect(ana.page.getByRole('combobox', { name: /^Link “Rain”/ })).toBeFocused()
    const flooding = await ana.middleOf('Flooding')
    await ana.page.mouse.click(flooding.x, flooding.y)
    await expect(ana.signQuestion).toBeVisible()
    await ana.press('-')
    await expect(ana.link('Rain decreases Flooding')).toBeVisible()
    // Beside everything it only closes the list.
    await ana.page.mouse.click(rain.x, rain.y)
    await ana.press('l')
    await ana.page.mouse.click(300, 700)
    await expect(ana.page.getByRole('combobox', { name: /^Link “Rain”/ })).toBeHidden()
    await expect(ana.links).toHaveCount(1)
    await expect(ana.elements).toHaveCount(2)
  })

  test('KEY-9: L while the sign is asked for goes on from the end of the link, and what is typed goes into the list', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    const list = (from: string) => ana.page.getByRole('combobox', { name: new RegExp(`^Link “${from}”`) })
    await ana.select('Rain')
    await ana.press('l')
    await expect(list('Rain')).toBeFocused()
    await ana.page.keyboard.type('Lost')
    await ana.press('Enter')
    await expect(ana.signQuestion).toBeVisible()
    await ana.press('l')
    await expect(list('Lost harvest')).toBeFocused()
    await expect(ana.page.getByText('Choose where the link begins')).toBeHidden()
    await ana.page.keyboard.type('Debt')
    await expect(list('Lost harvest')).toHaveValue('Debt')
    await ana.press('Enter')
    await expect(ana.element('Debt')).toBeVisible()
    await expect(ana.elements).toHaveCount(4)
    await expect(ana.links).toHaveCount(3)
  })

  test('CANVAS-5: a frame around a selection and its name are one step', async ({ importMap, come }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    await ana.select('Rain', 'Flooding')
    await ana.press('f')
    await expect(ana.nameField).toBeFocused()
    await ana.page.keyboard.type('Weather')
    await ana.press('Enter')
    await expect(ana.element('Weather')).toHaveAccessibleName(/^Weather\. Frame/)
    await ana.press('Control+z')
    await expect(ana.elements).toHaveCount(3)
  })

  test('KEY-2: a causal loop by keyboard alone: add, link, sign, delay, rename', async ({ map, come }) => {
    const ana = await come('Ana', map)
    await ana.focusCanvas()
    await ana.press('n')
    await ana.page.keyboard.type('Trust')
    await ana.press('Enter')
    await expect(ana.element('Trust')).toBeFocused()
    await ana.press('Escape', 'n')
    await ana.page.keyboard.type('Cooperation')
    await ana.press('Enter')
    await expect(ana.element('Cooperation')).toBeFocused()

    await ana.press('l')
    await expect(ana.page.getByRole('combobox', { name: /^Link “Cooperation”/ })).toBeFocused()
    await ana.page.keyboard.type('tru')
    await ana.press('Enter')
    await expect(ana.signQuestion).toBeVisible()
    await ana.press('+')
    await expect(ana.link('Cooperation increases Trust')).toBeVisible()

    await ana.element('Cooperation').focus()
    await ana.press('Alt+ArrowRight')
    await expect(ana.link('Cooperation increases Trust')).toBeFocused()
    await ana.press('d')
    await expect(ana.link('Cooperation increases Trust, delayed')).toBeVisible()
    await ana.press('-')
    await expect(ana.link('Cooperation decreases Trust, delayed')).toBeVisible()
    await ana.isSaved()
  })

  test('KEY-2: linking by keyboard there and back; the same link twice is refused in words', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    const linkTo = async (from: string, to: string): Promise<void> => {
      await ana.element(from).focus()
      await ana.press('l')
      await expect(ana.page.getByRole('combobox', { name: new RegExp(`^Link “${from}”`) })).toBeFocused()
      await ana.page.keyboard.type(to)
      await ana.press('Enter')
    }
    await linkTo('Flooding', 'Lost')
    await expect(ana.signQuestion).toBeVisible()
    await ana.press('+')
    await expect(ana.link('Flooding increases Lost harvest')).toBeFocused()
    await linkTo('Lost harvest', 'Flood')
    await expect(ana.signQuestion).toBeVisible()
    await ana.press('-')
    await expect(ana.link('Lost harvest decreases Flooding')).toBeFocused()
    await expect(ana.element('Lost harvest')).toHaveAccessibleName(/1 in, 1 out/)
    await linkTo('Lost harvest', 'Flood')
    await expect(ana.toast(/already/)).toBeVisible()
    await expect(ana.links).toHaveCount(3)
    await ana.isSaved()
  })

  test('CANVAS-5: a new element joins the map with its link when its name is kept, as one step; given up, it leaves no trace', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    await expect(ben.elements).toHaveCount(3)
    const pull = async (): Promise<void> => {
      await ana.select('Rain')
      await ana.drag(await ana.rimOf('Rain'), { x: 520, y: 700 })
      await expect(ana.nameField).toBeFocused()
      await ana.page.keyboard.type('Mudslide')
    }
    await pull()
    await ana.press('Escape')
    await expect(ana.nameField).toBeHidden()
    await expect(ana.elements).toHaveCount(3)
    await ana.focusCanvas()
    await ana.press('Control+z')
    // What Ana does next reaches Ben, and nothing of what was given up came before it.
    await pull()
    await ana.press('Enter')
    await expect(ben.link('Rain affects Mudslide, sign not known')).toBeVisible()
    await expect(ben.elements).toHaveCount(4)
    await ana.press('Escape')
    await ana.focusCanvas()
    await ana.press('Control+z')
    await expect(ben.elements).toHaveCount(3)
    await expect(ben.links).toHaveCount(1)
  })

  test('CANVAS-2: a link that is given the focus by other means than keys is what the keys are about', async ({
    importMap,
    come,
  }) => {
    const ana = await come('Ana', await importMap(threeVariables))
    await expect(ana.page.getByRole('application')).toHaveCount(1)
    await ana.link('Rain increases Flooding').focus()
    await ana.press('-')
    await expect(ana.link('Rain decreases Flooding')).toBeFocused()
    await ana.press('Alt+ArrowRight')
    await expect(ana.element('Flooding')).toBeFocused()
  })

  test('KEY-3: Esc gives up a name, but keeps what was written on a new note', async ({ map, come }) => {
    const ana = await come('Ana', map)
    await ana.focusCanvas()
    await ana.press('s')
    await expect(ana.nameField).toBeFocused()
    await ana.page.keyboard.type('Remember this')
    await ana.press('Escape')
    await expect(ana.element('Remember this')).toBeVisible()
    await ana.isSaved()
  })

  test('stakeholders, notes, texts and frames by their keys; a tie between stakeholders', async ({ map, come }) => {
    const ana = await come('Ana', map)
    for (const [key, name, kind] of [
      ['a', 'Town council', 'Stakeholder'],
      ['a', 'Schools', 'Stakeholder'],
      ['s', 'Ask the parents', 'Note'],
      ['t', 'What moves it?', 'Text'],
      ['f', 'Today', 'Frame'],
    ] as const) {
      await ana.focusCanvas()
      await ana.press('Escape', 'Escape', key)
      await expect(ana.nameField).toBeFocused()
      await ana.page.keyboard.type(name)
      await ana.press('Enter')
      await expect(ana.element(name)).toHaveAccessibleName(new RegExp(`^${name.replace('?', '\\?')}\\. ${kind}`))
    }
    await ana.select('Town council')
    await ana.press('l')
    await expect(ana.page.getByRole('combobox', { name: /^Link “Town council”/ })).toBeFocused()
    await ana.page.keyboard.type('Schools')
    await ana.press('Enter')
    await expect(ana.link('Town council and Schools: tie')).toBeVisible()
    await expect(ana.signQuestion).toBeHidden()
  })
})
