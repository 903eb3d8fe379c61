'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { isAtLeast, type LinkGrant, type Role } from '../../../lib/protocol/role'
import { useEditor } from '../../hooks/EditorProvider'
import { useSelf } from '../../hooks/useMap'
import { useApiProblem } from '../../hooks/useApiProblem'
import { DoorSwitch } from '../../meeting/door/DoorSwitch'
import { Dialog } from '../../ui/Dialog'
import { Spinner } from '../../ui/Spinner'
import { InviteSection } from './InviteSection'
import { LinkQuestion, type LinkAct } from './LinkQuestion'
import { LinkRows } from './LinkRows'
import { useMapLinks } from './useMapLinks'
import { useServerNow } from './useServerNow'

/** Which links a role may hand out, the everyday one first. The server decides; this only asks for no more. */
function managedGrants(role: Role): readonly LinkGrant[] {
  if (role === 'owner') return ownersGrants
  return role === 'facilitator' ? facilitatorsGrants : noGrants
}

const ownersGrants: readonly LinkGrant[] = ['contribute', 'view', 'comment', 'facilitate', 'owner']
const facilitatorsGrants: readonly LinkGrant[] = ['contribute', 'view', 'comment']
const noGrants: readonly LinkGrant[] = []

/** Brings people to the map: a link, a picture to scan, six characters to type. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('panels.share')
  const editor = useEditor()
  const self = useSelf()
  const say = useApiProblem()
  const may = isAtLeast(self.role, 'facilitator')
  const grants = managedGrants(self.role)
  const links = useMapLinks(editor.mapId, grants)
  const now = useServerNow()
  const [asked, setAsked] = useState<LinkAct>()
  const content = useRef<HTMLDivElement>(null)
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title={t('title')}>
      {!may ? (
        <p className="text-body">{t(`notYours.${self.role}`)}</p>
      ) : (
        <div ref={content} tabIndex={-1} className="flex flex-col gap-5 outline-none">
          {links.problem === undefined ? null : (
            <p role="alert" className="text-body text-danger">
              {say(links.problem)}
            </p>
          )}
          {links.state === 'loading' ? (
            <p role="status" className="flex items-center gap-2 text-body text-muted">
              <Spinner />
              {t('loading')}
            </p>
          ) : (
            <>
              <InviteSection
                mapId={editor.mapId}
                links={links}
                now={now}
                onRenew={(link) => setAsked({ kind: 'renew', link })}
              />
              <DoorSwitch />
              <LinkRows
                grants={grants}
                links={links}
                now={now}
                onRevoke={(link) => setAsked({ kind: 'revoke', link })}
                onRenew={(link) => setAsked({ kind: 'renew', link })}
              />
              <LinkQuestion
                asked={asked}
                links={links}
                now={now}
                onAnswered={() => setAsked(undefined)}
                onSeen={() => content.current?.focus()}
              />
            </>
          )}
        </div>
      )}
    </Dialog>
  )
}
