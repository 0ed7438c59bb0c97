import { hasRole } from '#platform/act.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { found } from '#platform/errors.ts'
import { hideBelow } from '../disclosure/small-numbers.ts'
import { decideRule } from './decide-rule.ts'
import { ruleForm } from './form.ts'
import { listDecided, readRules, TABLE_SETS, type TableSet } from './rules.ts'
import { decideRulePage, rulesPage } from './rules.page.ts'

const setOf = (tables: string): TableSet =>
  found(Object.hasOwn(TABLE_SETS, tables) ? (tables as TableSet) : undefined)

export const smallNumberScreens = [
  screen('/recorded-crime/small-numbers', {
    action: 'see how small a count the tables of recorded crime print',
    roles: ['commissioner_analyst', 'commissioner_signatory'],
    show: async (ctx) =>
      rulesPage({
        usual: { office: await hideBelow(ctx, 'office'), public: await hideBelow(ctx, 'public') },
        office: await readRules(ctx, 'office'),
        public: await readRules(ctx, 'public'),
        decided: await listDecided(ctx),
        may_decide: hasRole(ctx.actor, ['commissioner_signatory']),
      }),
  }),
  screen('/recorded-crime/small-numbers/:tables', {
    action: 'decide how small a count some tables print',
    roles: ['commissioner_signatory'],
    form: ruleForm,
    start: async (ctx, { tables }) => {
      const latest = (await listDecided(ctx)).find((one) => one.tables === setOf(tables))
      return latest ? { hide_below: latest.hide_below, because: latest.because } : {}
    },
    show: async (ctx, { tables }, form) =>
      decideRulePage(setOf(tables), await hideBelow(ctx, 'public'), form),
    save: async (ctx, { tables }, values) => {
      await decideRule(ctx, setOf(tables), values)
      return goTo('/recorded-crime/small-numbers', 'Decided')
    },
  }),
]
