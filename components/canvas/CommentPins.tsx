'use client'
import { useTranslations } from 'next-intl'
import { memo, useEffect, useMemo, useRef } from 'react'
import { anchorKey } from '../../lib/practice/comment'
import type { Point } from '../../lib/geometry/rect'
import { rectAround } from '../../lib/geometry/rect'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useSelf } from '../hooks/useMap'
import { useObservable } from '../hooks/useObservable'
import { useThreads } from '../meeting/comments/useComments'
import { useAnchorWords } from '../meeting/comments/useAnchorWords'
import { Toolbar } from '../ui/Toolbar'
import { groupThreads, placeCommentPins, type PinnedThreads } from './pinPlaces'
import { useStage } from './StageContext'
import { useOverlay } from './useOverlay'
import './comments.css'

/** Pixels of a pin, on the screen. */
const pinSize = 24
/** Pins of a map seen from afar are drawn smaller than that: they are not to hide it. */
const largest = 2.5

/** Where something was written: small pins with how much, and whether it is new. One tab stop, arrows between them. */
export function CommentPins() {
  const place = useWorkspaceState((state) => (state.panel === 'comments' ? state.comment : undefined))
  const isMap = useWorkspaceState((state) => state.view === 'map')
  const threads = useThreads()
  const { id: self } = useSelf()
  const looked = place?.kind === 'thread' ? place.id : undefined
  const groups = useMemo(() => groupThreads(threads ?? [], self, looked), [threads, self, looked])
  const draft = place?.kind === 'about' ? place.anchor : undefined
  if (!isMap || (groups.length === 0 && draft === undefined)) return null
  const isNew = draft !== undefined && !groups.some(({ key }) => key === anchorKey(draft))
  return <Pins groups={groups} draft={isNew ? draft : undefined} />
}

function Pins({
  groups,
  draft,
}: {
  readonly groups: readonly PinnedThreads[]
  readonly draft: PinnedThreads['anchor'] | undefined
}) {
  const t = useTranslations('comments.pins')
  const stage = useStage()
  const layer = useRef<HTMLDivElement>(null)
  const scene = useObservable(stage.scene)
  // In steps: pins need not be placed anew at every turn of the wheel.
  const scale = useObservable(stage.viewport.zoom, (zoom) => Math.min(largest, Math.ceil((1 / zoom) * 4) / 4))
  const figures = useOverlay()
  const places = useMemo(
    () =>
      placeCommentPins(
        [...groups.map(({ anchor }) => anchor), ...(draft === undefined ? [] : [draft])],
        scene,
        pinSize * scale,
        figures,
      ),
    [groups, draft, scene, scale, figures],
  )
  useEffect(() => {
    const box = layer.current
    if (box === null) return undefined
    const follow = (): void => {
      const { x, y } = stage.viewport.toScreen({ x: 0, y: 0 })
      const zoom = stage.viewport.zoom.get()
      box.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`
      box.style.setProperty('--pin-scale', String(Math.min(largest, 1 / zoom)))
    }
    follow()
    return stage.viewport.camera.subscribe(follow)
  }, [stage])
  const inOrder = useMemo(
    () =>
      groups
        .flatMap((group) => {
          const at = places.get(group.key)
          return at === undefined ? [] : [{ group, at }]
        })
        .sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x),
    [groups, places],
  )
  const wordsOf = useAnchorWords()
  const draftAt = draft && places.get(anchorKey(draft))
  return (
    <div ref={layer} className="weft-pins" data-canvas-interface>
      {draftAt === undefined ? null : (
        <span className="weft-pin" data-draft title={t('draft')} aria-hidden style={placed(draftAt)} />
      )}
      {inOrder.length === 0 ? null : (
        <Toolbar label={t('label')}>
          {inOrder.map(({ group, at }) => (
            <Pin key={group.key} group={group} words={wordsOf(group).words} x={at.x} y={at.y} />
          ))}
        </Toolbar>
      )}
    </div>
  )
}

const Pin = memo(function Pin({
  group,
  words,
  x,
  y,
}: {
  readonly group: PinnedThreads
  /** What it is on. */
  readonly words: string
  readonly x: number
  readonly y: number
}) {
  const t = useTranslations('comments.pins')
  const stage = useStage()
  const { threads, anchor, count, unread } = group
  const [only, ...others] = threads
  const isOpen = useWorkspaceState(({ panel, comment }) => {
    if (panel !== 'comments' || comment === undefined || comment.kind === 'balance') return false
    if (comment.kind === 'thread') return threads.some(({ id }) => id === comment.id)
    return anchorKey(comment.anchor) === group.key
  })
  const open = (): void => {
    stage.workspace.openComments(
      only !== undefined && others.length === 0 ? { kind: 'thread', id: only.id } : { kind: 'about', anchor },
    )
  }
  return (
    <button
      type="button"
      className="weft-pin"
      data-unread={unread > 0 || undefined}
      data-open={isOpen || undefined}
      aria-label={t('name', { count, words, unread })}
      style={placed({ x, y })}
      onClick={open}
      onFocus={({ currentTarget }) => {
        if (!currentTarget.matches(':focus-visible')) return
        stage.viewport.reveal(rectAround({ x, y }, { width: 2 * pinSize, height: 2 * pinSize }))
      }}
    >
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
    </button>
  )
})

function placed({ x, y }: Point): { readonly transform: string } {
  return { transform: `translate(${x}px, ${y}px) scale(var(--pin-scale)) translate(-50%, -50%)` }
}
