import type { VariableMark } from '../model/variable'

/** How a variable's mark is drawn: a stroke around the middle of its box. The same for canvas and pictures. */
export const variableMarkPaths: Readonly<Record<VariableMark, string>> = {
  /** A beat, as of a pulse. */
  symptom: 'M-7 0.5H-3.5L-1 -5.5L2 5.5L4 0.5H7',
  /** A target. */
  goal: 'M6.5 0A6.5 6.5 0 1 1 -6.5 0A6.5 6.5 0 1 1 6.5 0M2 0A2 2 0 1 1 -2 0A2 2 0 1 1 2 0',
  /** A flag. */
  result: 'M-4.5 7V-6.5H6L3 -3L6 0.5H-4.5',
}

/** Width of the stroke, in canvas units. */
export const variableMarkStroke = 1.7
