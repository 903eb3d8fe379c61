import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { RadarPicture } from '../../meeting/results/RadarPicture'
import { drawPracticeMap, type MappedPractice } from '../practiceMaps'
import type { HelpedPractice } from '../practices'
import { BarPairs } from './BarPairs'
import { ReadingsLine } from './ReadingsLine'
import { ShareRows } from './ShareRows'

type Say = (key: string) => string
interface Words {
  /** The picture in words. */
  readonly label: string
  /** The words in the picture. */
  readonly say: Say
  /** Names of the sets of questions. */
  readonly saySet: Say
}

const onMap = (practice: MappedPractice) => {
  return function drawOnMap({ label, say }: Words): ReactNode {
    return (
      <div
        role="img"
        aria-label={label}
        className="aspect-16/9 w-full max-w-110"
        // Drawn by lib/render from a tiny map of our own.
        dangerouslySetInnerHTML={{ __html: drawPracticeMap(practice, say) }}
      />
    )
  }
}

/** What the picture of each practice shows: what people see when they do it. */
const pictures: Readonly<Record<HelpedPractice, (words: Words) => ReactNode>> = {
  challenge: ({ label, say }) => (
    <ShareRows
      label={label}
      answers={[
        { name: say('technical'), tone: 'accent' },
        { name: say('mixed'), tone: 'soft' },
        { name: say('adaptive'), tone: 'warn' },
      ]}
      rows={[
        { name: say('pipes'), counts: [7, 1, 0] },
        { name: say('waste'), counts: [2, 5, 1] },
        { name: say('trust'), counts: [0, 2, 6] },
      ]}
    />
  ),
  pulse: ({ label, say }) => (
    <ShareRows
      label={label}
      answers={[
        { name: say('better'), tone: 'ok' },
        { name: say('same'), tone: 'soft' },
        { name: say('worse'), tone: 'danger' },
      ]}
      rows={[
        { name: say('march'), counts: [1, 2, 6] },
        { name: say('april'), counts: [2, 3, 4] },
        { name: say('may'), counts: [4, 3, 2] },
        { name: say('june'), counts: [6, 2, 1] },
      ]}
    />
  ),
  contributions: onMap('contributions'),
  'collective-impact': ({ label, saySet }) => (
    <RadarPicture
      label={label}
      axes={[
        { name: saySet('collectiveImpact.groups.agenda.name'), values: [4], range: [3, 5] },
        { name: saySet('collectiveImpact.groups.measures.name'), values: [2], range: [1, 3] },
        { name: saySet('collectiveImpact.groups.activities.name'), values: [3], range: [2, 4] },
        { name: saySet('collectiveImpact.groups.talk.name'), values: [4.5], range: [4, 5] },
        { name: saySet('collectiveImpact.groups.backbone.name'), values: [3.5], range: [2, 5] },
      ]}
    />
  ),
  coalition: onMap('coalition'),
  processes: onMap('processes'),
  results: ({ label, say }) => (
    <ReadingsLine
      label={label}
      start={{ name: say('start'), value: 0.2 }}
      target={{ name: say('target'), value: 0.9 }}
      readings={[0.12, 0.3, 0.28, 0.55, 0.78]}
    />
  ),
  direction: ({ label, saySet }) => (
    <RadarPicture
      label={label}
      axes={[
        { name: saySet('direction.groups.direction.name'), values: [4.2, 3] },
        { name: saySet('direction.groups.alignment.name'), values: [3.2, 2] },
        { name: saySet('direction.groups.commitment.name'), values: [3.8, 2.6] },
      ]}
    />
  ),
  learning: onMap('learning'),
  experiments: ({ label, say }) => (
    <BarPairs
      label={label}
      before={say('before')}
      after={say('after')}
      rows={[
        { name: say('trust'), before: 0.35, after: 0.7 },
        { name: say('visits'), before: 0.5, after: 0.8 },
        { name: say('waiting'), before: 0.75, after: 0.4 },
      ]}
    />
  ),
}

/** What people see when they do a practice, drawn small, with its words for those who do not see it. */
export async function PracticePicture({ practice }: { readonly practice: HelpedPractice }) {
  const t = await getTranslations('practiceHelp')
  const tSets = await getTranslations('surveys.sets')
  return pictures[practice]({
    label: t(`practices.${practice}.picture`),
    say: (key) => t(`pictures.${key}`),
    saySet: (key) => tSets(key),
  })
}
