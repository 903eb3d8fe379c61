import { latePart } from '../ui/latePart'

// Few come to a link with a passcode, or to one that has ended, and whoever is in already needs none of these.
export const PartingOffer = latePart(async () => (await import('./PartingOffer')).PartingOffer)
export const PasscodeField = latePart(async () => (await import('./PasscodeField')).PasscodeField)
export const ProblemText = latePart(async () => (await import('./ProblemText')).ProblemText)
