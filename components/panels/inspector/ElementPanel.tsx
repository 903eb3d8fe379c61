'use client'
import { Ellipsis, Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { limits } from '../../../lib/base/limits'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { duplicateElements } from '../../../lib/commands/duplicateElements'
import { setDescription } from '../../../lib/commands/setDescription'
import { setLocked } from '../../../lib/commands/setLocked'
import { emptySelection } from '../../hooks/editor'
import { isLinkable, type MapElement } from '../../../lib/model/element'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useMayEdit } from '../../hooks/useMayEdit'
import { usePaused } from '../../hooks/usePaused'
import { useRefusals } from '../../hooks/useRefusals'
import { useRun } from '../../hooks/useRun'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { latePart } from '../../ui/latePart'
import { Menu } from '../../ui/Menu'
import type { MenuEntry } from '../../ui/menuEntry'
import { LockNotice } from '../../meeting/protection/LockNotice'
import { useAskEntries } from '../../meeting/useAskEntries'
import { useSayEntries } from '../../meeting/useSayEntries'
import { useSealEntries } from '../../meeting/protection/useSealEntries'
import { nearEntry } from '../../looks/nearby'
import { useCoalitionEntries } from '../coalition/useCoalitionEntries'
import { CustomFields } from '../fields/CustomFields'
import { ImportedValues } from '../fields/ImportedValues'
import { ContributeButton } from '../contributions/ContributeButton'
import { MarkHere } from '../experiments/MarkHere'
import { KindIcon } from '../KindIcon'
import { AddedBy } from './AddedBy'
import { LeverageFields } from './LeverageFields'
import { MarkField } from './MarkField'
import { LinkLists } from './LinkLists'
import { HintsHere } from '../reading/HintsHere'
import { NameField } from './NameField'
import { NoteColours } from './NoteColours'
import { PanelFrame, Section } from './PanelFrame'
import { StakeholderFields } from './StakeholderFields'
import { TagsField } from './TagsField'
import { TextField } from './TextField'

const GroupSaid = latePart(async () => (await import('../../meeting/said/GroupSaidSection')).GroupSaidSection)
const ActionSection = latePart(async () => (await import('../contributions/ActionSection')).ActionSection)
const ResultsHere = latePart(async () => (await import('../results/ResultsHere')).ResultsHere)

/** Everything about one element. */
export function ElementPanel({ element }: { readonly element: MapElement }) {
  const t = useTranslations('panels.inspector')
  const tKind = useTranslations('panels.kinds')
  const tFields = useTranslations('fields')
  const tContributions = useTranslations('contributions')
  const editor = useEditor()
  const run = useRun()
  const mayEdit = useMayEdit()
  const paused = usePaused()
  const locked = element.locked === true
  const readOnly = !mayEdit || locked
  const showsText = element.kind !== 'text' && element.kind !== 'image' && element.kind !== 'ink'
  return (
    <PanelFrame
      kind={tKind(element.kind)}
      onClose={() => editor.select(emptySelection)}
      actions={<ElementMenu element={element} />}
    >
      <Section first>
        {element.kind === 'image' || element.kind === 'ink' ? (
          <p className="flex items-center gap-2 text-body">
            <KindIcon kind={element.kind} size={18} />
            {element.label === '' ? tKind(element.kind) : element.label}
          </p>
        ) : (
          <NameField key={element.id} element={element} readOnly={readOnly} />
        )}
        {element.kind === 'variable' && mayEdit ? <HintsHere variable={element} /> : null}
        <AddedBy of="elements" record={element} />
        <LockNotice of={element} target={{ elements: [element.id], links: [] }} />
        {locked && element.seal?.keeps !== true ? (
          <div className="flex items-center gap-2 rounded-button bg-hover py-1 ps-3 pe-1 text-second">
            <Lock size={14} aria-hidden className="shrink-0" />
            <span className="flex-1">{t('isLocked')}</span>
            {mayEdit ? (
              <Button size="small" variant="quiet" onClick={() => run(setLocked, { ids: [element.id], locked: false })}>
                {t('unlock')}
              </Button>
            ) : null}
          </div>
        ) : null}
        {/* Where changes only pause, what is being typed stays in its field. */}
        {showsText && !(readOnly && !paused && element.description === '') ? (
          <TextField
            key={`${element.id}-description`}
            long
            hideLabel
            label={t('description')}
            of={element.id}
            as="description"
            placeholder={t('descriptionHint')}
            stored={element.description}
            maxLength={limits.description}
            readOnly={readOnly}
            onCommit={(text) => run(setDescription, { root: 'elements', id: element.id, text })}
          />
        ) : null}
      </Section>
      {element.kind === 'stakeholder' ? (
        <Section>
          <StakeholderFields key={element.id} stakeholders={[element]} readOnly={readOnly} />
        </Section>
      ) : null}
      {element.kind === 'action' ? <ActionSection action={element} readOnly={readOnly} mayEdit={mayEdit} /> : null}
      {element.kind === 'note' ? (
        <Section>
          <NoteColours notes={[element]} readOnly={readOnly} />
        </Section>
      ) : null}
      <MarkHere of={element} />
      <GroupSaid element={element.id} />
      {element.kind === 'variable' && mayEdit ? (
        <Section title={tContributions('title')}>
          <ContributeButton to={element.id} small />
        </Section>
      ) : null}
      {element.kind === 'variable' ? <ResultsHere key={element.id} variable={element.id} /> : null}
      <MarkField variables={element.kind === 'variable' ? [element] : []} readOnly={readOnly} />
      <LeverageFields key={`${element.id}-leverage`} elements={[element]} readOnly={readOnly} />
      {isLinkable(element) ? <LinkLists id={element.id} isAction={element.kind === 'action'} /> : null}
      {showsText && !(readOnly && (element.tags ?? []).length === 0) ? (
        <Section>
          <TagsField key={element.id} elements={[element]} readOnly={readOnly} />
        </Section>
      ) : null}
      <CustomFields elements={[element]} readOnly={readOnly} mayEdit={mayEdit} />
      <ImportedValues extra={element.extra} hint={mayEdit ? tFields('imported.inTable') : undefined} />
    </PanelFrame>
  )
}

function ElementMenu({ element }: { readonly element: MapElement }) {
  const t = useTranslations('panels.inspector')
  const tLooks = useTranslations('looks')
  const tCanvas = useTranslations('canvas.menu')
  const run = useRun()
  const mayEdit = useMayEdit()
  const workspace = useWorkspace()
  const refusals = useRefusals([element.id])
  const locked = element.locked === true
  const askEntries = useAskEntries([element])
  const coalitionEntries = useCoalitionEntries([element])
  const sayEntries = useSayEntries([element])
  const sealEntries = useSealEntries({ elements: [element.id], links: [] })
  const seeing: readonly MenuEntry[] = [
    {
      kind: 'action',
      id: 'show',
      label: t('show'),
      onSelect: () => workspace.get().camera?.fit([element.id]),
    },
    ...(isLinkable(element) ? [nearEntry(tLooks, workspace, element.id)] : []),
    ...askEntries,
    ...sayEntries,
  ]
  const contributing: readonly MenuEntry[] =
    element.kind === 'variable'
      ? [
          {
            kind: 'action',
            id: 'contribute',
            label: tCanvas('contribute'),
            // Later, so that the menu has given the focus back before the name takes it.
            onSelect: () => {
              workspace.showView('map')
              setTimeout(() => workspace.get().camera?.contribute?.(element.id), 50)
            },
          },
        ]
      : []
  const doubles: readonly MenuEntry[] = [
    {
      kind: 'action',
      id: 'duplicate',
      label: t('duplicate'),
      shortcut: ['Mod', 'D'],
      onSelect: () => run(duplicateElements, { elements: [element.id], offset: { x: 24, y: 24 } }),
    },
    {
      kind: 'action',
      id: 'lock',
      label: t(locked ? 'unlock' : 'lock'),
      shortcut: ['Mod', 'Shift', 'L'],
      onSelect: () => run(setLocked, { ids: [element.id], locked: !locked }),
    },
  ]
  const changes: readonly MenuEntry[] = [
    ...(refusals.lock === undefined ? doubles : []),
    ...sealEntries,
    { kind: 'separator', id: 'before-delete' },
    {
      kind: 'action',
      id: 'delete',
      label: t('delete'),
      shortcut: ['Delete'],
      danger: true,
      refused: refusals.remove,
      onSelect: () => run(deleteRecords, { elements: [element.id], links: [] }),
    },
  ]
  return (
    <Menu
      align="end"
      entries={mayEdit ? [...seeing, ...contributing, ...coalitionEntries, ...changes] : seeing}
      trigger={
        <IconButton label={t('more')} size="small">
          <Ellipsis size={18} aria-hidden />
        </IconButton>
      }
    />
  )
}
