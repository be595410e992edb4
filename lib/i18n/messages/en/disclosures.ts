/** Who holds a person's data: the register of what was told to whom. */
export const disclosures = {
  title: 'Who holds this person’s data',
  empty: 'Nothing was given to anyone.',
  lead: 'Everything that was given to others, newest first. Disclosures of a case are shown to those who may see the case.',
  channel: {
    facility_page: 'On the facility’s page',
    phone: 'By phone',
    fhir: 'Through a data connection',
    paper: 'On paper',
    payment_list: 'On a payment list',
  },
  basis: {
    consent: 'with consent',
    emergency: 'in an emergency, without consent',
    contract: 'for the agreement with the person',
  },
  state: { open: 'Open', expired: 'Has run out', ended: 'Ended' },
  ended: {
    consent_withdrawn: 'ended {date}: consent withdrawn',
    expired: 'ended {date}: its time was over',
    revoked: 'ended {date}: stopped by us',
    finished: 'ended {date}: all is answered',
  },
  fields: 'What: {fields}',
  how: '{channel}, {basis}',
  made: 'Given {date} by {name}',
  madeAlone: 'Given {date}',
  until: 'until {date}',
  read: 'Read {first}, last {last}',
  readOnce: 'Read {first}',
  neverRead: 'Not read, as far as we know',
  told: 'Told of the withdrawal {date} by {name}',
  tellTitle: 'Consent withdrawn: tell those who have the data',
  tellText:
    'Open sharing has stopped. These already have the data: tell each that the consent is withdrawn and that they may not use or pass on what they were given, and mark it here.',
  toTell: 'To be told',
  tell: 'Told: {recipient}',
  beforeWithdraw: 'Already given under this consent:',
  nothingGiven: 'Nothing was given to anyone under this consent.',
  otherHolds:
    'Another consent for the same purpose stays valid. If the person wants all such sharing to stop, withdraw that one too.',
  refused: { told: 'It is marked already that they were told.' },
} as const
