'use client'
import { useEffect } from 'react'
import type { PulseFilm } from '../../../lib/analysis/pulseFilm'
import { systemClock } from '../../../lib/base/clock'
import type { Editor } from '../../../lib/editor/editor'
import { useEditor } from '../EditorProvider'
import type { FilmReply, FilmRequest } from './pulseWorker'
import { useObservable } from '../useObservable'
import { createPulseRuns, type PulseRuns, type PulseScreen } from './pulseRuns'

const runsOfEditors = new WeakMap<Editor, PulseRuns>()

/** The pushes of this tab on this map. */
export function pulseRunsOf(editor: Editor): PulseRuns {
  const known = runsOfEditors.get(editor)
  if (known !== undefined) return known
  const made = createPulseRuns({ editor, clock: systemClock, makeFilm: createFilmMaker() })
  runsOfEditors.set(editor, made)
  return made
}

/** To push, play and share. Stable: using it never redraws a component. */
export function usePulseRuns(): PulseRuns {
  return pulseRunsOf(useEditor())
}

/** What this tab shows of a push, or a part of it. */
export function usePulse(): PulseScreen
export function usePulse<Part>(select: (screen: PulseScreen) => Part): Part
export function usePulse<Part>(select?: (screen: PulseScreen) => Part): PulseScreen | Part {
  const { screen } = usePulseRuns()
  return useObservable<PulseScreen, PulseScreen | Part>(screen, select ?? ((whole) => whole))
}

/** Ends what runs when the map leaves the screen. */
export function usePulseEnd(): void {
  const runs = usePulseRuns()
  useEffect(() => () => runs.stop(), [runs])
}

/** Films come from a worker that is started with the first push and stays: one serves many. */
function createFilmMaker(): Parameters<typeof createPulseRuns>[0]['makeFilm'] {
  let worker: Worker | undefined
  let request = 0
  let finish: ((film: PulseFilm | undefined) => void) | undefined
  return (graph, { variable, direction }, done) => {
    finish = done
    if (worker === undefined) {
      const made = new Worker(new URL('./pulseWorker.ts', import.meta.url), { type: 'module' })
      made.addEventListener('message', ({ data }: MessageEvent<FilmReply>) => {
        if (data.request === request) finish?.(data.film)
      })
      made.addEventListener('error', () => {
        made.terminate()
        worker = undefined
        finish?.(undefined)
      })
      worker = made
    }
    request += 1
    const asked: FilmRequest = { request, graph, push: { variable, direction } }
    worker.postMessage(asked)
  }
}
