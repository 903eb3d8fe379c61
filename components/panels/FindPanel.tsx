'use client'
import { ArrowDown, ArrowUp, Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { announce } from '../hooks/announcer'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { useView } from '../hooks/useMap'
import { boardView } from '../../lib/model/position'
import { classes } from '../ui/classes'
import { IconButton } from '../ui/IconButton'
import { inputClass } from '../ui/TextInput'
import { keepClearOfToasts } from '../ui/toastRoom'
import { ContestedLinks } from './ContestedLinks'
import { KindIcon } from './KindIcon'
import { linksAmong, searchMap, type SearchHit } from './searchMap'

const mostShown = 200

/** Search with its results; the map dims all the rest. Enter and Shift+Enter go from one to the next. */
export function FindPanel({ onDone }: { readonly onDone?: () => void }) {
  const t = useTranslations('panels.find')
  const editor = useEditor()
  const workspace = useWorkspace()
  const view = useView()
  const listId = useId()
  const [query, setQuery] = useState('')
  const [current, setCurrent] = useState(-1)
  const hits = useMemo(() => searchMap(view, query), [view, query])
  const field = useRef<HTMLInputElement>(null)

  // Opened by key or button: what is typed next is meant for it.
  useEffect(() => field.current?.focus(), [])

  useEffect(() => {
    if (query.trim() === '') {
      workspace.update({ spotlight: undefined })
      return
    }
    const elements = new Set(hits.map(({ element }) => element.id))
    workspace.update({ spotlight: { elements, links: linksAmong(editor.view.get(), elements) } })
  }, [hits, query, workspace, editor])
  useEffect(() => () => workspace.update({ spotlight: undefined }), [workspace])

  const goTo = (index: number): void => {
    const hit = hits[index]
    if (hit === undefined) return
    setCurrent(index)
    const { element } = hit
    editor.select({ elements: [element.id], links: [] })
    const place = editor.view.get().positions.get(boardView)?.get(element.id)
    // Keeps the zoom: the eye holds on to the size of things while it goes from one to the next.
    if (place !== undefined) workspace.get().camera?.centreOn(place)
    announce(t('at', { name: element.label, index: index + 1, count: hits.length }))
  }
  const step = (by: 1 | -1): void => {
    if (hits.length > 0) goTo((current + by + hits.length + (current < 0 && by < 0 ? 1 : 0)) % hits.length)
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div ref={keepClearOfToasts} className="flex items-center gap-1 px-3 pb-2">
        <div className="relative min-w-0 flex-1">
          <Search
            size={16}
            aria-hidden
            className="pointer-events-none absolute start-2.5 top-1/2 -translate-y-1/2 text-muted"
          />
          <input
            ref={field}
            data-find-field
            type="search"
            role="combobox"
            aria-expanded={hits.length > 0}
            aria-controls={listId}
            aria-activedescendant={current >= 0 && current < hits.length ? `${listId}-${current}` : undefined}
            aria-label={t('field')}
            placeholder={t('placeholder')}
            autoComplete="off"
            dir="auto"
            value={query}
            onChange={(event) => {
              setQuery(event.target.value)
              setCurrent(-1)
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return
              const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined
              if (event.key === 'Enter') {
                event.preventDefault()
                if (onDone !== undefined && current >= 0) onDone()
                else step(event.shiftKey ? -1 : 1)
              } else if (by !== undefined) {
                event.preventDefault()
                step(by)
              }
            }}
            className={classes(inputClass, 'h-9 ps-8 pe-2 pointer-coarse:h-11')}
          />
        </div>
        <IconButton label={t('previous')} size="small" disabled={hits.length === 0} onClick={() => step(-1)}>
          <ArrowUp size={18} aria-hidden />
        </IconButton>
        <IconButton label={t('next')} size="small" disabled={hits.length === 0} onClick={() => step(1)}>
          <ArrowDown size={18} aria-hidden />
        </IconButton>
      </div>
      <p role="status" className="px-4 pb-1 text-meta text-muted">
        {query.trim() === '' ? t('hint') : t('count', { count: hits.length })}
      </p>
      {query.trim() === '' ? <ContestedLinks onDone={onDone} /> : null}
      <ul
        id={listId}
        role="listbox"
        aria-label={t('results')}
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-y-auto px-1.5 pb-1.5"
      >
        {hits.slice(0, mostShown).map((hit, index) => (
          <HitRow
            key={hit.element.id}
            id={`${listId}-${index}`}
            hit={hit}
            current={index === current}
            onChoose={() => {
              goTo(index)
              onDone?.()
            }}
          />
        ))}
      </ul>
    </div>
  )
}

function HitRow({
  id,
  hit,
  current,
  onChoose,
}: {
  readonly id: string
  readonly hit: SearchHit
  readonly current: boolean
  readonly onChoose: () => void
}) {
  const t = useTranslations('panels')
  const { element, incoming, outgoing } = hit
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field keeps the focus, the arrow keys and Enter
    <li
      id={id}
      role="option"
      aria-selected={current}
      ref={(row) => {
        if (current) row?.scrollIntoView({ block: 'nearest' })
      }}
      onClick={onChoose}
      className={classes(
        'flex min-h-9 cursor-default items-center gap-2.5 rounded-button px-2.5 py-1 hover:bg-hover pointer-coarse:min-h-11',
        current && 'bg-accent-tint hover:bg-accent-tint',
      )}
    >
      <span className="shrink-0 text-muted">
        <KindIcon kind={element.kind} size={16} />
      </span>
      <span className="min-w-0 flex-1 truncate text-body" dir="auto">
        {element.label === '' ? t(`kinds.${element.kind}`) : element.label}
      </span>
      {incoming + outgoing > 0 ? (
        <span className="shrink-0 text-meta text-muted">{t('find.links', { in: incoming, out: outgoing })}</span>
      ) : null}
    </li>
  )
}
