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
    await ana.page.keyboard.type('Housing cost')
    await ana.press('Enter')
    await expect(ana.elements).toHaveCount(3)
    await expect(ana.element('Workload')).toHaveAccessibleName('Workload. Variable. 0 in, 1 out.')
    await expect(ana.element('Staff turnover')).toHaveAccessibleName('Staff turnover. Variable. 1 in, 0 out.')
    await expect(ana.element('Housing cost')).toHaveAccessibleName(/0 in, 0 out/)

    await ana.focusCanvas()
    await ana.press('Escape', 'Escape', 'n')
    await ana.page.keyboard.type('Never mind')
    await ana.press('Escape')
    await expect(ana.nameField).toBeHidden()
    await expect(ana.elements).toHaveCount(3)
    await ana.isSaved()
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
    await ana.select('Workload')
    await ana.drag(await ana.rimOf('Workload'), await ana.middleOf('Stress'))
    await expect(ana.signQuestion).toBeVisible()
    await expect(ana.signQuestion).toContainText('When Workload goes up, Stress goes…')
    await ana.signQuestion.getByRole('button', { name: 'up' }).click()
    await expect(ana.signQuestion).toBeHidden()
    await expect(ana.link('Workload increases Stress')).toBeVisible()
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
    await expect(ana.link('Town council to Schools: tie')).toBeVisible()
    await expect(ana.signQuestion).toBeHidden()
  })
})
