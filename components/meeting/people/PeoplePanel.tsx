'use client'
import { Crosshair, Navigation, Pause, Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { cursorsHidden, hideCursors } from '../../hooks/cursorChoice'
import { crowd } from '../../canvas/quietCursors'
import { useWorkspace } from '../../hooks/EditorProvider'
import { useObservable } from '../../hooks/useObservable'
import { useHold, useHoldActs } from '../hold/useHold'
import { useScroll } from '../../hooks/useScroll'
import { focusHere } from '../../join/focusHere'
import { Switch } from '../../ui/Switch'
import { TextInput } from '../../ui/TextInput'
import { toast } from '../../ui/toast'
import { ProtectionSection } from '../protection/ProtectionSection'
import { drawnRows } from './drawnRows'
import { KeptOut } from './KeptOut'
import { findPeople, searchFrom, speakingQueue, type PersonLine } from './peopleRows'
import { PersonRow } from './PersonRow'
import { PersonTaskForm, type PersonTask } from './PersonTaskForm'
import { SpeakingQueue } from './SpeakingQueue'
import { TakePart } from './TakePart'
import { useGather } from './useGather'
import { usePeopleActs, usePeopleLines } from './usePeopleActs'
import { standingToast } from './standingToast'

/** Pixels of a row: all alike, so that of two hundred only those in sight are drawn. */
const rowHeight = 52
/** Rows that are seen whatever else is open in the panel. */
const leastRows = 4

/** Everyone who is here, with what they do and may do; who asks to speak; how one takes part oneself. */
export function PeoplePanel() {
  const t = useTranslations('people')
  const tPeople = useTranslations('panels.people')
  const hidden = useObservable(cursorsHidden)
  const people = usePeopleLines()
  const { mayRun } = usePeopleActs()
  const gather = useGather()
  const { hold } = useHold()
  const holdActs = useHoldActs()
  const workspace = useWorkspace()
  const point = (): void => {
    workspace.update({ people: false, laser: true })
  }
  // What was said of oneself is to be seen here, and its message would lie over it on a phone.
  useEffect(() => toast.dismiss(standingToast), [])
  const [query, setQuery] = useState('')
  const [task, setTask] = useState<PersonTask>()
  const found = people.length > searchFrom ? findPeople(people, query) : people
  const person = people.find(({ id }) => id === task?.person)

  if (task !== undefined && person !== undefined)
    return <PersonTaskForm task={task} person={person} onDone={() => setTask(undefined)} />
  return (
    <section aria-label={tPeople('title')} className="-m-3 flex min-h-0 flex-col">
      {/* One comes to who is here, and not to the first thing to press, with a hint over it. */}
      <h2 ref={focusHere} tabIndex={-1} className="px-4 pt-3 pb-1 text-meta font-medium text-muted outline-none">
        {tPeople('here', { count: people.length })}
      </h2>
      <SpeakingQueue queue={speakingQueue(people)} />
      {people.length > searchFrom ? (
        <div className="relative mx-3 mb-1">
          <Search
            size={16}
            aria-hidden
            className="pointer-events-none absolute start-2.5 top-1/2 -translate-y-1/2 text-muted"
          />
          <TextInput
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            className="ps-8"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </div>
      ) : null}
      <PeopleRows people={found} onTask={setTask} />
      {people.length === 1 ? <p className="px-4 pb-2 text-second text-muted">{tPeople('alone')}</p> : null}
      {found.length === 0 ? (
        <p role="status" className="px-4 pb-2 text-second text-muted">
          {t('none')}
        </p>
      ) : null}
      {mayRun ? <KeptOut /> : null}
      {/* The list keeps its room; what is set here gives way, and can be scrolled to. */}
      <div className="min-h-0 overflow-y-auto border-t border-hairline px-4 pt-2 pb-3">
        <TakePart />
        {mayRun ? (
          <div className="grid grid-flow-col auto-cols-fr gap-2 pt-1 pb-3">
            {people.length > 1 ? (
              <LeadAction icon={<Navigation size={18} aria-hidden />} onPress={() => void gather()}>
                {t('gather.act')}
              </LeadAction>
            ) : null}
            {people.length > 1 || hold !== undefined ? (
              <LeadAction
                icon={<Pause size={18} aria-hidden />}
                onPress={() => void (hold === undefined ? holdActs.hold() : holdActs.release())}
              >
                {t(hold === undefined ? 'hold.act' : 'hold.release')}
              </LeadAction>
            ) : null}
            <LeadAction icon={<Crosshair size={18} aria-hidden />} onPress={point}>
              {t('laser')}
            </LeadAction>
          </div>
        ) : null}
        {mayRun ? <ProtectionSection /> : null}
        <Switch
          label={tPeople('hideCursors')}
          {...(people.length > crowd && { hint: tPeople('hideCursorsHint') })}
          checked={hidden}
          onChange={hideCursors}
        />
      </div>
    </section>
  )
}

/** What those who run the meeting do with everyone: side by side, so that the list has the room. */
function LeadAction({
  icon,
  children,
  onPress,
}: {
  readonly icon: ReactNode
  readonly children: ReactNode
  readonly onPress: () => void
}) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="flex min-h-15 flex-col items-center justify-center gap-1 rounded-card border border-quiet-border px-1 py-1.5 text-center text-second leading-4 text-ink hover:bg-hover active:bg-pressed"
    >
      {icon}
      {children}
    </button>
  )
}

function PeopleRows({
  people,
  onTask,
}: {
  readonly people: readonly PersonLine[]
  readonly onTask: (task: PersonTask) => void
}) {
  const list = useRef<HTMLUListElement>(null)
  const { top, size } = useScroll(list)
  // Before its size is known, as many as the panel has room for.
  const { from, to, before, after } = drawnRows(people.length, rowHeight, top, size?.height ?? 10 * rowHeight)
  return (
    <ul
      ref={list}
      className="shrink-999 overflow-y-auto px-2 pb-1"
      style={{ minHeight: Math.min(people.length, leastRows) * rowHeight }}
    >
      {before > 0 ? <li aria-hidden style={{ height: before }} /> : null}
      {people.slice(from, to).map((person, index) => (
        <PersonRow
          key={person.id}
          person={person}
          height={rowHeight}
          place={from + index + 1}
          count={people.length}
          onTask={onTask}
        />
      ))}
      {after > 0 ? <li aria-hidden style={{ height: after }} /> : null}
    </ul>
  )
}
