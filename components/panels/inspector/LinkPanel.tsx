'use client'
import { ArrowLeftRight, Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { use } from 'react'
import { limits } from '../../../lib/base/limits'
import { bendLink } from '../../../lib/commands/bendLink'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { reverseLinks } from '../../../lib/commands/reverseLinks'
import { setDescription } from '../../../lib/commands/setDescription'
import { setLinkFields } from '../../../lib/commands/setLinkFields'
import type { ElementId } from '../../../lib/base/ids'
import { emptySelection } from '../../hooks/editor'
import { holdOf, isSameHold } from '../../../lib/model/hold'
import type { MapLink } from '../../../lib/model/link'
import { useEditor } from '../../hooks/EditorProvider'
import { useElement, useView } from '../../hooks/useMap'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRefusals } from '../../hooks/useRefusals'
import { useRun } from '../../hooks/useRun'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import { latePart } from '../../ui/latePart'
import type { MenuEntry } from '../../ui/menuEntry'
import { LockNotice } from '../../meeting/protection/LockNotice'
import { useSealEntries } from '../../meeting/protection/useSealEntries'
import { useLinkWords } from '../useLinkSentence'
import { MarkHere } from '../experiments/MarkHere'
import { HoldFields } from '../holds/HoldFields'
import { LinkHintsHere } from '../reading/HintsHere'
import { AddedBy } from './AddedBy'
import { ClaimSection } from './ClaimSection'
import { EvidenceLink } from './EvidenceLink'
import { CausalFields, StrengthFields, TieFields } from './LinkFields'
import { useClaimTitle } from './useClaimTitle'
import { ImportedValues } from '../fields/ImportedValues'
import { PanelFrame, PanelInSheet, Section } from './PanelFrame'
import { TextField } from './TextField'

const EffectField = latePart(async () => (await import('../contributions/EffectField')).EffectField)

/** Everything about one link, led by what it says as a sentence. */
export function LinkPanel({ link }: { readonly link: MapLink }) {
  const t = useTranslations('panels')
  const claimTitle = useClaimTitle()
  const editor = useEditor()
  const run = useRun()
  const mayEdit = useMayEdit()
  const readOnly = !mayEdit || link.seal?.keeps === true
  const inSheet = use(PanelInSheet)
  const wordsOf = useLinkWords()
  const hold = useView((view) => holdOf(view, link), isSameHold)
  return (
    <PanelFrame
      kind={t(`linkKinds.${link.kind}`)}
      onClose={() => editor.select(emptySelection)}
      actions={mayEdit ? <LinkMenu link={link} /> : null}
    >
      <Section first>
        {inSheet ? null : (
          <p className="text-heading font-semibold text-balance break-words" dir="auto">
            {wordsOf(link)}
          </p>
        )}
        <AddedBy of="links" record={link} />
        <LockNotice of={link} target={{ elements: [], links: [link.id] }} />
        <div className="flex flex-wrap gap-2">
          <EndButton label={t('inspector.from')} id={link.from} />
          <EndButton label={t('inspector.to')} id={link.to} />
        </div>
      </Section>
      <Section>
        {link.kind === 'causal' ? <CausalFields links={[link]} readOnly={readOnly} /> : null}
        {readOnly ? null : <LinkHintsHere link={link} />}
        {link.kind === 'contribution' ? <EffectField link={link} readOnly={readOnly} /> : null}
        {hold === undefined ? null : <HoldFields link={link} word={hold.word} readOnly={readOnly} />}
        {hold === undefined && (link.kind === 'tie' || link.kind === 'relation') ? (
          <TieFields links={[link]} readOnly={readOnly} />
        ) : null}
        <StrengthFields links={[link]} readOnly={readOnly} />
      </Section>
      <MarkHere of={link} />
      <Section title={claimTitle}>
        <ClaimSection link={link} />
      </Section>
      <Section>
        <TextField
          key={`${link.id}-label`}
          label={t('inspector.linkLabel')}
          of={link.id}
          stored={link.label ?? ''}
          maxLength={limits.label}
          readOnly={readOnly}
          onCommit={(text) =>
            run(setLinkFields, { links: [link.id], fields: { label: text.trim() === '' ? null : text.trim() } })
          }
        />
        <TextField
          key={`${link.id}-description`}
          long
          label={t('inspector.evidence')}
          of={link.id}
          placeholder={t('inspector.evidenceHint')}
          stored={link.description}
          maxLength={limits.description}
          readOnly={readOnly}
          onCommit={(text) => run(setDescription, { root: 'links', id: link.id, text })}
        />
        <EvidenceLink link={link} readOnly={readOnly} />
        {readOnly ? null : (
          <div>
            <Button
              size="small"
              icon={<ArrowLeftRight size={16} aria-hidden />}
              onClick={() => run(reverseLinks, { links: [link.id] })}
            >
              {t('inspector.reverse')}
            </Button>
          </div>
        )}
      </Section>
      <ImportedValues extra={link.extra} />
    </PanelFrame>
  )
}

/** An end of the link; pressed, it is selected. */
function EndButton({ label, id }: { readonly label: string; readonly id: ElementId }) {
  const t = useTranslations('panels.inspector')
  const editor = useEditor()
  const element = useElement(id)
  const name = element === undefined || element.label === '' ? t('unnamed') : element.label
  return (
    <button
      type="button"
      onClick={() => editor.select({ elements: [id], links: [] })}
      className="inline-flex h-8 max-w-full items-center gap-1.5 rounded-full border border-quiet-border px-3 text-second hover:bg-hover pointer-coarse:h-11"
    >
      <span className="shrink-0 text-muted">{label}</span>
      <span className="truncate" dir="auto">
        {name}
      </span>
    </button>
  )
}

function LinkMenu({ link }: { readonly link: MapLink }) {
  const t = useTranslations('panels.inspector')
  const run = useRun()
  const sealEntries = useSealEntries({ elements: [], links: [link.id] })
  const { change: refused, remove } = useRefusals([], [link.id])
  const entries: readonly MenuEntry[] = [
    {
      kind: 'action',
      id: 'reverse',
      label: t('reverse'),
      refused,
      onSelect: () => run(reverseLinks, { links: [link.id] }),
    },
    {
      kind: 'action',
      id: 'straighten',
      label: t('resetCurve'),
      disabled: link.curvature === undefined,
      refused,
      onSelect: () => run(bendLink, { id: link.id }),
    },
    ...sealEntries,
    { kind: 'separator', id: 'before-delete' },
    {
      kind: 'action',
      id: 'delete',
      label: t('deleteLink'),
      shortcut: ['Delete'],
      danger: true,
      refused: remove,
      onSelect: () => run(deleteRecords, { elements: [], links: [link.id] }),
    },
  ]
  return (
    <Menu
      align="end"
      entries={entries}
      trigger={
        <IconButton label={t('more')} size="small">
          <Ellipsis size={18} aria-hidden />
        </IconButton>
      }
    />
  )
}
