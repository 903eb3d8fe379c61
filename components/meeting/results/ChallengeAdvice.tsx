'use client'
import { useTranslations } from 'next-intl'
import type { ChallengeVerdict } from '../../../lib/practice/challenge'

/** What helps with a kind of challenge, and the usual mistake. */
export function ChallengeAdvice({ verdict }: { readonly verdict: Exclude<ChallengeVerdict, 'none'> }) {
  const t = useTranslations('rounds.challenge')
  return (
    <section className="flex flex-col gap-1 rounded-button bg-canvas px-3 py-2.5 text-second">
      <h3 className="font-semibold">{t(`advice.${verdict}.title`)}</h3>
      <p>{t(`advice.${verdict}.what`)}</p>
      <p>
        <strong className="font-medium">{t('helps')}</strong> {t(`advice.${verdict}.helps`)}
      </p>
      <p>
        <strong className="font-medium">{t('mistake')}</strong> {t(`advice.${verdict}.mistake`)}
      </p>
    </section>
  )
}
