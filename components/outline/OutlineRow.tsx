'use client'
import { ChevronRight, Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, useId, useRef, useState } from 'react'
import { limits } from '../../lib/base/limits'
import { deleteRecords } from '../../lib/commands/deleteRecords'
import { renameElement } from '../../lib/commands/renameElement'
import { isLinkable, type MapElement } from '../../lib/model/element'
import { boardView } from '../../lib/model/position'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { useRefusals } from '../hooks/useRefusals'
import { useRun } from '../hooks/useRun'
import { KindIcon } from '../panels/KindIcon'
import { ChosenDot } from '../panels/leverage/ChosenDot'
import { VariableMarkIcon } from '../panels/VariableMarkIcon'
import { useDraft } from '../panels/useDraft'
import { classes } from '../ui/classes'
import { IconButton } from '../ui/IconButton'
import { Menu } from '../ui/Menu'
import type { MenuEntry } from '../ui/menuEntry'
import { TextInput } from '../ui/TextInput'
import { OutlineLinks } from './OutlineLinks'

export interface OutlineRowProps {
  readonly element: MapElement
  readonly incoming: number
  readonly outgoing: number
  readonly selected: boolean
  readonly mayEdit: boolean
  /** Level of its heading: below the frame's, if there is one. */
  readonly level: 3 | 4
  readonly onShow?: (() => void) | undefined
}

/** One element with what can be done with it; opened, its links. */
export const OutlineRow = memo(function OutlineRow(props: OutlineRowProps) {
  const { element, incoming, outgoing, selected, mayEdit, level, onShow } = props
  const Heading = `h${level}` as const
  const t = useTranslations('panels.outline')
  const tKind = useTranslations('panels.kinds')
  const tLeverage = useTranslations('leverage')
  const tMarks = useTranslations('archetypes.marks')
  const editor = useEditor()
  const workspace = useWorkspace()
  const run = useRun()
  // One of thousands: what its menu refuses is asked once that is open.
  const [hasMenu, setHasMenu] = useState(false)
  const { change, remove } = useRefusals([element.id], undefined, hasMenu)
  const linksId = useId()
  const [open, setOpen] = useState(false)
  const [renaming, setRenaming] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const linkable = isLinkable(element)
  const mark = element.kind === 'variable' ? element.mark : undefined
  const isChosen = element.kind === 'variable' && element.chosen === true
  const name = element.label === '' ? tKind(element.kind) : element.label

  const show = (): void => {
    editor.select({ elements: [element.id], links: [] })
    const place = editor.view.get().positions.get(boardView)?.get(element.id)
    if (place !== undefined) workspace.get().camera?.centreOn(place)
    onShow?.()
  }
  const changes: readonly MenuEntry[] = [
    {
      kind: 'action',
      id: 'rename',
      label: t('rename'),
      refused: change,
      onSelect: () => setTimeout(() => setRenaming(true), 50),
    },
    ...(linkable ? [{ kind: 'action', id: 'link', label: t('linkTo'), onSelect: () => setOpen(true) } as const] : []),
    { kind: 'separator', id: 'before-delete' },
    {
      kind: 'action',
      id: 'delete',
      label: t('delete'),
      danger: true,
      refused: remove,
      onSelect: () => run(deleteRecords, { elements: [element.id], links: [] }),
    },
  ]
  const entries: readonly MenuEntry[] = [
    { kind: 'action', id: 'show', label: t('show'), onSelect: show },
    ...(mayEdit ? changes : []),
  ]

  return (
    <li
      className={classes(
        'rounded-button [contain-intrinsic-size:auto_36px] [content-visibility:auto]',
        selected && 'bg-accent-tint',
      )}
    >
      <div className="flex items-center gap-0.5">
        {renaming ? (
          <RenameField
            element={element}
            onDone={() => {
              setRenaming(false)
              setTimeout(() => opener.current?.focus(), 0)
            }}
          />
        ) : (
          <Heading className="min-w-0 flex-1 font-normal">
            <button
              ref={opener}
              type="button"
              aria-expanded={linkable ? open : undefined}
              aria-controls={linkable && open ? linksId : undefined}
              aria-current={selected ? 'true' : undefined}
              onClick={() => (linkable ? setOpen(!open) : show())}
              onDoubleClick={show}
              className="flex min-h-9 w-full items-center gap-1.5 rounded-button py-1 ps-1 pe-2 text-start text-body hover:bg-hover pointer-coarse:min-h-11"
            >
              <ChevronRight
                size={16}
                aria-hidden
                className={classes(
                  'shrink-0 text-muted transition-transform rtl:-scale-x-100',
                  open && 'rotate-90 rtl:-rotate-90',
                  !linkable && 'invisible',
                )}
              />
              <span className="shrink-0 text-muted">
                <KindIcon kind={element.kind} size={16} />
              </span>
              <span className="min-w-0 flex-1 break-words" dir="auto">
                {name}
                <span className="sr-only">
                  {t(linkable ? 'row' : 'rowPlain', { kind: tKind(element.kind), in: incoming, out: outgoing })}
                  {mark === undefined ? null : ` ${tMarks(mark)}.`}
                  {isChosen ? ` ${tLeverage('chosen')}.` : null}
                </span>
              </span>
              {mark === undefined ? null : (
                <span title={tMarks(mark)} className="inline-flex self-center text-accent">
                  <VariableMarkIcon mark={mark} />
                </span>
              )}
              {isChosen ? (
                <span title={tLeverage('chosen')} className="inline-flex self-center">
                  <ChosenDot on size={12} />
                </span>
              ) : null}
              {incoming + outgoing > 0 ? (
                <span aria-hidden className="shrink-0 text-meta text-muted">
                  {incoming + outgoing}
                </span>
              ) : null}
            </button>
          </Heading>
        )}
        <Menu
          align="end"
          entries={entries}
          open={hasMenu}
          onOpenChange={setHasMenu}
          trigger={
            <IconButton label={t('more', { name })} size="small">
              <Ellipsis size={18} aria-hidden />
            </IconButton>
          }
        />
      </div>
      {linkable && open ? <OutlineLinks id={linksId} element={element} mayEdit={mayEdit} level={level} /> : null}
    </li>
  )
})

function RenameField({ element, onDone }: { readonly element: MapElement; readonly onDone: () => void }) {
  const t = useTranslations('panels.outline')
  const run = useRun()
  const draft = useDraft({
    field: t('renameField', { name: element.label }),
    of: element.id,
    as: 'label',
    stored: element.label,
    oneLine: true,
    commit: (label) => run(renameElement, { id: element.id, label }),
  })
  return (
    <TextInput
      ref={(field) => {
        if (field === null || field.dataset['opened'] !== undefined) return
        field.dataset['opened'] = 'yes'
        field.focus()
        field.select()
      }}
      aria-label={t('renameField', { name: element.label })}
      maxLength={limits.label}
      {...draft}
      onBlur={(event) => {
        draft.onBlur(event)
        onDone()
      }}
    />
  )
}
