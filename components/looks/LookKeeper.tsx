'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ElementId } from '../../lib/base/ids'
import type { LoopSet } from '../../lib/analysis/loopSet'
import type { VariableMeasures } from '../../lib/analysis/variableMeasures'
import { createSeeingMemory } from '../../lib/look/applyLook'
import type { Look } from '../../lib/look/look'
import { findLost } from '../../lib/look/lostWords'
import type { SaidOfElements } from '../../lib/look/lookValue'
import { createSafeSeeing } from '../../lib/look/safeSeeing'
import { toSaid } from '../../lib/look/saidOfLook'
import { latestVerdicts } from '../../lib/practice/groupSaid'
import { useEditor, useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useLoops } from '../hooks/useLoops'
import { useMeasures } from '../hooks/useMeasures'
import { useNetwork, type NetworkAnswer } from '../hooks/useNetwork'
import { needsOf, toLookMeasures, withoutMeasured } from '../../lib/look/lookMeasures'
import { useSync, useView } from '../hooks/useMap'
import { toast } from '../ui/toast'
import { useGoing } from '../panels/going/useGoing'
import { useLookNames } from './lookNames'
import { useLookInView } from './useLookInView'
import { isSameLook, lookOf, useShowLook } from './useLook'

/** Turns the look of this tab into a way of seeing the map, with the measures that it needs. Draws nothing. */
export function LookKeeper() {
  const look = useWorkspaceState((state) => state.look)
  useLookOfAddress()
  useMendedLook()
  return look === undefined ? null : <Keeper look={look} />
}

/**
 * A tab that looks at the map by a saved look, just as it is saved, goes on with it where that look has followed a word
 * that is called otherwise now: what it shows would ask for what nobody has any more.
 */
function useMendedLook(): void {
  const editor = useEditor()
  const workspace = useWorkspace()
  const look = useWorkspaceState((state) => state.look)
  const from = useWorkspaceState((state) => state.lookFrom)
  const saved = useView((view) => (from === undefined ? undefined : view.views.get(from)))
  const [before, setBefore] = useState(saved)
  useEffect(() => {
    setBefore(saved)
    if (look === undefined || saved === undefined || before === undefined || saved === before) return
    const [was, is] = [lookOf(before), lookOf(saved)]
    if (!isSameLook(look, was) || isSameLook(was, is) || findLost(editor.view.get(), look).length === 0) return
    workspace.lookAt(is, from)
  }, [editor, workspace, look, from, saved, before])
}

/** The look that the address of the page names, once the map has it; only the first time. */
function useLookOfAddress(): void {
  const show = useShowLook()
  const [wanted, setWanted] = useState(() => new URLSearchParams(location.search).get('look') ?? undefined)
  const record = useView((view) => (wanted === undefined ? undefined : view.views.get(wanted)))
  const t = useTranslations('looks')
  const sync = useSync().kind
  useEffect(() => {
    if (wanted === undefined) return
    if (record !== undefined) {
      setWanted(undefined)
      show(lookOf(record), wanted)
    } else if (sync === 'saved' || sync === 'read-only') {
      // All of the map is here, and the look is not.
      setWanted(undefined)
      toast(t('notThere'), { duration: 12_000 })
    }
  }, [wanted, record, show, sync, t])
}

const none: ReadonlySet<ElementId> = new Set()

function Keeper({ look }: { readonly look: Look }) {
  const editor = useEditor()
  const workspace = useWorkspace()
  const words = useLookNames()
  const [network, setNetwork] = useState<NetworkAnswer>()
  const [variables, setVariables] = useState<VariableMeasures>()
  const [loops, setLoops] = useState<LoopSet>()
  const [said, setSaid] = useState<SaidOfElements>()
  const { filter, focus } = look
  // What was made or chosen stays in view until something else is asked for.
  const [kept, setKept] = useState<{ readonly of: unknown; readonly ids: ReadonlySet<ElementId> }>({
    of: undefined,
    ids: none,
  })
  const asked = useMemo(() => [filter, focus], [filter, focus])
  const ids = kept.of === asked ? kept.ids : none
  const measures = useMemo(() => toLookMeasures({ network, variables, loops, said }), [network, variables, loops, said])
  const goBack = useGoBack(look)
  // However often the way of seeing is made anew, what looks as it did is not drawn again.
  const [memory] = useState(createSeeingMemory)
  const needs = needsOf(look)
  const isKnown =
    (!needs.actors || network !== undefined) &&
    (!needs.variables || variables !== undefined) &&
    (!needs.loops || loops !== undefined) &&
    (!needs.said || said !== undefined)
  const drawn = useMemo(() => (isKnown ? look : withoutMeasured(look)), [isKnown, look])
  const seeing = useMemo(
    () => createSafeSeeing({ look: drawn, words, measures, kept: ids, memory }, goBack),
    [drawn, words, measures, ids, memory, goBack],
  )

  const measured = isKnown ? measures : undefined
  useEffect(() => workspace.update({ seeing, measured }), [workspace, seeing, measured])
  useLookInView(drawn, seeing)
  useEffect(() => () => workspace.update({ seeing: undefined, measured: undefined }), [workspace])
  // What goes out of sight is not what Delete should take.
  useEffect(() => {
    const { hidden, groups } = seeing(editor.view.get())
    const grouped = new Set(groups.flatMap(({ members, isOpen }) => (isOpen ? [] : members)))
    const { elements, links } = editor.selection.get()
    const inView = elements.filter((id) => !hidden.has(id) && !grouped.has(id))
    if (inView.length < elements.length) editor.select({ elements: inView, links })
  }, [editor, seeing])
  useEffect(() => {
    const keepSelected = (): void => {
      const { hidden, groups } = seeing(editor.view.get())
      const { elements } = editor.selection.get()
      const found = elements.filter((id) => hidden.has(id))
      if (found.length > 0) setKept({ of: asked, ids: new Set([...ids, ...found]) })
      const closed = groups.filter(({ members, isOpen }) => !isOpen && members.some((id) => elements.includes(id)))
      if (closed.length === 0) return
      const opened = [...(look.opened ?? []), ...closed.map(({ key }) => key)]
      workspace.lookAt({ ...look, opened }, workspace.get().lookFrom)
    }
    const end = editor.selection.subscribe(keepSelected)
    return end
  }, [editor, workspace, look, seeing, asked, ids])

  return (
    <>
      {needs.actors ? <Network onAnswer={setNetwork} /> : null}
      {needs.variables ? <Variables onAnswer={setVariables} /> : null}
      {needs.loops ? <Loops onAnswer={setLoops} /> : null}
      {needs.said ? <Said onAnswer={setSaid} /> : null}
    </>
  )
}

/** Back to the plain map when a look cannot be shown. May be called while something is drawn. */
function useGoBack(look: Look): (cause: unknown) => void {
  const t = useTranslations('looks')
  const workspace = useWorkspace()
  return useCallback(
    (cause) => {
      reportError(cause)
      queueMicrotask(() => {
        if (workspace.get().look !== look) return
        workspace.lookAt(undefined)
        toast.error(t('failed'))
      })
    },
    [workspace, look, t],
  )
}

function Network({ onAnswer }: { readonly onAnswer: (answer: NetworkAnswer) => void }) {
  const { answer } = useNetwork()
  useEffect(() => {
    if (answer !== undefined) onAnswer(answer)
  }, [answer, onAnswer])
  return null
}

function Variables({ onAnswer }: { readonly onAnswer: (answer: VariableMeasures) => void }) {
  const { measures } = useMeasures()
  useEffect(() => {
    if (measures !== undefined) onAnswer(measures)
  }, [measures, onAnswer])
  return null
}

function Said({ onAnswer }: { readonly onAnswer: (answer: SaidOfElements) => void }) {
  const { lines, said } = useGoing()
  useEffect(() => onAnswer(toSaid(lines, latestVerdicts(said))), [lines, said, onAnswer])
  return null
}

function Loops({ onAnswer }: { readonly onAnswer: (answer: LoopSet) => void }) {
  const { set } = useLoops()
  useEffect(() => {
    if (set !== undefined) onAnswer(set)
  }, [set, onAnswer])
  return null
}
