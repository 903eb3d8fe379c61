import type { Page } from '@playwright/test'

/** Has the page find no idle moment: nothing comes before it is asked for. For `addInitScript`. */
export const neverIdle = (): void => {
  window.requestIdleCallback = () => 0
}

/** Has the page wait for parts as long as the test takes, where it would give them up after ten seconds. For `addInitScript`. */
export const neverLate = (): void => {
  const wait = window.setTimeout
  const patient = (act: TimerHandler, time?: number, ...rest: unknown[]): number =>
    time === 10_000 ? 0 : wait(act, time, ...rest)
  window.setTimeout = patient as typeof window.setTimeout
}

/** Workers hear nothing until the page is told the event `let-workers-go`. For `addInitScript`. */
export const holdWorkers = (): void => {
  const { postMessage } = Worker.prototype
  const held: (() => void)[] = []
  let isFree = false
  Worker.prototype.postMessage = function hold(this: Worker, message: unknown): void {
    if (isFree) postMessage.call(this, message)
    else held.push(() => postMessage.call(this, message))
  }
  window.addEventListener('let-workers-go', () => {
    isFree = true
    for (const go of held.splice(0)) go()
  })
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
