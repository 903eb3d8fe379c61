import fc from 'fast-check'
import { firstSeed } from './tests/helpers/seeds'

// Properties take the seed of the run, as every other seeded test does.
fc.configureGlobal({ seed: firstSeed() })
