import { join } from 'node:path'
import { expect, it } from 'vitest'
import { permissionTable } from '../auth/permission-table'
import { type Permission, permissions, type Role, roles } from '../auth/roles'
import { incompatibleRoles, rolesNeedingSecondAdmin } from '../auth/roles-apart'

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const scopeOf = (role: Role, permission: Permission) => permissionTable[role][permission] ?? '–'

const words = `# Permissions

Generated from \`lib/auth/permission-table.ts\`; do not edit. \`npx vitest run lib/admin/permissions.test.ts -u\` writes it anew, and
the same test fails when it is stale. A change of rights is a visible difference here.

A cell says how far the permission reaches: \`own\` (assigned to me, or made by me and unassigned), \`team\` (my teams'),
\`area\` (my districts'), \`all\`; a dash means not at all. Cases are seen in one's own programmes only.

`

const table = [
  row(['permission', ...roles]),
  row(['---', ...roles.map(() => '---')]),
  ...permissions.map((permission) => row([permission, ...roles.map((role) => scopeOf(role, permission))])),
].join('\n')

const rules = `

## Roles that need a second admin

${rolesNeedingSecondAdmin.map((role) => `* ${role}`).join('\n')}

## Roles that nobody holds together

${incompatibleRoles.map(([a, b]) => `* ${a} and ${b}`).join('\n')}
`

it('is written down in docs/permissions.md as it is in the code', async () => {
  await expect(`${words}${table}${rules}`).toMatchFileSnapshot(join(import.meta.dirname, '../../docs/permissions.md'))
})
