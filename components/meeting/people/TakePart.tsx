'use client'
import { Hand } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { reactions } from '../../../lib/protocol/people'
import { useSelf } from '../../hooks/useMap'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Popover } from '../../ui/Popover'
import { ReactionIcon } from './ReactionIcon'
import { usePeopleActs } from './usePeopleActs'

/** Asking to speak, and showing a reaction. */
export function TakePart() {
  const t = useTranslations('people')
  const { id, hand } = useSelf()
  const { raiseHand, react } = usePeopleActs()
  const isUp = hand !== undefined
  // Who came without a name is nobody whom one could call.
  if (id === undefined) return null
  return (
    <div className="flex flex-col gap-1 pb-2">
      <Button
        wide
        variant={isUp ? 'secondary' : undefined}
        icon={<Hand size={16} aria-hidden />}
        onClick={() => void raiseHand(!isUp)}
      >
        {t(isUp ? 'lowerOwn' : 'raise')}
      </Button>
      <div role="group" aria-label={t('react')} className="flex justify-between">
        {reactions.map((reaction) => (
          <IconButton key={reaction} label={t(`reactions.${reaction}`)} onClick={() => void react(reaction)}>
            <ReactionIcon reaction={reaction} />
          </IconButton>
        ))}
      </div>
    </div>
  )
}

/** The same, one press away on a wide screen. */
export function TakePartButton() {
  const t = useTranslations('people')
  const { id, hand } = useSelf()
  if (id === undefined) return null
  return (
    <Popover
      label={t('takePart')}
      align="end"
      className="w-72 px-3 pt-3 pb-1"
      trigger={
        <IconButton label={t(hand === undefined ? 'takePart' : 'takePartUp')} active={hand !== undefined}>
          <Hand size={20} aria-hidden />
        </IconButton>
      }
    >
      <TakePart />
    </Popover>
  )
}
