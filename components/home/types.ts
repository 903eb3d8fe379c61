import type { ArchetypeName } from '../../lib/model/archetype'

/** Templates that have a picture on the start page. */
export const picturedTemplates = ['causal-loop', 'stakeholder', 'both', 'leader-to-community'] as const
export type PicturedTemplate = (typeof picturedTemplates)[number]

/** Pictures of templates as SVG text. */
export type TemplatePictures = Readonly<Record<PicturedTemplate, string>>
export type ArchetypePictures = Readonly<Record<ArchetypeName, string>>
