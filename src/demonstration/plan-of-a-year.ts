import type { DeliverableValues, Status } from '#delivery-plan'
import { BARE_DELIVERABLE } from '#delivery-plan'

type Promised = Omit<DeliverableValues, 'theme_id' | 'number'>
/** What was said of a deliverable in a quarter, with its figures by name, and the colour decided; a reason where another is proposed. */
type Said = { words: string; status: Status; reason?: string }

const promised = (
  more: Partial<Promised> & Pick<Promised, 'words' | 'owners' | 'organisation'>,
): Promised => ({
  ...BARE_DELIVERABLE,
  ...more,
})

/** The invented plan of 2018 to 2021: its second theme, as far as the records of the demonstration reach. */
export const PAST: readonly { promised: Promised; said: readonly Said[] }[] = [
  {
    promised: promised({
      words: 'Expand the number of Community Points, so that help is near whoever needs it',
      owners: 'NW',
      organisation: 'OPCC',
      success: 'At least 25 organisations registered, in every district',
      funding: 'Commissioner’s grant',
      funding_pounds: '40000',
      rule: 'bands',
      measure: 'community-points:stage:registered',
      target: '25',
      amber_to: '15',
    }),
    said: [
      {
        words:
          'There are {{ community points: registered, this quarter }} registered Community Points.\n\nVisits to districts without one are planned.',
        status: 'amber',
        reason: 'Two districts still have none.',
      },
      {
        words:
          'There are now {{ community points: registered, this quarter }} registered Community Points, and training has begun.',
        status: 'green',
        reason: 'Every district has one.',
      },
      {
        words: 'There are {{ community points: registered, this quarter }} registered Community Points.',
        status: 'green',
        reason: 'Every district has one.',
      },
    ],
  },
  {
    promised: promised({
      words: 'Reach everybody who is referred, and support those who want it',
      owners: 'NW/CG',
      organisation: 'OPCC',
      success: 'More people supported than in the year before, and nine in ten would use the service again',
      rule: 'percentage',
      measure: 'would-use-again',
      also_measures: ['referrals-received', 'people-supported', 'people-with-longer-term-support'],
      target: '90',
    }),
    said: [
      {
        words:
          'The police and others made {{ referrals received, this quarter }} referrals, and {{ people supported, this quarter }} people were supported.',
        status: 'green',
        reason: 'Nobody who asked for support was without it.',
      },
      {
        words:
          '{{ people supported, this year so far }} people have been supported since April, of {{ referrals received, this year so far }} referrals.\n\n- {{ would use the service again, this year so far }} of those asked since April would use the service again.\n- {{ people with longer-term support, this quarter }} people had longer-term support.',
        status: 'green',
        reason: 'Nobody who asked for support was without it.',
      },
      {
        words: '{{ people supported, this year so far }} people have been supported since April.',
        status: 'green',
        reason: 'Nobody who asked for support was without it.',
      },
    ],
  },
  {
    promised: promised({
      words: 'Improve the reporting of hate crime, and the support of those it harms',
      owners: 'Force',
      organisation: 'Force',
      success: 'Every response officer has had the training',
      rule: 'date',
      starts_on: '2018-04-01',
      due_on: '2018-12-31',
    }),
    said: [
      { words: 'Training has begun on two of five areas.', status: 'green' },
      {
        words: 'Four of five areas have been trained. The fifth waits for a trainer.',
        status: 'amber',
        reason: 'The fifth area has no date.',
      },
      { words: 'All five areas have been trained.', status: 'green', reason: 'It was done in December.' },
    ],
  },
  {
    promised: promised({
      words: 'Offer restorative justice to more of those who were harmed',
      owners: 'CG/Force',
      organisation: 'OPCC',
      funding: 'Ministry of Justice, victims’ services grant',
      measure: 'rj-referrals',
    }),
    said: [
      { words: 'The offer is made by letter only.', status: 'red' },
      {
        words:
          '{{ restorative justice referrals, this quarter }} people were referred in the quarter. Officers now make the offer themselves.',
        status: 'amber',
      },
      {
        words: '{{ restorative justice referrals, this year so far }} people have been referred since April.',
        status: 'amber',
      },
    ],
  },
  {
    promised: promised({
      words: 'Open a second place for the adult sexual assault referral centre',
      owners: 'NW',
      organisation: 'OPCC',
      rule: 'date',
      starts_on: '2018-10-01',
      due_on: '2019-06-30',
    }),
    said: [
      { words: 'Not begun: planned for the autumn.', status: 'white' },
      { words: 'Planned to begin in October.', status: 'white' },
      { words: 'A building has been found, and its lease is being agreed.', status: 'green' },
    ],
  },
]

/** What the plan of these years promises, whose owners are asked this quarter. */
export const NOW: readonly Promised[] = [
  promised({
    words: 'Keep the wait for a first conversation under two working days',
    owners: 'NW',
    organisation: 'OPCC',
    success: 'Whoever is referred is called within two working days',
    measure: 'referrals-received',
  }),
  promised({
    words: 'Send the details that a service needs to reach somebody safely, with every referral',
    owners: 'Force',
    organisation: 'Force',
    success: 'No referral waits for a telephone number',
    measure: 'referrals-received',
  }),
]
