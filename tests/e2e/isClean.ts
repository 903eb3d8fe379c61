import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { phone } from './weftTest'

/** No finding of any weight, with the rule and the place in the failure. */
export async function isClean(page: Page, where: string, exempt: readonly string[] = []): Promise<void> {
  let { found, moved } = await findOnPage(page, exempt)
  // A message whose time was up in the middle of the look was judged while it faded out.
  for (let again = 0; found.length > 0 && moved && again < 3; again++)
    ({ found, moved } = await findOnPage(page, exempt))
  expect(found, where).toEqual([])
}

/** What is found on the page as it stands, and whether anything began to move meanwhile. */
async function findOnPage(page: Page, exempt: readonly string[]): Promise<{ found: string[]; moved: boolean }> {
  // What fades in is not yet what people read; and where one thing ends (a spinner), another begins to fade.
  const before = await page.evaluate(async () => {
    const findRunning = () => document.getAnimations().filter(({ playState }) => playState === 'running')
    for (let running = findRunning(); running.length > 0; running = findRunning()) {
      await Promise.all(running.map((animation) => animation.finished.catch(() => undefined)))
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    return document.querySelectorAll('[data-sonner-toast]:not([data-removed="true"])').length
  })
  const { violations } = await new AxeBuilder({ page })
    // Without a second page for the results: there are no frames to gather them from.
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules([...exempt])
    .analyze()
  const moved = await page.evaluate(
    (count) =>
      document.getAnimations().some(({ playState }) => playState === 'running') ||
      document.querySelectorAll('[data-sonner-toast]:not([data-removed="true"])').length !== count,
    before,
  )
  const found = violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html }) => `${impact} ${id}: ${html.slice(0, 160)}`),
  )
  return { found, moved }
}

/** Screens on which nothing is to be found. */
export const looks = [
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['light on a phone', phone],
  ['dark on a phone', { ...phone, colorScheme: 'dark' }],
] as const
