import { isClean } from './isClean'
import type { MapScreen } from './mapScreen'
import { weftFile } from './sampleFiles'
import { expect, test } from './weftTest'

const ring = weftFile(
  'Staff',
  {
    w: { label: 'Workload', at: [0, 0] },
    b: { label: 'Burnout', at: [300, -120] },
    v: { label: 'Vacant', at: [300, 160] },
  },
  [
    { from: 'w', to: 'b', polarity: '+' },
    { from: 'b', to: 'v', polarity: '+' },
    { from: 'v', to: 'w', polarity: '+' },
  ],
)

/** Opens the loop in the panel. */
async function lookAtLoop(one: MapScreen): Promise<void> {
  await one.page.getByRole('button', { name: 'Loops' }).click()
  const panel = one.page.getByRole('region', { name: 'Loops' })
  await panel.getByRole('button', { name: /^R1/ }).click()
  await expect(panel.getByRole('region', { name: 'Loop R1' })).toBeVisible()
}
const field = (one: MapScreen, name: 'Name' | 'Story') =>
  one.page.getByRole('region', { name: 'Loop R1' }).getByRole('textbox', { name })

test.describe('two texts at once', () => {
  test('LOSS-5, TAKE-7: of two stories of a loop, one of them written offline, none goes without a word', async ({
    importMap,
    come,
  }) => {
    const map = await importMap(ring)
    const ana = await come('Ana', map)
    const ben = await come('Ben', map)
    for (const one of [ana, ben]) await lookAtLoop(one)
    await field(ana, 'Name').fill('Burnout spiral')
    await ana.press('Enter')
    await expect(field(ben, 'Name')).toHaveValue('Burnout spiral')

    await ben.page.context().setOffline(true)
    await expect(ben.chip).toHaveAccessibleName(/^Offline/)
    const texts = { Ana: 'Overtime wears people out.', Ben: 'Those who stay have more to do.' }
    for (const [one, text] of [
      [ben, texts.Ben],
      [ana, texts.Ana],
    ] as const) {
      await field(one, 'Story').fill(text)
      await one.press('Tab')
    }
    await ana.isSaved()
    await ben.page.context().setOffline(false)
    await ben.isSaved()

    const told = /^(Ana|Ben) wrote over your story of the loop “Burnout spiral” without having seen it\.$/
    const heard = async (): Promise<readonly MapScreen[]> => {
      const counts = await Promise.all([ana, ben].map((one) => one.toast(told).count()))
      return [ana, ben].filter((_, index) => counts[index] === 1)
    }
    await expect.poll(async () => (await heard()).length).toBe(1)
    const [loser = ana] = await heard()
    const [mine, theirs] = loser === ana ? [texts.Ana, texts.Ben] : [texts.Ben, texts.Ana]
    await expect(loser.toast(`Yours: “${mine}” Now: “${theirs}”`)).toBeVisible()
    await expect(loser.toast(loser === ana ? /^Ben wrote/ : /^Ana wrote/)).toBeVisible()

    await isClean(loser.page, 'told of lost words')

    await loser.page.getByRole('button', { name: 'Add mine' }).click()
    for (const one of [ana, ben]) await expect(field(one, 'Story')).toHaveValue(`${theirs}\n\n${mine}`)
    await expect(loser.toast(told)).toBeHidden()
  })
})
