/** What a panel of the analysis group is given. */
export interface AnalysisPartProps {
  /** On a phone, where the panel covers the map: gives way to it. What the panel shows on the map stays. */
  readonly onShow?: (() => void) | undefined
}
