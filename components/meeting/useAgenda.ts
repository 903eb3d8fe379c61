'use client'
import * as z from 'zod/mini'
import { useCallback, useMemo, useState } from 'react'
import { succeed, type Result } from '../../lib/base/result'
import { emptyAgenda, type Agenda, type Step } from '../../lib/practice/agenda'
import { agendaAnswerSchema, type AgendaAnswer } from '../../lib/protocol/agenda'
import type { ApiProblem } from '../hooks/api'
import { useEditor } from '../hooks/EditorProvider'
import { useApiProblem } from '../hooks/useApiProblem'
import { useObservable } from '../hooks/useObservable'
import { useSeat } from '../hooks/useRounds'
import { toast } from '../ui/toast'
import { agendaApi } from './agendaApi'

const none: AgendaAnswer = { version: 0, agenda: emptyAgenda, at: null, since: null, been: [] }

/** Times that a change is made anew to what somebody else left meanwhile. */
const tries = 4

/** The agenda of this map and the step that the meeting is at; undefined until the server has told. */
export function useAgenda(): AgendaAnswer | undefined {
  const told = useObservable(useEditor().meetingNews.agenda)
  return useMemo(() => z.safeParse(agendaAnswerSchema, told).data, [told])
}

export interface CurrentStep {
  readonly step: Step
  /** From 0. */
  readonly index: number
  readonly steps: readonly Step[]
}

/** The step that the meeting is at, if it is at one. */
export function useCurrentStep(): CurrentStep | undefined {
  const told = useAgenda()
  return useMemo(() => {
    const steps = told?.agenda.steps ?? []
    const index = steps.findIndex(({ id }) => id === told?.at)
    const step = steps[index]
    return step === undefined ? undefined : { step, index, steps }
  }, [told])
}

export interface AgendaActs {
  readonly busy: boolean
  /**
   * Changes the agenda for everyone. What somebody else changed meanwhile stays: `edit` is made to that, and so may
   * be called several times.
   */
  change(edit: (agenda: Agenda) => Agenda): Promise<Result<void, ApiProblem>>
  /**
   * Puts an agenda in place of the one of this version, and of no other: `agenda-changed` if somebody else has changed
   * it meanwhile, which this tab knows of then.
   */
  replace(version: number, agenda: Agenda): Promise<Result<void, ApiProblem>>
  /** Everyone goes to this step, or to none. What goes wrong is said. */
  goTo(step: string | null): Promise<void>
}

export function useAgendaActs(): AgendaActs {
  const { meetingNews } = useEditor()
  const seat = useSeat()
  const say = useApiProblem()
  const [busy, setBusy] = useState(false)
  const change = useCallback(
    async (edit: (agenda: Agenda) => Agenda): Promise<Result<void, ApiProblem>> => {
      setBusy(true)
      let known = z.safeParse(agendaAnswerSchema, meetingNews.agenda.get()).data ?? none
      let done = await agendaApi.put(seat, known.version, edit(known.agenda))
      for (let turn = 1; turn < tries && !done.ok && done.reason.code === 'agenda-changed'; turn += 1) {
        const found = await agendaApi.find(seat)
        if (!found.ok) break
        known = found.value
        done = await agendaApi.put(seat, known.version, edit(known.agenda))
      }
      setBusy(false)
      if (!done.ok) return done
      meetingNews.takeAgenda(done.value)
      return succeed(undefined)
    },
    [meetingNews, seat],
  )
  const replace = useCallback(
    async (version: number, agenda: Agenda): Promise<Result<void, ApiProblem>> => {
      setBusy(true)
      const done = await agendaApi.put(seat, version, agenda)
      const found = done.ok || done.reason.code !== 'agenda-changed' ? done : await agendaApi.find(seat)
      setBusy(false)
      if (found.ok) meetingNews.takeAgenda(found.value)
      return done.ok ? succeed(undefined) : done
    },
    [meetingNews, seat],
  )
  const goTo = useCallback(
    async (step: string | null): Promise<void> => {
      setBusy(true)
      const gone = await agendaApi.goTo(seat, step)
      setBusy(false)
      if (gone.ok) meetingNews.takeAgenda(gone.value)
      else toast.error(say(gone.reason))
    },
    [meetingNews, seat, say],
  )
  return { busy, change, replace, goTo }
}
