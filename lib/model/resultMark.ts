/** What stands at a variable that a result measures. */
export interface ResultMarkText {
  /** Its latest reading, which way that went, and how it is to what people want. */
  readonly text: string
  readonly tone: 'reached' | 'against' | 'plain'
  /** What was read. */
  readonly about: string
}
