/** How the working out of an experiment ended: the kinds of its outcome, and that nobody worked it out. */
export const experimentEffectKinds = ['run', 'nothing-changes', 'problem', 'not-run'] as const
export type ExperimentEffectKind = (typeof experimentEffectKinds)[number]
