/** What accounts have gained, by which view of cost, and from what: worked out from the journal alone. */
package io.rialto.feeds.portfolio;
