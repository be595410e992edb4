import { connected, createDatabase, DATABASE } from './server/roles'

// A note on the database itself says how far the demo is, so that a seed cut off half-way is not taken for whole.
type State = 'empty' | 'seeding' | 'seeded'

/** How far the demo of the built-in database is. */
export async function demoState(superUrl: string): Promise<State> {
  return await connected(superUrl, async (sql) => {
    const [row] = await sql<{ note: string | null }[]>`
      select shobj_description(oid, 'pg_database') as note from pg_database where datname = ${DATABASE}`
    return row?.note === 'seeded' || row?.note === 'seeding' ? row.note : 'empty'
  })
}

/** Writes down how far the demo is. */
export async function noteDemo(superUrl: string, state: 'seeding' | 'seeded'): Promise<void> {
  await connected(superUrl, (sql) => sql.unsafe(`comment on database ${DATABASE} is '${state}'`))
}

/** Throws away the built-in database with all that is in it, and makes an empty one. */
export async function emptyDatabase(superUrl: string): Promise<void> {
  await connected(superUrl, (sql) => sql.unsafe(`drop database if exists ${DATABASE} with (force)`))
  await createDatabase(superUrl)
}

/** Lets the portal's login become the two roles that the migrations made. */
export async function grantRoles(superUrl: string): Promise<void> {
  await connected(superUrl, (sql) => sql`grant sanad_app, sanad_system to sanad_web`)
}
