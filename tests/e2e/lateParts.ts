import type { Page } from '@playwright/test'

/** Has the page find no idle moment: nothing comes before it is asked for. For `addInitScript`. */
export const neverIdle = (): void => {
  window.requestIdleCallback = () => 0
}

/** Keeps scripts from the page until the returned function is called. The browser has no service worker. */
export async function holdScripts(page: Page): Promise<() => void> {
  let release = (): void => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/**', async (route) => {
    await released
    await route.continue()
  })
  return release
}
