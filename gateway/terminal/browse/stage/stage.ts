import { test as base } from "@playwright/test";
import { person, type Person, RICH } from "./people";
import { VenueProcess } from "./venue";

interface Stage {
  /** One venue for all files: it takes seconds to open. */
  venue: VenueProcess;
  alice: Person;
  bob: Person;
}

export const test = base.extend<object, Stage>({
  venue: [
    async ({}, use) => {
      const venue = new VenueProcess({ RIALTO_WEBHOOKS_PRIVATE_HOSTS: "localhost" });
      await venue.start();
      await use(venue);
      await venue.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  alice: [async ({ venue }, use) => use(await person(venue, "alice", "TRADER", RICH)), { scope: "worker" }],
  bob: [async ({ venue }, use) => use(await person(venue, "bob", "TRADER", RICH)), { scope: "worker" }],
});
