import type { Locator, Page } from '@playwright/test'
import { expect } from './weftTest'

/** Opens the dialog in which the group is asked, at this kind. */
export async function askRound(page: Page, kind: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Ask the group' }).click()
  const panel = page.getByRole('region', { name: 'Rounds' })
  await expect(panel).toBeVisible()
  await panel.getByRole('button', { name: 'Ask the group' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ask the group' })
  await dialog.getByRole('combobox', { name: 'How' }).click()
  await page.getByRole('option', { name: kind }).click()
  return dialog
}

/** The line over the map in which the group is asked this. */
export function strip(page: Page, question: string): Locator {
  return page.getByRole('status').filter({ hasText: question })
}
