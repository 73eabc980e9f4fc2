/** How the rows of a customer system are read in these tests. */
export const crmMapping = {
  spoor: "mapping/1",
  zone: "Europe/Amsterdam",
  identity: { customer: { unique: true } },
  sources: [
    {
      name: "crm",
      files: "*",
      rows: [
        {
          kind: "event",
          what: "what",
          time: "time",
          who: { email: "mail", customer: "number" },
          attributes: { city: "city", name: "name" },
          comment: "said",
        },
      ],
    },
  ],
};
