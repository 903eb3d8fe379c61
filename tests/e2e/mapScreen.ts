import { expect, type Locator, type Page } from '@playwright/test'

export interface Spot {
  readonly x: number
  readonly y: number
}

/** An open map as a person sees and handles it: everything by its role and its name. */
export class MapScreen {
  constructor(readonly page: Page) {}

  /** The map is there and everything the server has is on it. */
  async isOpen(): Promise<void> {
    await expect(this.canvas).toBeVisible({ timeout: 20_000 })
    await expect(this.chip).toHaveAccessibleName(/^(?!Loading)/)
  }

  get canvas(): Locator {
    return this.page.getByRole('application', { name: 'Map' })
  }

  /** Where the changes are: Saved, Saving…, Offline, … */
  get chip(): Locator {
    return this.page.getByRole('button', { name: /Where your changes are$/ })
  }

  async isSaved(): Promise<void> {
    await expect(this.chip).toHaveAccessibleName(/^Saved\./)
  }

  /** Elements by their whole name. */
  element(name: string): Locator {
    return this.canvas.getByRole('group', { name: new RegExp(`^${escape(name)}\\. `) })
  }

  get elements(): Locator {
    return this.canvas.getByRole('group', { name: /\. (Variable|Stakeholder|Note|Text|Frame|Picture|Action)\b/ })
  }

  /** A link by the sentence that says it: "Workload increases Staff turnover". */
  link(sentence: string): Locator {
    return this.canvas.getByRole('img', { name: sentence, exact: true })
  }

  get links(): Locator {
    return this.canvas.getByRole('img', { name: / (increases|decreases|affects|contributes to|and|to) / })
  }

  /** The field in which a name is typed on the map. */
  get nameField(): Locator {
    return this.page.getByRole('textbox', { name: /^Name of the / })
  }

  get signQuestion(): Locator {
    return this.page.getByRole('dialog', { name: 'Sign of the link' })
  }

  /** The page and all its parts are on the device: it may lose its network now. */
  async isKept(): Promise<void> {
    await expect(this.page.locator('html')).toHaveAttribute('data-kept', new URL(this.page.url()).pathname, {
      timeout: 20_000,
    })
  }

  get selectionBar(): Locator {
    return this.page.getByRole('toolbar', { name: 'Selection' })
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Inspector' })
  }

  toast(words: string | RegExp): Locator {
    return this.page.getByRole('region', { name: /^Messages/ }).getByText(words)
  }

  /** Double-click at a place of the window, type, Enter. */
  async add(name: string, at: Spot): Promise<void> {
    await this.page.mouse.dblclick(at.x, at.y)
    await expect(this.nameField).toBeFocused()
    await this.page.keyboard.type(name)
    await this.page.keyboard.press('Enter')
    await expect(this.element(name)).toBeVisible()
  }

  /** The middle of an element in the window. */
  async middleOf(name: string): Promise<Spot> {
    const box = await this.#restingBox(name)
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }

  /** A point on the right rim of an element, from which links are pulled. */
  /** From which links are pulled: four where one may, around what is pointed at or selected. */
  get linkDots(): Locator {
    return this.page.locator('circle.weft-dot')
  }

  async rimOf(name: string): Promise<Spot> {
    const box = await this.#restingBox(name)
    return { x: box.x + box.width, y: box.y + box.height / 2 }
  }

  /** Once the view has come to rest. */
  async #restingBox(name: string): Promise<Spot & { readonly width: number; readonly height: number }> {
    return this.element(name).evaluate(async (element) => {
      let [before, still] = [element.getBoundingClientRect(), 0]
      while (still < 4) {
        await new Promise(requestAnimationFrame)
        const now = element.getBoundingClientRect()
        still = now.x === before.x && now.y === before.y && now.width === before.width ? still + 1 : 0
        before = now
      }
      const { x, y, width, height } = before
      return { x, y, width, height }
    })
  }

  async select(...names: readonly string[]): Promise<void> {
    for (const [index, name] of names.entries()) {
      const { x, y } = await this.middleOf(name)
      if (index > 0) await this.page.keyboard.down('Shift')
      await this.page.mouse.click(x, y)
      if (index > 0) await this.page.keyboard.up('Shift')
    }
  }

  /** Presses, moves in steps as a hand does, and lets go unless told to hold. */
  async drag(from: Spot, to: Spot, { hold = false } = {}): Promise<void> {
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
    await this.page.mouse.move(to.x, to.y, { steps: 4 })
    if (!hold) await this.page.mouse.up()
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Gives the keyboard to the map, without choosing anything. */
  async focusCanvas(): Promise<void> {
    await this.canvas.focus()
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
