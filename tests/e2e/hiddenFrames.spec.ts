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

test.describe('hidden frames', () => {
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
      // The title of a frame is what takes the pointer.
      const title = await fay.element('Later').locator('.weft-label').boundingBox()
      if (title === null) throw new Error('The frame has no title.')
      await fay.page.mouse.click(title.x + 8, title.y + title.height / 2, { button: 'right' })
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
