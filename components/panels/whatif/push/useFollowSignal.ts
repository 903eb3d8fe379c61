'use client'
import { useEffect } from 'react'
import { readLevels, tellFrame } from '../../../../lib/analysis/pulseStory'
import type { PulseFilm } from '../../../../lib/analysis/pulseFilm'
import type { ElementId } from '../../../../lib/base/ids'
import { useEditor, useWorkspace, useWorkspaceState } from '../../../hooks/EditorProvider'
import { usePulse } from '../../../hooks/pulse/usePulse'
import { usePhone } from '../../../hooks/useMedia'

/** More than these at once would be too small to be told apart: then what moves at a step is enough. */
const mostAtOnce = { wide: 40, phone: 0 } as const
/** Of what moves at a step, the sentences whose variables are shown; on a phone the one that its strip tells. */
const mostMoves = { wide: 5, phone: 1 } as const

/**
 * While a push runs, one's own or one that is watched, the view goes along with its signal: what it has reached
 * stays between the panels, and what was selected before opens nothing in front of it. A hand that moves
 * the view ends that until the next push.
 */
export function useFollowSignal(): void {
  const editor = useEditor()
  const workspace = useWorkspace()
  const screen = usePhone() ? 'phone' : 'wide'
  const question = usePulse(({ run }) => run?.question)
  // A run that begins again since the map has changed is the same to who has moved the view.
  const begun = usePulse(({ run, by, restarted }) => (restarted ? undefined : `${run?.turn} ${by?.id ?? ''}`))
  useEffect(() => {
    if (question === undefined) {
      workspace.update({ pushedFrom: undefined, followsSignal: false })
    } else if (begun !== undefined) {
      const selection = editor.selection.get()
      // On a phone it opens no sheet when the run ends either.
      workspace.update({ followsSignal: true, pushedFrom: selection, unasked: selection })
    }
  }, [question, begun, editor, workspace])

  const follows = useWorkspaceState((state) => state.followsSignal)
  const wanted = usePulse(({ run, film }) => {
    if (run === undefined) return ''
    if (film === undefined) return run.question.variable
    return reachedBy(film, run.step, screen).join(' ')
  })
  useEffect(() => {
    if (follows && wanted !== '') workspace.get().camera?.revealWhole?.(wanted.split(' ') as ElementId[])
  }, [follows, wanted, workspace])
}

/** What is to be seen of a run at a step: all that has moved by then, or where that is too much what moves now. */
function reachedBy(film: PulseFilm, step: number, screen: keyof typeof mostAtOnce): readonly ElementId[] {
  const { graph, frames } = film
  const at = Math.min(step, frames.length - 1)
  const moved = readLevels(film, at).map(({ variable }) => variable)
  const moving = tellFrame(graph, frames[at] ?? frames[0])
    .slice(0, mostMoves[screen])
    .flatMap(({ from, to }) => [from, to])
  const shown = at === 0 || moved.length <= mostAtOnce[screen] ? moved : moving
  return [...new Set(shown)].flatMap((variable) => graph.variables[variable] ?? [])
}
