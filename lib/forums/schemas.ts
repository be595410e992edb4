import * as z from 'zod/mini'
import { dateField, optionalDateField } from '../dates'
import { choice, line, optionalProse, pcode, prose } from '../fields'
import { constituencies, forumTypes, memberParts } from './domain'

const facts = {
  nameEn: line(120),
  nameAr: line(120),
  type: choice(forumTypes),
  locationPcode: pcode,
  policeStation: line(120),
  termsAdoptedOn: optionalDateField(),
  terms: optionalProse(4000),
}
const ref = { forumId: z.uuid('errors.notFound'), version: z.coerce.number().check(z.int()) }

export const proposeForumSchema = z.object({ ...facts, teamId: z.uuid('errors.choose') })
export const editForumSchema = z.object({ ...ref, ...facts })
export const forumRefSchema = z.object(ref)
export const endForumSchema = z.object({ ...ref, reason: prose(1000, 5) })

export const addMemberSchema = z.object({
  forumId: z.uuid('errors.notFound'),
  name: line(120),
  constituency: choice(constituencies),
  part: choice(memberParts),
  sex: choice(['female', 'male']),
  fromOn: dateField(),
})
export const endMemberSchema = z.object({ memberId: z.uuid('errors.notFound'), toOn: dateField() })
