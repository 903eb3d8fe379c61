import type { MapScreen } from './mapScreen'
import { weftFile } from './sampleFiles'
import { expect, phone, test } from './weftTest'

const sample = weftFile(
  'Town',
  {
    zone: { label: 'Later', kind: 'frame', at: [0, 0, 300, 200] },
    rain: { label: 'Rain', at: [0, 0] },
    floods: { label: 'Floods', at: [330, 0] },
    roads: { label: 'Roads', at: [330, 160] },
  },
  [
    { from: 'rain', to: 'floods', polarity: '+' },
    { from: 'floods', to: 'roads', polarity: '+' },
  ],
)

/** The title of a frame is what takes the pointer. */
async function openFrameMenu(screen: MapScreen, name: string): Promise<void> {
  const title = await screen.element(name).locator('.weft-label').boundingBox()
  if (title === null) throw new Error('The frame has no title.')
  await screen.page.mouse.click(title.x + 8, title.y + title.height / 2, { button: 'right' })
}

test.describe('hidden frames', () => {
  test('PROTECT-29, PROTECT-36: what was written without a network where it is hidden by then is said to be hidden, and no lock', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(sample)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    await ana.isSaved()
    const { x, y } = await ana.middleOf('Rain')
    await ana.page.mouse.click(x, y)
    const name = ana.inspector.getByRole('textbox', { name: 'Name' })
    await expect(name).toBeVisible()
    await ana.isKept()
    await ana.page.context().setOffline(true)
    await expect(ana.page.getByRole('region', { name: 'Where your changes are' })).toBeVisible()
    await name.fill('Rain of May')
    await ana.page.keyboard.press('Enter')
    await expect(ana.element('Rain of May')).toBeVisible()
    await openFrameMenu(fay, 'Later')
    await fay.page.getByRole('menuitem', { name: 'Hide frame from participants' }).click()
    await expect(fay.toast(/Hidden from view, not secret/)).toBeVisible()
    await ana.page.context().setOffline(false)
    await expect(
      ana.toast('The facilitator has hidden what you changed, so what you had written was put back: “Rain of May”.'),
    ).toBeVisible()
    await expect(ana.page.getByRole('button', { name: 'Copy', exact: true })).toBeVisible()
    await expect(ana.element('Rain of May')).toHaveCount(0)
    await expect(ana.toast(/locked by the facilitator/)).toHaveCount(0)
  })

  test('PROTECT-33: a name typed where something hidden stands is not taken, says why, and is not lost', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(sample)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    const { x, y } = await ana.middleOf('Rain')
    await openFrameMenu(fay, 'Later')
    await fay.page.getByRole('menuitem', { name: 'Hide frame from participants' }).click()
    await expect(ana.element('Rain')).toHaveCount(0)
    await ana.page.mouse.dblclick(x, y)
    await expect(ana.nameField).toBeFocused()
    await ana.page.keyboard.type('Snow')
    await ana.page.keyboard.press('Enter')
    await expect(ana.toast(/hidden/)).toBeVisible()
    await expect(ana.toast(/Snow/)).toBeVisible()
    await expect(ana.element('Snow')).toHaveCount(0)
  })

  test('PROTECT-21: a frame that was locked alone says so, and is locked with what is in it by a press', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(sample)
    const fay = await come('Fay', map, { grant: 'facilitate' })
    const ana = await come('Ana', map, { grant: 'contribute' })
    await openFrameMenu(fay, 'Later')
    await fay.page.getByRole('menuitem', { name: 'Facilitator lock', exact: true }).click()
    await expect(ana.element('Later')).toHaveAccessibleName(/Facilitator lock\.$/)
    await expect(fay.inspector.getByText(/^Facilitator lock on the frame alone/)).toBeVisible()
    await openFrameMenu(fay, 'Later')
    await expect(fay.page.getByRole('menuitem', { name: 'Facilitator lock, with what is in it' })).toBeVisible()
    await expect(fay.page.getByRole('menuitem', { name: 'Lift the facilitator lock' })).toBeVisible()
    await fay.page.keyboard.press('Escape')
    await fay.inspector.getByRole('button', { name: 'Lock that too' }).click()
    await expect(ana.element('Rain')).toHaveAccessibleName(/Facilitator lock\.$/)
    await expect(fay.inspector.getByText(/^Facilitator lock: only those/)).toBeVisible()
    await fay.inspector.getByRole('button', { name: 'Lift' }).click()
    await expect(ana.element('Rain')).not.toHaveAccessibleName(/Facilitator lock\.$/)
  })

  for (const [where, options] of [
    ['a desktop', {}],
    ['a phone', phone],
  ] as const) {
    test(`PROTECT-30, PROTECT-31, PROTECT-38: on ${where} a hidden frame goes with what is in it, and comes back`, async ({
      importMap,
      come,
    }) => {
      const map = await importMap(sample)
      const fay = await come('Fay', map, { grant: 'facilitate' })
      const ana = await come('Ana', map, { grant: 'contribute', ...options })
      await expect(ana.element('Rain')).toBeVisible()
      await openFrameMenu(fay, 'Later')
      await fay.page.getByRole('menuitem', { name: 'Hide frame from participants' }).click()
      await expect(fay.toast(/Hidden from view, not secret/)).toBeVisible()

      for (const name of ['Later', 'Rain']) await expect(ana.element(name)).toHaveCount(0)
      await expect(ana.link('Rain increases Floods')).toHaveCount(0)
      await expect(ana.link('Floods increases Roads')).toBeVisible()
      await expect(fay.element('Rain')).toBeVisible()
      await expect(fay.element('Later')).toHaveAttribute('data-veil', 'Hidden')
      await ana.page.reload()
      await ana.isOpen()
      await expect(ana.element('Floods')).toBeVisible()
      await expect(ana.element('Rain')).toHaveCount(0)

      await fay.page.getByRole('button', { name: /people are here/ }).click()
      await fay.page.getByRole('button', { name: /^What participants may change/ }).click()
      const list = fay.page.getByRole('list', { name: 'Hidden frames' })
      await expect(list.getByText('Later')).toBeVisible()
      await list.getByRole('button', { name: 'Reveal' }).click()
      await expect(ana.element('Rain')).toBeVisible()
      await expect(ana.link('Rain increases Floods')).toBeVisible()
      await expect(fay.element('Later')).not.toHaveAttribute('data-veil')
    })
  }
})
