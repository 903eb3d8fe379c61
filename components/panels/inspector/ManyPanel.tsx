'use client'
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  type LucideIcon,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { use, useId } from 'react'
import { alignElements, type AlignEdge } from '../../../lib/commands/alignElements'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { distributeElements } from '../../../lib/commands/distributeElements'
import { duplicateElements } from '../../../lib/commands/duplicateElements'
import { frameElements } from '../../../lib/commands/frameElements'
import { canMerge, mergeElements, toMerge } from '../../../lib/commands/mergeElements'
import { reverseLinks } from '../../../lib/commands/reverseLinks'
import { setLocked } from '../../../lib/commands/setLocked'
import { emptySelection } from '../../hooks/editor'
import { elementKinds, type MapElement } from '../../../lib/model/element'
import { linkKinds, type MapLink } from '../../../lib/model/link'
import { useEditor, useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import { useMayEdit } from '../../hooks/useMayEdit'
import { AskButton } from '../../meeting/AskButton'
import { useSeal } from '../../meeting/protection/useSeal'
import { useRefusals } from '../../hooks/useRefusals'
import { useRun } from '../../hooks/useRun'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { CustomFields } from '../fields/CustomFields'
import { CausalFields, StrengthFields, TieFields } from './LinkFields'
import { ActButton } from './ActButton'
import { LeverageFields } from './LeverageFields'
import { MarkField } from './MarkField'
import { NoteColours } from './NoteColours'
import { PanelFrame, PanelInSheet, Section } from './PanelFrame'
import { StakeholderFields } from './StakeholderFields'
import { TagsField } from './TagsField'

export interface ManyPanelProps {
  readonly elements: readonly MapElement[]
  readonly links: readonly MapLink[]
}

/** What several elements or links have in common, changed for all in one step. */
export function ManyPanel({ elements, links }: ManyPanelProps) {
  const t = useTranslations('panels.inspector')
  const editor = useEditor()
  const run = useRun()
  const workspace = useWorkspace()
  const mayEdit = useMayEdit()
  // What moves things on the map is for those who see it.
  const isMap = useWorkspaceState((state) => state.view === 'map')
  const inSheet = use(PanelInSheet)
  const readOnly = !mayEdit || (elements.length > 0 && elements.every((element) => element.locked === true))
  const ids = elements.map(({ id }) => id)
  const linkIds = links.map(({ id }) => id)
  const refusals = useRefusals(ids, linkIds)
  // Whatever is refused has few reasons: each is said once, below what it is about.
  const reasonId = useId()
  const reasons = [...new Set(Object.values(refusals))]
  const tSeal = useTranslations('people.protection')
  const { maySeal, areSealed, seal } = useSeal()
  const target = { elements: ids, links: linkIds }
  const isSealed = areSealed(target)
  const locked = elements.length > 0 && elements.every((element) => element.locked === true)
  const stakeholders = elements.filter((element) => element.kind === 'stakeholder')
  const notes = elements.filter((element) => element.kind === 'note')
  const areLinksKept = links.every(({ seal }) => seal?.keeps === true)
  const causal = links.filter((link) => link.kind === 'causal')
  const typed = links.filter((link) => link.kind === 'tie' || link.kind === 'relation')
  return (
    <PanelFrame kind={t('several')} onClose={() => editor.select(emptySelection)}>
      <Section first>
        {inSheet ? null : (
          <p className="text-heading font-semibold">
            {t('selected', { elements: elements.length, links: links.length })}
          </p>
        )}
        <KindCounts elements={elements} links={links} />
        {mayEdit ? (
          <div className="flex flex-wrap gap-2">
            {elements.length > 1 && isMap ? (
              <Button
                size="small"
                onClick={() => {
                  const { frame } = workspace.get().camera ?? {}
                  if (frame === undefined) run(frameElements, { ids, label: '' })
                  else frame(ids)
                }}
              >
                {t('frame')}
              </Button>
            ) : null}
            {elements.length > 0 ? (
              <>
                <ActButton
                  reasonId={reasonId}
                  refused={refusals.double}
                  onClick={() => run(duplicateElements, { elements: ids, offset: { x: 24, y: 24 } })}
                >
                  {t('duplicate')}
                </ActButton>
                {canMerge(elements) ? (
                  <ActButton
                    reasonId={reasonId}
                    refused={refusals.merge}
                    onClick={() => run(mergeElements, toMerge(editor.view.get(), ids))}
                  >
                    {t('merge')}
                  </ActButton>
                ) : null}
                <ActButton
                  reasonId={reasonId}
                  refused={refusals.lock}
                  onClick={() => run(setLocked, { ids, locked: !locked })}
                >
                  {t(locked ? 'unlock' : 'lock')}
                </ActButton>
              </>
            ) : (
              <ActButton
                reasonId={reasonId}
                refused={refusals.change}
                onClick={() => run(reverseLinks, { links: linkIds })}
              >
                {t('reverse')}
              </ActButton>
            )}
            <AskButton elements={elements} />
            {maySeal ? (
              <Button size="small" onClick={() => void seal(target, !isSealed)}>
                {tSeal(isSealed ? 'lift' : 'lock')}
              </Button>
            ) : null}
            <ActButton
              reasonId={reasonId}
              className="text-danger"
              refused={refusals.remove}
              onClick={() => run(deleteRecords, { elements: ids, links: linkIds })}
            >
              {t('delete')}
            </ActButton>
            <div id={reasonId} className="w-full text-second text-muted empty:hidden">
              {reasons.map((reason) => (
                <p key={reason}>{reason}</p>
              ))}
            </div>
          </div>
        ) : null}
      </Section>
      {elements.length > 1 && mayEdit && isMap ? <AlignSection elements={elements} refused={refusals.move} /> : null}
      {stakeholders.length > 0 ? (
        <Section
          title={
            stakeholders.length < elements.length ? t('ofStakeholders', { count: stakeholders.length }) : t('together')
          }
        >
          <StakeholderFields stakeholders={stakeholders} readOnly={readOnly} />
        </Section>
      ) : null}
      {notes.length > 0 ? (
        <Section title={notes.length < elements.length ? t('ofNotes', { count: notes.length }) : t('together')}>
          <NoteColours notes={notes} readOnly={readOnly} />
        </Section>
      ) : null}
      {links.length > 0 ? (
        <Section title={t('ofLinks', { count: links.length })}>
          {causal.length > 0 ? <CausalFields links={causal} readOnly={!mayEdit || areLinksKept} /> : null}
          {typed.length > 0 ? <TieFields links={typed} readOnly={!mayEdit || areLinksKept} /> : null}
          <StrengthFields links={links} readOnly={!mayEdit || areLinksKept} />
        </Section>
      ) : null}
      <MarkField variables={elements.filter((element) => element.kind === 'variable')} readOnly={readOnly} />
      <LeverageFields elements={elements} readOnly={readOnly} />
      {elements.length > 0 ? (
        <Section>
          <TagsField elements={elements} readOnly={readOnly} />
        </Section>
      ) : null}
      <CustomFields elements={elements} readOnly={readOnly} mayEdit={mayEdit} />
    </PanelFrame>
  )
}

function KindCounts({ elements, links }: ManyPanelProps) {
  const t = useTranslations('panels')
  const counts = [
    ...elementKinds.map((kind) => ({ kind, count: elements.filter((one) => one.kind === kind).length })),
    ...linkKinds.map((kind) => ({ kind, count: links.filter((one) => one.kind === kind).length })),
  ].filter(({ count }) => count > 0)
  if (counts.length < 2) return null
  return (
    <p className="text-second text-muted">
      {counts.map(({ kind, count }) => t(`kindCounts.${kind}`, { count })).join(', ')}
    </p>
  )
}

const alignButtons: readonly { readonly edge: AlignEdge; readonly Icon: LucideIcon }[] = [
  { edge: 'left', Icon: AlignStartVertical },
  { edge: 'centre', Icon: AlignCenterVertical },
  { edge: 'right', Icon: AlignEndVertical },
  { edge: 'top', Icon: AlignStartHorizontal },
  { edge: 'middle', Icon: AlignCenterHorizontal },
  { edge: 'bottom', Icon: AlignEndHorizontal },
]

function AlignSection({
  elements,
  refused,
}: {
  readonly elements: readonly MapElement[]
  readonly refused: string | undefined
}) {
  const t = useTranslations('panels.align')
  const run = useRun()
  const ids = elements.map(({ id }) => id)
  const few = elements.length < 3
  return (
    <Section title={t('title')}>
      <div className="-mx-1.5 flex flex-wrap">
        {alignButtons.map(({ edge, Icon }) => (
          <IconButton
            key={edge}
            label={t(edge)}
            size="small"
            refused={refused}
            onClick={() => run(alignElements, { ids, edge })}
          >
            <Icon size={18} aria-hidden />
          </IconButton>
        ))}
        <IconButton
          label={t('horizontal')}
          size="small"
          disabled={few}
          refused={refused}
          onClick={() => run(distributeElements, { ids, axis: 'horizontal' })}
        >
          <AlignHorizontalDistributeCenter size={18} aria-hidden />
        </IconButton>
        <IconButton
          label={t('vertical')}
          size="small"
          disabled={few}
          refused={refused}
          onClick={() => run(distributeElements, { ids, axis: 'vertical' })}
        >
          <AlignVerticalDistributeCenter size={18} aria-hidden />
        </IconButton>
      </div>
    </Section>
  )
}
