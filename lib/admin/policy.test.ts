import { describe, expect, it } from 'vitest'
import { asActor } from '../auth/actor'
import { type Role, roles } from '../auth/roles'
import { incompatibleRoles, rolesNeedingSecondAdmin } from '../auth/roles-apart'
import { allowed, whyNotApprove, whyNotDeactivate, whyNotEnd, whyNotGive, whyNotReach } from './policy'

const actorWith = (role: Role) =>
  asActor({
    userId: 'me',
    sessionId: 's',
    name: 'Me',
    email: 'me@test.sanad',
    locale: 'en',
    roles: [role],
    programmes: [],
    teams: [],
    areas: [],
    standsIn: [],
    unread: 0,
    draftKey: '',
  })
const admin = actorWith('admin')
const keys = (reasons: { key: string }[]) => reasons.map((reason) => reason.key)
const asked = { id: 'r', role: 'supervisor' as const, userId: 'other', requestedBy: 'second', isApproved: false }

describe('what an admin may', () => {
  it('is nobody else’s', () => {
    for (const role of roles) expect(allowed(actorWith(role), 'users.manage'), role).toBe(role === 'admin')
  })

  it('never is about their own rights', () => {
    for (const role of roles) expect(keys(whyNotGive(admin, 'me', role, []))).toEqual(['admin.refused.own_role'])
    expect(keys(whyNotApprove(admin, { ...asked, userId: 'me' }))).toEqual(['admin.refused.own_role'])
    expect(keys(whyNotEnd(admin, { ...asked, userId: 'me' }, false))).toEqual(['admin.refused.own_role'])
    expect(keys(whyNotReach(admin, 'me'))).toEqual(['admin.refused.own_rights'])
    expect(keys(whyNotDeactivate(admin, 'me', false))).toEqual(['admin.refused.own_account'])
  })

  it('takes two where a role approves, moves money or gives rights', () => {
    expect(rolesNeedingSecondAdmin).toEqual([
      'supervisor',
      'programme_manager',
      'finance_officer',
      'focal_point',
      'admin',
    ])
    expect(keys(whyNotApprove(admin, { ...asked, requestedBy: 'me' }))).toEqual(['admin.refused.second_admin'])
    expect(whyNotApprove(admin, asked)).toEqual([])
    expect(keys(whyNotApprove(admin, { ...asked, isApproved: true }))).toEqual(['admin.refused.role_history'])
  })

  it.each(incompatibleRoles)('never makes one person %s and %s', (a, b) => {
    expect(keys(whyNotGive(admin, 'other', a, [b]))).toEqual(['admin.refused.incompatible'])
    expect(keys(whyNotGive(admin, 'other', b, [a]))).toEqual(['admin.refused.incompatible'])
  })

  it('leaves one active admin', () => {
    const last = { ...asked, role: 'admin' as const, isApproved: true }
    expect(keys(whyNotEnd(admin, last, true))).toEqual(['admin.refused.last_admin'])
    expect(whyNotEnd(admin, last, false)).toEqual([])
    expect(keys(whyNotDeactivate(admin, 'other', true))).toEqual(['admin.refused.last_admin'])
  })
})
