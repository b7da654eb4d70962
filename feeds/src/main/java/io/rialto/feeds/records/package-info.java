/**
 * The read model in SQL: what the journal told, kept in rows that can be asked for long after memory let them go. Its own
 * thread writes it; it may be behind, away or thrown away without anybody trading noticing.
 */
package io.rialto.feeds.records;
