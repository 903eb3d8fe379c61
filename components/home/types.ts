import type { TemplateName } from '../../lib/protocol/api'

/** Pictures of the templates as SVG text; blank has none. */
export type TemplatePictures = Readonly<Record<Exclude<TemplateName, 'blank'>, string>>
