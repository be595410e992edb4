import * as z from 'zod/mini'
import { prose } from '../../fields'
import { caseRefSchema } from '../schemas'

export const waiverSchema = z.extend(caseRefSchema, { reason: prose(1000, 10) })
