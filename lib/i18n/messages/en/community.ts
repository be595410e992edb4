/** Communities: who lives there, whom we helped, what they need. */
export const community = {
  title: 'Communities',
  lead: 'Who lives there, whom we helped, what people need and what is built',
  list: {
    name: 'Community',
    district: 'District',
    idp: 'Displaced families',
    returnee: 'Returnee families',
    forums: 'Forums',
    needs: 'Open needs',
    projects: 'Projects',
    empty: 'Nothing is known of any community yet',
  },
  help: {
    grants: 'people with a grant',
    referrals: 'people seen by a facility',
    consultations: 'consultations',
    sessions: 'seats in forum sessions',
    projects: 'people served by projects',
    open_concerns: 'concerns still open',
    few: 'under 5',
  },
  page: {
    needs: 'Needs, as the community ranks them',
    noNeeds: 'No plan names a need here.',
    projects: 'Projects',
    noProjects: 'No project here.',
    forums: 'Forums',
    noForums: 'No forum here.',
    displacement: 'Displaced people and returnees',
  },
} as const
