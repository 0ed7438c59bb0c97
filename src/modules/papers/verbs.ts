import type { Verb } from '#platform/cli/verb.ts'
import { checkVerb } from './checks/verbs.ts'
import { listVerb } from './command-line/list-verb.ts'
import { printVerb } from './command-line/print-verb.ts'

export const paperVerbs: readonly Verb[] = [listVerb, printVerb, checkVerb]
