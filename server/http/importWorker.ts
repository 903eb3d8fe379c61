import { parentPort, workerData } from 'node:worker_threads'
import { readImport, type ImportRequest } from './importer'

// The entry of a worker thread, built on its own (dist/importer.mjs).

parentPort?.postMessage(readImport(workerData as ImportRequest), [])
