/** Something that the palette can do, by name. */
export interface PaletteAction {
  readonly id: string
  readonly group: 'add' | 'selection' | 'view' | 'map'
  readonly label: string
  /** Other words by which it is looked for. */
  readonly words?: string
  readonly shortcut?: readonly string[]
  /** Why it would come to nothing now: said in its row, which can still be reached and read, and does nothing. */
  readonly refused?: string | undefined
  readonly act: () => void
}
