'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef } from 'react'
import type { Person } from '../hooks/editor'
import { cursorColour } from '../../lib/render/palette'
import { useEditor, useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useObservable } from '../hooks/useObservable'
import { usePeople, useSync } from '../hooks/useMap'
import { Avatar } from '../ui/Avatar'
import { classes } from '../ui/classes'
import { toast } from '../ui/toast'
import { islandLook } from './Island'
import { useFollowView } from './useFollowView'

function isSamePerson(a: Person | undefined, b: Person | undefined): boolean {
  return a?.id === b?.id && a?.name === b?.name && a?.colour === b?.colour
}

/** The person this tab follows, if any, as far as following is concerned. */
function useFollowed(): Person | undefined {
  const following = useWorkspaceState((state) => state.following)
  return usePeople(
    useCallback((people: readonly Person[]) => people.find((person) => person.id === following), [following]),
    isSamePerson,
  )
}

/** Says when following ends, and ends it when the followed person leaves; the canvas moves the view. */
function useFollowEnd(): void {
  const t = useTranslations('panels.people')
  const workspace = useWorkspace()
  const followed = useFollowed()
  const following = useWorkspaceState((state) => state.following)

  // Whoever is led by a hold did not choose it, nor its end.
  const { hold } = useEditor()
  const ledBy = useRef<string | undefined>(undefined)
  useEffect(() => {
    const note = (): void => {
      ledBy.current = hold.get()?.person ?? ledBy.current
    }
    note()
    return hold.subscribe(note)
  }, [hold])

  // Without a connection nobody seems to be here; that is not their doing.
  const offline = useSync().kind === 'offline'

  const before = useRef<{ readonly id: string; readonly name: string } | undefined>(undefined)
  useEffect(() => {
    const last = before.current
    if (followed !== undefined) before.current = { id: followed.id, name: followed.name }
    if (last === undefined) return
    if (following === undefined) {
      before.current = undefined
      const wasLed = last.id === ledBy.current
      ledBy.current = hold.get()?.person
      if (wasLed) return
      toast(t('stopped', { name: last.name }), {
        id: 'following',
        action: { label: t('resume'), onClick: () => workspace.update({ following: last.id }) },
      })
    } else if (followed === undefined && following === last.id && !offline) {
      before.current = undefined
      workspace.update({ following: undefined })
      toast(t('left', { name: last.name }), { id: 'following' })
    }
  }, [following, followed, offline, hold, t, workspace])
}

/** A frame in the followed person's colour around the canvas. Lets every press through. */
function FollowFrame() {
  const followed = useFollowed()
  if (followed === undefined) return null
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-0 border-[3px]"
      style={{ borderColor: cursorColour(followed.colour) }}
    />
  )
}

/** What following takes, wherever one looks: its end, and the frame. */
export function FollowKeeper() {
  useFollowEnd()
  useFollowView()
  return <FollowFrame />
}

/** "Following Ana · Stop". */
export function FollowStrip() {
  const t = useTranslations('panels.people')
  const workspace = useWorkspace()
  const followed = useFollowed()
  const heldBy = useObservable(useEditor().hold)?.person
  if (followed === undefined || followed.id === heldBy) return null
  return (
    <div
      role="status"
      className={classes(islandLook, 'pointer-events-auto flex min-h-11 max-w-full items-center gap-2 ps-3 pe-1')}
    >
      <Avatar name={followed.name} colour={followed.colour} size={24} />
      <span className="truncate text-body">{t('following', { name: followed.name })}</span>
      <button
        type="button"
        onClick={() => workspace.update({ following: undefined })}
        className="h-9 rounded-button px-3 text-body font-medium text-accent hover:bg-hover pointer-coarse:h-11"
      >
        {t('stop')}
      </button>
    </div>
  )
}
