import * as z from 'zod/mini'
import { programmes, type Role, roles } from '../auth/roles'
import { dateField, optionalDateField } from '../dates'
import { choice, line, optionalLine, optionalWhole, pcode } from '../fields'
import { locales } from '../i18n/locales'
import { parseMoney } from '../money'
import { auditedTables, currencies, wordLists } from './domain'
import { whyNotTogether } from './policy'

const version = z.coerce.number().check(z.int())
const userId = z.uuid('errors.notFound')
const email = z.pipe(
  line(200),
  z.string().check(z.toLowerCase(), z.email('errors.email'), z.maxLength(200, 'errors.tooLong')),
)

/** What a group of boxes sends: nothing, one text or a list. */
const several = <O>(one: z.ZodMiniType<O, string>) =>
  z.pipe(
    z.pipe(
      z.optional(z.nullable(z.union([z.string(), z.array(z.string())]))),
      z.transform((value) => [...new Set([value ?? []].flat())]),
    ),
    z.array(one).check(z.maxLength(100, 'errors.choose')),
  )

/** A box that is ticked or not. */
const ticked = z.pipe(
  z.optional(z.nullable(z.string())),
  z.transform((value) => value === 'on' || value === 'true'),
)

const identity = { name: line(120), email, locale: choice(locales) }
const together = z.refine<{ roles: Role[] }>((value) => whyNotTogether(value.roles).length === 0, {
  path: ['roles'],
  error: 'admin.refused.incompatible',
})

export const createUserSchema = z
  .object({
    ...identity,
    roles: several(choice(roles)),
    programmes: several(choice(programmes)),
    teams: several(z.uuid('errors.choose')),
  })
  .check(together)
export const editUserSchema = z.object({ userId, version, ...identity })
export const userRefSchema = z.object({ userId, version })
export const userSchema = z.object({ userId })
export const linkSchema = z.object({ userId, kind: choice(['invite', 'reset']) })

export const giveRoleSchema = z.object({ userId, role: choice(roles) })
export const roleRefSchema = z.object({ userRoleId: z.uuid('errors.notFound') })

/** `before`: what the form showed, so that a stale form does not undo someone else's change. */
const before = z.pipe(
  z._default(z.string().check(z.maxLength(5000, 'errors.unreadable')), ''),
  z.transform((text) => text.split(',').filter(Boolean)),
)
export const programmesSchema = z.object({ userId, programmes: several(choice(programmes)), before })
export const areasSchema = z.object({ userId, areas: several(pcode), before })

const names = { nameEn: line(120), nameAr: line(120), nameCkb: optionalLine(120) }

export const createTeamSchema = z.object({ ...names, districtPcode: pcode })
export const editTeamSchema = z.object({
  teamId: z.uuid('errors.notFound'),
  version,
  ...names,
  districtPcode: pcode,
  isActive: ticked,
})
export const memberSchema = z
  .object({
    userId: z.uuid('errors.choose'),
    teamId: z.uuid('errors.choose'),
    fromOn: dateField(),
    toOn: optionalDateField(),
  })
  .check(
    z.refine((value) => value.toOn === null || value.toOn >= value.fromOn, {
      path: ['toOn'],
      error: 'admin.errors.endBeforeStart',
    }),
  )
export const endMembershipSchema = z.object({ memberId: z.uuid('errors.notFound'), toOn: dateField() })

const moneyIn = (value: { amount: string; currency: (typeof currencies)[number] }) =>
  parseMoney(value.amount, value.currency)
const moneyIsRead = z.refine<{ amount: string; currency: (typeof currencies)[number] }>(
  (value) => {
    const minor = moneyIn(value)
    return minor !== null && minor > 0 && minor <= 1_000_000_000_000
  },
  { path: ['amount'], error: 'errors.money' },
)

export const limitSchema = z.pipe(
  z
    .object({
      programme: choice(programmes),
      currency: choice(currencies),
      amount: line(40),
      /** The limit that the form showed as the one in force; empty when there was none. */
      currentId: z._default(z.string(), ''),
    })
    .check(moneyIsRead),
  z.transform((value) => ({ ...value, amountMinor: moneyIn(value) ?? 0 })),
)

const aliases = z.pipe(
  z.pipe(
    z.optional(z.nullable(z.string().check(z.maxLength(5000, 'errors.tooLong')))),
    z.transform((text) => [...new Set((text ?? '').split(/[\n,،]+/).map((part) => part.trim()))].filter(Boolean)),
  ),
  z.array(line(80)).check(z.maxLength(30, 'errors.tooLong')),
)
export const editPlaceSchema = z.object({ pcode, version, ...names, aliases, isActive: ticked })
export const addCommunitySchema = z.object({ parentPcode: pcode, pcode, ...names, aliases })

/** Room for a step of the safe pathway, which is a sentence or two. */
const words = { nameEn: line(300), nameAr: line(300), nameCkb: optionalLine(300) }
const word = { list: choice(wordLists), ...words, position: optionalWhole(0, 999, 'errors.whole') }
export const editWordSchema = z.object({
  code: z.string('errors.notFound').check(z.maxLength(40, 'errors.notFound')),
  version,
  ...word,
  isActive: ticked,
})
export const addWordSchema = z.object({
  code: line(40).check(z.regex(/^[a-z][a-z0-9_]*$/, 'admin.errors.code')),
  ...word,
})

export const auditFilterSchema = z.object({
  user: z.catch(z.optional(z.uuid()), undefined),
  table: z.catch(z.optional(z.enum(auditedTables)), undefined),
  from: z.catch(optionalDateField(), null),
  to: z.catch(optionalDateField(), null),
})
