import { FIELD_COUNT } from '../record/layout.ts'
import type { Model } from './model.ts'
import { MODEL_VERSION } from './model.ts'

/** A model as JSON, to be kept. It holds chances and hashes of common values, and no one's name. */
export function writeModel(model: Model): string {
  return JSON.stringify(model)
}

/** Reads a kept model; undefined when it was made by another version, and a new one must be estimated. */
export function readModel(json: string): Model | undefined {
  const model = JSON.parse(json) as Model
  return model.version === MODEL_VERSION && model.match.length === FIELD_COUNT ? model : undefined
}
