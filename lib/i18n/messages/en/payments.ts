/** Tranches, release lists and answers of the bank. */
export const payments = {
  status: {
    scheduled: 'Scheduled',
    requested: 'Requested',
    authorised: 'Authorised',
    released: 'Released',
    paid: 'Paid',
    receipt_confirmed: 'Receipt confirmed',
    milestone_verified: 'Milestone verified',
    failed: 'Failed',
    cancelled: 'Cancelled',
    recovered: 'Recovered',
    written_off: 'Written off',
  },
  refused: {
    schedule_differs:
      'The tranches together must be exactly the amount of the grant, in its currency and from its line.',
    not_signed: 'Attach the signed agreement first.',
    payments_open: 'Not all tranches are settled yet.',
    payment_under_way: 'A payment is on its way. Wait for its answer, or take it back, before the grant ends.',
    not_now: 'The tranche has moved meanwhile, or this step does not follow. Reload the page.',
    payee_fixed: 'The payee stays as requested. Send the tranche back to change it.',
    case_not_paying: 'Payments of this grant stand still.',
    reason_missing: 'Say why.',
    payee_missing: 'Say who is paid, and how.',
    milestone_open: 'The milestone before this tranche is not verified yet.',
    had_a_part:
      'You prepared, verified or decided this grant, or belong to the household: its money is not yours to move.',
    second_person: 'Request, authorisation and release are three hands. Someone else must do this step.',
    no_receipt: 'Attach the receipt, or a photo of the signature or thumbprint, first.',
    milestone_owner: 'You prepared this grant; someone else verifies its milestones.',
  },
} as const
