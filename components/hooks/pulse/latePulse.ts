import type { Editor } from '../../../lib/editor/editor'
import type { PulseRuns } from './pulseRuns'

let runsOf: ((editor: Editor) => PulseRuns) | undefined

/** Loads what pushes need: nobody pushes a variable before seeing the map. */
export async function loadPulse(): Promise<(editor: Editor) => PulseRuns> {
  runsOf ??= (await import('./usePulse')).pulseRunsOf
  return runsOf
}

/** The pushes of this tab on this map; undefined until they are loaded, when none can be on. */
export function loadedRunsOf(editor: Editor): PulseRuns | undefined {
  return runsOf?.(editor)
}
