export const people = {
  match: {
    given: {
      equal: 'Same given name',
      sameSound: 'Same given name, spelled differently',
      near: 'Given names are alike, but not the same',
      different: 'Different given names',
    },
    father: {
      equal: "Same father's name",
      sameSound: "Same father's name, spelled differently",
      near: "Fathers' names are alike, but not the same",
      different: "Different fathers' names",
    },
    grandfather: {
      equal: "Same grandfather's name",
      sameSound: "Same grandfather's name, spelled differently",
      near: "Grandfathers' names are alike, but not the same",
      different: "Different grandfathers' names",
    },
    family: {
      equal: 'Same family name',
      sameSound: 'Same family name, spelled differently',
      near: 'Family names are alike, but not the same',
      different: 'Different family names',
    },
    document: {
      same: 'Same document number',
      nearlySame: 'Document numbers differ by one character',
      different: 'Different document numbers',
      sameHouseholdCard: 'Same household card',
    },
    birth: {
      sameDay: 'Born on the same day',
      swapped: 'Same birth date with day and month exchanged',
      sameMonth: 'Born in the same month',
      sameYear: 'Born in the same year',
      nearYear: 'Born at about the same time',
      different: 'Birth dates far apart',
    },
    sex: { different: 'One is a woman, the other a man' },
    subDistrict: { same: 'Same sub-district' },
    phone: { same: 'Same phone number (families often share one)' },
  },
  documentHint: {
    national_card: 'A national card number usually has 12 digits. Check it against the card',
    civil_id: 'A civil ID number usually has 6 to 14 digits. Check it against the card',
    nationality_certificate: 'A certificate number usually has 4 to 9 digits. Check it against the paper',
    passport: 'A passport number is usually a letter and 7 or 8 digits. Check it against the passport',
    residency_card: 'A residency card number usually has 4 to 10 digits. Check it against the card',
    pds_card: 'A ration card number usually has 5 to 9 digits. Check it against the card',
  },
} as const
