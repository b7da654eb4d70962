/** The journal: the one source of truth. Start at {@link io.rialto.journal.Journal} and {@link io.rialto.journal.JournalReader}. */
package io.rialto.journal;
