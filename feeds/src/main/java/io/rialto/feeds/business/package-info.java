/**
 * What the journal's frames mean to the business: one closed list of kinds, one record for each shape of them.
 *
 * <p>{@link io.rialto.feeds.business.EventReader} turns a frame into {@link io.rialto.feeds.business.BusinessEvent}s; the bus
 * ({@code io.rialto.feeds.bus}) hands them to who subscribed. Sequence and index name an event for good. Not every event of the journal has
 * a kind: what only books, balances and seals need to know is told by other feeds.
 */
package io.rialto.feeds.business;
