import { getTranslations } from 'next-intl/server'
import { PracticePicture } from './pictures/PracticePicture'
import type { HelpedPractice } from './practices'

const steps = ['first', 'second', 'third'] as const

/** One practice: what it is for, when and how to do it, what to look out for, where it comes from, and a picture. */
export async function PracticeSection({ practice }: { readonly practice: HelpedPractice }) {
  const t = await getTranslations('practiceHelp')
  const say = (part: string): string => t(`practices.${practice}.${part}`)
  return (
    <section
      id={practice}
      aria-labelledby={`${practice}-name`}
      className="flex scroll-mt-4 flex-col gap-4 border-t border-hairline pt-8"
    >
      <h2 id={`${practice}-name`} className="text-heading font-semibold">
        {say('name')}
      </h2>
      <div className="grid items-start gap-x-8 gap-y-4 md:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex flex-col gap-4 text-body leading-6">
          <p>{say('purpose')}</p>
          <div className="flex flex-col gap-1">
            <h3 className="font-semibold">{t('parts.when')}</h3>
            <p>{say('when')}</p>
          </div>
          <div className="flex flex-col gap-1">
            <h3 className="font-semibold">{t('parts.how')}</h3>
            <ol className="flex list-decimal flex-col gap-1 ps-5 marker:text-muted">
              {steps.map((step) => (
                <li key={step} className="ps-1">
                  {say(`how.${step}`)}
                </li>
              ))}
            </ol>
          </div>
          <div className="flex flex-col gap-1">
            <h3 className="font-semibold">{t('parts.care')}</h3>
            <p>{say('care')}</p>
          </div>
        </div>
        <div className="flex justify-center rounded-panel border border-hairline bg-panel p-4 max-md:order-first">
          <PracticePicture practice={practice} />
        </div>
      </div>
      <div className="flex flex-col gap-0.5 text-second text-muted">
        <h3 className="font-medium">{t('parts.source')}</h3>
        <p>{t(`sources.${practice}`)}</p>
      </div>
    </section>
  )
}
