// A plan of 200 deliverables, each with an update that holds two figures and a colour in each of 12 cycles, linked to measures: written from its
// records with its charts and printed, and its two largest pages. Goal: under 2 s each.
import { readPlan } from '../src/modules/papers/plan-papers/plan-in-paper.ts'
import { templateNamed } from '../src/modules/papers/templates/template.ts'
import { writePaper } from '../src/modules/papers/writing/write-paper.ts'
import { cycleScreens } from '../src/modules/delivery-plan/cycles/screens.ts'
import { deliverableScreens } from '../src/modules/delivery-plan/deliverables/screens.ts'
import { keepFigures } from '../src/modules/delivery-plan/updates/figures-in-text.ts'
import { makeSmallPlan } from '../src/modules/delivery-plan/plan-cast.ts'
import { newId, type Ctx } from '../src/platform/act.ts'
import type { Frame, Page } from '../src/platform/design-system/index.ts'
import { documentHtml } from '../src/platform/documents/document-html.ts'
import { docxFile } from '../src/platform/documents/docx.ts'
import { odtFile } from '../src/platform/documents/odt.ts'
import { planFigures } from '../src/plan-figures.ts'
import type { Screen } from '../src/platform/http/screen.ts'
import { seed } from './pages/seed.ts'
import { asAdministrator } from './stage/administrator.ts'
import { machine } from './stage/machine.ts'
import { median, ms, timed, whole } from './stage/numbers.ts'
import { signIn } from './stage/sign-in.ts'
import { setStage } from './stage/stage.ts'

const [DELIVERABLES, CYCLES, ROUNDS] = [200, 12, 5]
const WORDS = `${'The service continues to work with its partners, and what was planned for the period has been done. '.repeat(4)}
There were {{ referrals received, this quarter }} referrals, and {{ people supported, this year so far }} people were supported.`
/** What deliverables are linked to, one after another: counts, a share, and one line of a measure. */
const LINKED = [
  'referrals-received',
  'people-supported',
  'would-use-again',
  'rj-referrals',
  'community-points:stage:registered',
]
const PEOPLE = 10_000

async function fill(ctx: Ctx) {
  const { year_id, theme_id } = await makeSmallPlan(ctx)
  const made = await ctx.connection.query(
    `insert into delivery_plan.deliverable (area_id, year_id, theme_id, held_by, number, words, organisation, measure, also_measures)
     select y.area_id, y.year_id, $2, y.held_by, 3 + n, 'Deliverable ' || n, 'OPCC', ($4::text[])[1 + n % 5], array[($4::text[])[1 + (n + 1) % 5]]
     from delivery_plan.year y, generate_series(1, $3) n where y.year_id = $1`,
    [year_id, theme_id, DELIVERABLES - 3, LINKED],
  )
  const { rows } = await ctx.connection.query(
    `insert into delivery_plan.cycle (area_id, year_id, held_by, name, period_from, period_to, due_on, closed_at)
     select y.area_id, y.year_id, y.held_by, 'Month ' || n, y.starts_on + ((n - 1) * 30), y.starts_on + (n * 30 - 1), y.starts_on + (n * 30 + 5), now()
     from delivery_plan.year y, generate_series(1, $2) n where y.year_id = $1 returning cycle_id, period_from, period_to`,
    [year_id, CYCLES],
  )
  for (const { cycle_id, period_from, period_to } of rows) {
    const about = { from: period_from, to: period_to, year_from: '2036-04-01' }
    const figures = await keepFigures(ctx, planFigures, WORDS, about, [])
    await ctx.connection.query(
      `insert into delivery_plan.update (area_id, deliverable_id, held_by, cycle_id, dated_on, author, words, figures)
       select d.area_id, d.deliverable_id, d.held_by, c.cycle_id, c.period_to, 'NW', $2, $3 from delivery_plan.deliverable d
       join delivery_plan.cycle c on c.year_id = d.year_id where c.cycle_id = $1`,
      [cycle_id, WORDS, JSON.stringify(figures)],
    )
  }
  await ctx.connection.query(
    `insert into delivery_plan.rating (area_id, deliverable_id, cycle_id, held_by, status)
     select d.area_id, d.deliverable_id, c.cycle_id, d.held_by, (array['green', 'amber', 'red', 'white'])[1 + (d.number % 4)]
     from delivery_plan.deliverable d join delivery_plan.cycle c on c.year_id = d.year_id where d.year_id = $1`,
    [year_id],
  )
  const last = rows.toSorted((a, b) => (a.period_to < b.period_to ? -1 : 1)).at(-1)!
  return { year_id, theme_id, cycle_id: last.cycle_id as string, deliverables: made.rowCount! + 3 }
}

const stage = await setStage()
try {
  const { actor } = await signIn(stage, 'Nell Wainwright')
  const act = <T>(work: (ctx: Ctx) => Promise<T>) => stage.act(actor, { visit_id: newId(), query: {} }, work)
  await seed(stage, PEOPLE)
  const { deliverables, year_id, ...about } = await act(fill)
  await asAdministrator(stage.url, (client) => client.query('analyze'))
  /** A page of the plan as its screen shows it. */
  const pageAt = (url: string, params: Record<string, string>) =>
    act(async (ctx) => {
      const found = [...deliverableScreens(planFigures), ...cycleScreens(planFigures, '')].find(
        (one) => one.url === url && one.kind === 'screen',
      ) as Screen
      return String(((await found.show(ctx, params, undefined as never)) as Page).body({} as Frame))
    })
  const write = () =>
    act(async (ctx) => {
      const scope = { from: '2036-04-01', to: '2037-03-31' }
      const words = {
        organisation: 'Office',
        area: 'Area',
        report_to: 'Meeting',
        meeting_on: '2037-04-30',
        report_author: 'Author',
        author_email: '',
        other_contacts: '',
        for_what: 'consideration' as const,
      }
      const plan = await readPlan(ctx, about)
      const more = { agenda_item: '1', is_public: true, sections: {}, plan }
      return (
        await writePaper(ctx, templateNamed('plan-theme-report'), scope, { ...words, ...more }, () => '/')
      ).document
    })
  const document = await write()
  /** By the clock, and by this process's processor: the second says what a quiet machine would need. */
  const measure = async (work: () => unknown) => {
    const [taken, used]: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      const before = process.cpuUsage()
      taken.push((await timed(async () => work())).seconds * 1000)
      const { user, system } = process.cpuUsage(before)
      used.push((user + system) / 1000)
    }
    return `${ms(median(taken))} (processor ${ms(median(used))})`
  }
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  say(
    `A plan paper of ${whole(deliverables)} deliverables × ${CYCLES} cycles, ${whole(deliverables * CYCLES * 2)} figures in its updates, beside ${whole(PEOPLE)} people, median of ${ROUNDS} (goal: under 2,000 ms each)\n${machine()}`,
  )
  say(`  written from its records: ${await measure(write)}`)
  say(`  written, and printed as a page: ${await measure(async () => String(documentHtml(await write())))}`)
  say(`  written, and printed as .docx: ${await measure(async () => docxFile(await write()))}`)
  say(`  written, and printed as .odt: ${await measure(async () => odtFile(await write()))}`)
  say(
    `  the page of its year: ${await measure(() => pageAt('/delivery-years/:year_id', { year_id }))}; of its last cycle, its figures asked again: ${await measure(() => pageAt('/plan-cycles/:cycle_id', { cycle_id: about.cycle_id }))}`,
  )
  say(
    `  the paper’s page is ${whole(String(documentHtml(document)).length / 1024)} KB, the .docx ${whole((await docxFile(document)).length / 1024)} KB`,
  )
} finally {
  await stage.end()
}
