import { z } from 'zod'
import { ROLES, type Role } from '../roles.ts'

const code = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'a code is lower-case letters, digits and hyphens, like "victim-care"')

const outcode = z
  .string()
  .regex(/^[A-Z]{1,2}\d[A-Z\d]?$/, 'write the first half of a postcode in capitals, like CA1')

/** An area as a file: its organisations, their teams and members. `docs/areas.md` explains it by example. */
export const areaFile = z.strictObject({
  code,
  name: z.string().min(1),
  force_code: z
    .string()
    .regex(
      /^[EW]\d{8}$/,
      'the code of a police force area, like E23000019 (database/reference/police-force-areas.csv)',
    ),
  demonstration: z.boolean().default(false),
  settings: z.strictObject({
    /** Which team referrals come to: 'organisation/team'. */
    receiving_team: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'write it as "organisation/team"'),
    // What other modules read, as far as its shape goes: a slip is told now, and not at the first file or figure.
    intake: z
      .strictObject({ scope: z.looseObject({}), serves_outcodes: z.array(outcode).min(1) })
      .partial()
      .optional(),
    matching: z.strictObject({ link: z.number(), review: z.number() }).partial().optional(),
    small_numbers: z
      .strictObject({ office: z.int().min(0), public: z.int().min(0) })
      .partial()
      .optional(),
    restorative_justice_takes_domestic_abuse: z.boolean().optional(),
  }),
  organisations: z
    .array(
      z.strictObject({
        code,
        name: z.string().min(1),
        kind: z.enum(['provider', 'force', 'commissioner', 'partner']),
        teams: z.array(
          z.strictObject({
            code,
            name: z.string().min(1),
            kind: z.enum(['all_staff', 'casework', 'restricted', 'office']),
          }),
        ),
        members: z
          .array(
            z.strictObject({
              name: z.string().min(1),
              job_title: z.string().default(''),
              email: z.email('write an e-mail address, like holly.tyson@example.org').optional(),
              roles: z.array(z.enum(Object.keys(ROLES) as [Role, ...Role[]])),
              teams: z.array(code),
              introduction: z.string().optional(),
            }),
          )
          .default([]),
      }),
    )
    .min(1),
})

export type AreaFile = z.infer<typeof areaFile>

/** The words of an area file, for whoever wrote nearly one of them. */
export const AREA_WORDS = (
  'code name force_code demonstration settings organisations kind teams members job_title email roles introduction ' +
  'receiving_team intake scope serves_outcodes matching link review small_numbers office public ' +
  'restorative_justice_takes_domestic_abuse'
).split(' ')
