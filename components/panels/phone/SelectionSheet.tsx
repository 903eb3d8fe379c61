'use client'
import { ArrowLeftRight, Ellipsis, Lock, LockOpen, MessageSquarePlus, Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useRef, useState, type ReactNode } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { reverseLinks } from '../../../lib/commands/reverseLinks'
import { setLocked } from '../../../lib/commands/setLocked'
import { isLinkable, type MapElement } from '../../../lib/model/element'
import type { MapLink } from '../../../lib/model/link'
import type { CommentAnchor } from '../../../lib/practice/comment'
import { mayComment } from '../../../lib/protocol/role'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useSelf } from '../../hooks/useMap'
import { LockNotice } from '../../meeting/protection/LockNotice'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRefusals } from '../../hooks/useRefusals'
import { useRun } from '../../hooks/useRun'
import { latePart } from '../../ui/latePart'
import { Sheet } from '../../ui/Sheet'
import { ContributeButton } from '../contributions/ContributeButton'
import { MarkHere } from '../experiments/MarkHere'
import { AddedBy } from '../inspector/AddedBy'
import { ClaimSection } from '../inspector/ClaimSection'
import { ElementPanel } from '../inspector/ElementPanel'
import { CausalFields } from '../inspector/LinkFields'
import { LinkPanel } from '../inspector/LinkPanel'
import { ManyPanel } from '../inspector/ManyPanel'
import { PanelInSheet } from '../inspector/PanelFrame'
import { useClaimTitle } from '../inspector/useClaimTitle'
import { useUncovered } from '../inspector/useUncovered'
import { LinkIcon } from '../KindIcon'
import { focusRegion } from '../regions'
import { useLinkWords } from '../useLinkSentence'

const ActionSection = latePart(async () => (await import('../contributions/ActionSection')).ActionSection)

interface SelectionSheetProps {
  readonly elements: readonly MapElement[]
  readonly links: readonly MapLink[]
  readonly onRename: (id: ElementId) => void
  readonly onClose: () => void
}

/** What was tapped: its name, four things to do, what is written about it; the rest behind More. */
export function SelectionSheet({ elements, links, onRename, onClose }: SelectionSheetProps) {
  const t = useTranslations('panels')
  const [element] = elements
  const [link] = links
  const one = elements.length + links.length === 1
  const key = [...elements, ...links].map(({ id }) => id).join(' ')
  const wordsOf = useLinkWords()
  const box = useRef<HTMLDivElement>(null)
  useUncovered(box)
  const [fullFor, setFullFor] = useState<string>()
  const full = fullFor === key
  const title = !one
    ? t('inspector.selected', { elements: elements.length, links: links.length })
    : element !== undefined
      ? element.label === ''
        ? t(`kinds.${element.kind}`)
        : element.label
      : link !== undefined
        ? wordsOf(link)
        : ''
  return (
    <Sheet
      open
      quiet
      giveBack={() => focusRegion('canvas')}
      title={title}
      height={full ? 'full' : 'half'}
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      <div ref={box} data-region="inspector">
        {full || !one ? (
          <PanelInSheet value>
            {!one ? (
              <ManyPanel elements={elements} links={links} />
            ) : element !== undefined ? (
              <ElementPanel element={element} />
            ) : link !== undefined ? (
              <LinkPanel link={link} />
            ) : null}
          </PanelInSheet>
        ) : element !== undefined ? (
          <ElementSummary element={element} onRename={() => onRename(element.id)} onMore={() => setFullFor(key)} />
        ) : link !== undefined ? (
          <LinkSummary link={link} onMore={() => setFullFor(key)} />
        ) : null}
      </div>
    </Sheet>
  )
}

function ElementSummary({
  element,
  onRename,
  onMore,
}: {
  readonly element: MapElement
  readonly onRename: () => void
  readonly onMore: () => void
}) {
  const t = useTranslations('panels')
  const editor = useEditor()
  const workspace = useWorkspace()
  const run = useRun()
  const mayEdit = useMayEdit()
  const locked = element.locked === true
  const { remove } = useRefusals([element.id])
  const reasonId = useId()
  return (
    <div className="flex flex-col gap-3.5">
      <AddedBy of="elements" record={element} />
      {mayEdit ? (
        <div className="grid grid-cols-[repeat(auto-fit,minmax(3.75rem,1fr))] gap-1.5">
          {isLinkable(element) ? (
            <SheetAction
              label={t('phone.linkTo')}
              icon={<LinkIcon size={22} />}
              onPress={() => {
                editor.select({ elements: [], links: [] })
                workspace.startLinking(element.id)
              }}
            />
          ) : null}
          {element.seal?.keeps === true ? null : locked ? (
            <SheetAction
              label={t('inspector.unlock')}
              icon={<LockOpen size={22} aria-hidden />}
              onPress={() => run(setLocked, { ids: [element.id], locked: false })}
            />
          ) : (
            <>
              <SheetAction label={t('phone.rename')} icon={<Pencil size={22} aria-hidden />} onPress={onRename} />
              <SheetAction
                label={t('phone.delete')}
                icon={<Trash2 size={22} aria-hidden />}
                refused={remove && reasonId}
                onPress={() => run(deleteRecords, { elements: [element.id], links: [] })}
              />
            </>
          )}
          <CommentAction anchor={{ kind: 'element', id: element.id }} />
          <SheetAction label={t('phone.more')} icon={<Ellipsis size={22} aria-hidden />} onPress={onMore} />
        </div>
      ) : (
        <div className="grid grid-cols-3 gap-2 empty:hidden">
          <CommentAction anchor={{ kind: 'element', id: element.id }} />
        </div>
      )}
      {locked || !mayEdit || remove === undefined ? null : (
        <p id={reasonId} className="text-second text-muted">
          {remove}
        </p>
      )}
      {mayEdit && element.kind === 'variable' ? <ContributeButton to={element.id} /> : null}
      {element.kind === 'action' ? (
        <ActionSection action={element} readOnly={!mayEdit || locked} mayEdit={mayEdit} brief />
      ) : null}
      <MarkHere of={element} bare />
      <LockNotice of={element} target={{ elements: [element.id], links: [] }} />
      {locked && element.seal?.keeps !== true ? (
        <p className="flex items-center gap-2 text-second text-muted">
          <Lock size={14} aria-hidden />
          {t('inspector.isLocked')}
        </p>
      ) : null}
      {element.description === '' ? null : (
        <p className="text-timer break-words whitespace-pre-line" dir="auto">
          {element.description}
        </p>
      )}
      {mayEdit ? null : (
        <button type="button" onClick={onMore} className="min-h-11 text-start text-body font-medium text-accent">
          {t('phone.details')}
        </button>
      )}
    </div>
  )
}

function LinkSummary({ link, onMore }: { readonly link: MapLink; readonly onMore: () => void }) {
  const t = useTranslations('panels')
  const claimTitle = useClaimTitle()
  const run = useRun()
  const { change, remove } = useRefusals([], [link.id])
  const reasonId = useId()
  const mayEdit = useMayEdit() && change === undefined
  return (
    <div className="flex flex-col gap-3.5">
      <MarkHere of={link} bare />
      <h3 className="text-second font-medium text-muted">{claimTitle}</h3>
      <ClaimSection link={link} />
      <LockNotice of={link} target={{ elements: [], links: [link.id] }} />
      {link.kind === 'causal' ? <CausalFields links={[link]} readOnly={!mayEdit} /> : null}
      {mayEdit ? (
        <div className="grid grid-flow-col auto-cols-fr gap-2">
          <SheetAction
            label={t('phone.reverse')}
            icon={<ArrowLeftRight size={22} aria-hidden />}
            onPress={() => run(reverseLinks, { links: [link.id] })}
          />
          <SheetAction
            label={t('phone.delete')}
            icon={<Trash2 size={22} aria-hidden />}
            refused={remove && reasonId}
            onPress={() => run(deleteRecords, { elements: [], links: [link.id] })}
          />
          <CommentAction anchor={{ kind: 'link', id: link.id }} />
          <SheetAction label={t('phone.more')} icon={<Ellipsis size={22} aria-hidden />} onPress={onMore} />
        </div>
      ) : (
        <div className="grid grid-cols-3 gap-2 empty:hidden">
          <CommentAction anchor={{ kind: 'link', id: link.id }} />
        </div>
      )}
      {mayEdit && remove !== undefined ? (
        <p id={reasonId} className="text-second text-muted">
          {remove}
        </p>
      ) : null}
      {link.description === '' ? null : (
        <p className="text-timer break-words whitespace-pre-line" dir="auto">
          {link.description}
        </p>
      )}
      {mayEdit ? null : (
        <button type="button" onClick={onMore} className="min-h-11 text-start text-body font-medium text-accent">
          {t('phone.details')}
        </button>
      )}
    </div>
  )
}

/** Opens what is written about this; nothing for who may not write. */
function CommentAction({ anchor }: { readonly anchor: CommentAnchor }) {
  const t = useTranslations('comments')
  const workspace = useWorkspace()
  const { role } = useSelf()
  if (!mayComment(role)) return null
  return (
    <SheetAction
      label={t('addShort')}
      icon={<MessageSquarePlus size={22} aria-hidden />}
      onPress={() => workspace.openComments({ kind: 'about', anchor })}
    />
  )
}

function SheetAction({
  label,
  icon,
  refused,
  onPress,
}: {
  readonly label: string
  readonly icon: ReactNode
  /** Where it does nothing now: the id of what says why. */
  readonly refused?: string | undefined
  readonly onPress: () => void
}) {
  return (
    <button
      type="button"
      aria-disabled={refused === undefined ? undefined : true}
      aria-describedby={refused}
      onClick={refused === undefined ? onPress : undefined}
      className="flex h-18 min-w-0 flex-col items-center justify-center gap-1.5 rounded-card border border-quiet-border text-second text-ink active:bg-pressed aria-disabled:opacity-45 aria-disabled:active:bg-transparent"
    >
      {icon}
      <span className="max-w-full truncate">{label}</span>
    </button>
  )
}
